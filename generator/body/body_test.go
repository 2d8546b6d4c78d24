package body

import "testing"

func TestKindAndDuty(t *testing.T) {
	for _, c := range []struct {
		name string
		kind Kind
		duty Duty
	}{
		{"云岭市人民政府", Government, ByMarch},
		{"云岭市桃源区人民政府", Government, ByMarch},
		{"青禾县政府", Government, ByMarch},
		{"青禾县", Government, ByMarch},
		{"云岭市桃源区", Government, ByMarch},
		{"云岭市浦东新区", Government, ByMarch},
		{"云岭市浦东新区教育局", Department, ByJanuary},
		{"云岭市人民政府办公厅", Department, ByJanuary},
		{"青禾县人民政府国有资产监督管理委员会", Department, ByJanuary},
		{"青禾县发展和改革委员会", Department, ByJanuary},
		{"青禾县卫健委", Department, ByJanuary},
		{"青禾县乡村振兴局", Department, ByJanuary},
		{"青禾县城乡建设局", Department, ByJanuary},
		{"景德镇市财政局", Department, ByJanuary},
		{"青禾县国防动员办公室", Department, ByJanuary},
		{"青禾县地方金融监督管理局", Department, ByJanuary},
		{"海关总署", Department, ByJanuary},
		{"中国气象局", Department, ByJanuary},
		{"青禾县行政审批局（青禾县政务服务管理局）", Department, ByJanuary},
		{"青禾县城关镇人民政府", Township, None},
		{"青溪镇", Township, None},
		{"云岭市桃源区望江街道办事处", Subdistrict, None},
		{"云岭市桃源区望江街道", Subdistrict, None},
		{"云岭高新技术产业开发区管理委员会", Zone, None},
		{"云岭高新区", Zone, None},
		{"云岭经济技术开发区经济发展局", Zone, None},
		{"云岭保税区管理局", Zone, None},
		{"云岭新区管委会建设局", Zone, None},
		{"云岭新区教育局", "", Unsure},
		{"国家税务总局青禾县税务局", Vertical, None},
		{"国家统计局云岭调查队", Vertical, None},
		{"中国人民银行云岭市分行", Vertical, None},
		{"国家金融监督管理总局云岭监管分局", Vertical, None},
		{"云岭海关", Vertical, None},
		{"中华人民共和国云岭海关", Vertical, None},
		{"云岭市第二人民医院", Authorised, None},
		{"青禾县公共资源交易中心", Authorised, None},
		{"青禾县残疾人联合会", Authorised, None},
		{"中共青禾县委组织部", "", None},
		{"青禾县委统战部", "", None},
		{"云岭市委机构编制委员会办公室", "", None},
		{"云岭市中级人民法院", "", None},
		{"云岭市自然资源和规划局高新区分局", Department, Unsure},
		{"云岭市生态环境局青禾分局", Department, Unsure},
		{"云岭市市场监督管理局青溪监管局", Department, Unsure},
		{"云岭市公安局交通警察支队", Department, Unsure},
		{"青溪镇党政办公室", "", Unsure},
		{"青禾县档案馆", "", Unsure},
		{"青禾县供销合作社联合社", "", Unsure},
		{"云岭市人民政府地方志办公室", "", Unsure},
		{"某某组织", "", Unsure},
	} {
		if k, d := Of(c.name); k != c.kind || d != c.duty {
			t.Errorf("%s: %q %d, want %q %d", c.name, k, d, c.kind, c.duty)
		}
	}
}

// A kind that the name contradicts holds nobody to a day.
func TestDutyOfAKindThatTheNameContradicts(t *testing.T) {
	for _, c := range []struct {
		kind Kind
		name string
		want Duty
	}{
		{Department, "青禾县司法局", ByJanuary},
		{Department, "青禾县融媒体中心", Unsure},
		{Department, "云岭高新区教育局", Unsure},
		{Department, "中共青禾县委宣传部", Unsure},
		{Department, "青禾县档案馆", ByJanuary}, // the name alone does not tell, its keeper does
		{Department, "云岭市生态环境局青禾分局", Unsure},
		{Government, "青禾县人民政府", ByMarch},
		{Government, "青禾县人民政府办公室", Unsure},
		{Township, "青溪镇人民政府", None},
		{"", "某某组织", Unsure},
	} {
		if got := DutyOf(c.kind, c.name); got != c.want {
			t.Errorf("%s as %q: %d, want %d", c.name, c.kind, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	for s, want := range map[string]bool{
		"青禾县司法局": true, "县司法局": true, "云岭县": true, "????青禾县司法局": true,
		"我局": false, "联系人：办公室": false, "按照云岭市人民政府办公室": false, "各级人民政府": false, "首页 > 司法局": false, "公开工作情况": false,
	} {
		if IsName(s) != want {
			t.Errorf("%s: want %v", s, want)
		}
	}
	for _, p := range [][3]string{
		{"县司法局", "青禾县司法局", "same"},
		{"市发改委", "云岭市发展和改革委员会", "same"},
		{"青禾县政府", "青禾县人民政府", "same"},
		{"青禾县", "青禾县人民政府", "same"},
		{"青禾县人民政府", "青禾县人民政府办公室", ""},
		{"青禾县司法局", "清原县司法局", ""},
		{"青禾县教育局", "青禾县司法局", ""},
	} {
		if got := Same(p[0], p[1]); got != (p[2] != "") {
			t.Errorf("%s, %s: %v", p[0], p[1], got)
		}
	}
	for s, want := range map[string]string{
		"青禾县司法局青禾县司法局": "青禾县司法局", " □□青禾县 医疗保障局": "青禾县医疗保障局", "云岭市市场监督管理局（以下简称市局）": "云岭市市场监督管理局",
	} {
		if got := Plain(s); got != want {
			t.Errorf("%s: %s", s, got)
		}
	}
}
