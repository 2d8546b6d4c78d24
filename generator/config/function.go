package config

import (
	"strings"

	"ogi/generator/tongue"
)

// A Function is what a body is for, so that like is compared with like.
type Function struct {
	Key  string
	Name tongue.Text
	// Words tell the function by an agency's name; the longest that the name
	// holds wins.
	Words []string
}

// Functions is the closed list.
var Functions = []Function{
	{"general", tongue.Of("综合政务", "general government"), []string{"人民政府", "街道办事处", "管理委员会", "管委会"}},
	{"office", tongue.Of("政府办公厅（室）", "government office"), []string{"政府办公厅", "政府办公室", "政府办"}},
	{"development-reform", tongue.Of("发展改革", "development and reform"), []string{"发展和改革", "发展改革", "发改"}},
	{"education", tongue.Of("教育", "education"), []string{"教育", "教体", "教科"}},
	{"science", tongue.Of("科学技术", "science and technology"), []string{"科学技术", "科技"}},
	{"industry", tongue.Of("工业和信息化", "industry and information technology"), []string{"工业和信息化", "经济和信息化", "工业信息化", "工信", "经信"}},
	{"ethnic-religious", tongue.Of("民族宗教", "ethnic and religious affairs"), []string{"民族宗教", "民族和宗教", "民族事务", "宗教事务"}},
	{"public-security", tongue.Of("公安", "public security"), []string{"公安"}},
	{"civil-affairs", tongue.Of("民政", "civil affairs"), []string{"民政"}},
	{"justice", tongue.Of("司法行政", "justice administration"), []string{"司法"}},
	{"finance", tongue.Of("财政", "finance"), []string{"财政"}},
	{"human-resources", tongue.Of("人力资源和社会保障", "human resources and social security"), []string{"人力资源和社会保障", "人力资源社会保障", "人社"}},
	{"natural-resources", tongue.Of("自然资源和规划", "natural resources and planning"), []string{"自然资源", "规划和国土", "规划局", "国土资源"}},
	{"environment", tongue.Of("生态环境", "ecology and environment"), []string{"生态环境", "环境保护"}},
	{"housing", tongue.Of("住房和城乡建设", "housing and urban-rural development"), []string{"住房和城乡建设", "住房城乡建设", "住房保障", "住房公积金", "住建"}},
	{"transport", tongue.Of("交通运输", "transport"), []string{"交通运输", "交通局", "交通委"}},
	{"water", tongue.Of("水利", "water resources"), []string{"水利", "水务"}},
	{"agriculture", tongue.Of("农业农村", "agriculture and rural affairs"), []string{"农业农村", "农业和农村", "乡村振兴", "畜牧"}},
	{"commerce", tongue.Of("商务", "commerce"), []string{"商务", "投资促进", "招商"}},
	{"culture-tourism", tongue.Of("文化和旅游", "culture and tourism"), []string{"文化和旅游", "文化旅游", "文化广电", "文旅", "文物"}},
	{"health", tongue.Of("卫生健康", "health"), []string{"卫生健康", "卫健", "疾病预防控制", "中医药"}},
	{"veterans", tongue.Of("退役军人事务", "veterans affairs"), []string{"退役军人"}},
	{"emergency", tongue.Of("应急管理", "emergency management"), []string{"应急管理", "应急局", "消防救援", "地震"}},
	{"audit", tongue.Of("审计", "audit"), []string{"审计"}},
	{"state-assets", tongue.Of("国有资产监管", "state-owned assets"), []string{"国有资产", "国资"}},
	{"market-regulation", tongue.Of("市场监督管理", "market regulation"), []string{"市场监督管理", "市场监管", "药品监督", "知识产权"}},
	{"sport", tongue.Of("体育", "sport"), []string{"体育"}},
	{"statistics", tongue.Of("统计", "statistics"), []string{"统计局", "调查队"}},
	{"medical-security", tongue.Of("医疗保障", "medical security"), []string{"医疗保障", "医保"}},
	{"petitions", tongue.Of("信访", "petitions"), []string{"信访"}},
	{"forestry", tongue.Of("林业和园林", "forestry and parks"), []string{"林业", "园林", "绿化"}},
	{"urban-management", tongue.Of("城市管理", "urban management"), []string{"城市管理", "综合行政执法", "综合执法", "城管"}},
	{"administrative-approval", tongue.Of("政务服务和审批", "administrative approval and services"), []string{"行政审批", "政务服务"}},
	{"data", tongue.Of("数据管理", "data administration"), []string{"大数据", "数据局", "数据管理", "数据资源"}},
	{"civil-defence", tongue.Of("人民防空", "civil defence"), []string{"人民防空", "人防", "国防动员"}},
	{"foreign-affairs", tongue.Of("外事", "foreign affairs"), []string{"外事", "港澳"}},
	{"local-finance", tongue.Of("地方金融监管", "local financial regulation"), []string{"金融工作", "地方金融", "金融监督", "金融监管"}},
	{"tax", tongue.Of("税务", "taxation"), []string{"税务"}},
	{"customs", tongue.Of("海关", "customs"), []string{"海关"}},
	{"meteorology", tongue.Of("气象", "meteorology"), []string{"气象"}},
	{"grain", tongue.Of("粮食和物资储备", "grain and reserves"), []string{"粮食"}},
	{"archives", tongue.Of("档案和地方志", "archives and local history"), []string{"档案", "地方志"}},
	{"post", tongue.Of("邮政", "post"), []string{"邮政"}},
	{"tobacco", tongue.Of("烟草专卖", "tobacco monopoly"), []string{"烟草"}},
	{"energy", tongue.Of("能源", "energy"), []string{"能源"}},
	{"maritime", tongue.Of("海洋、渔业和海事", "marine affairs"), []string{"海事", "海洋", "渔业"}},
	{"other", tongue.Of("其他", "other"), nil},
}

// functionByKey is the function of that key.
func functionByKey(key string) (Function, bool) {
	for _, f := range Functions {
		if f.Key == key {
			return f, true
		}
	}
	return Function{}, false
}

// FunctionByName infers the function by an agency's name, "" if none fits. A
// word that stands later in the name wins, since the region comes first; of two
// that end together the longer.
func FunctionByName(name string) string {
	key, end, size := "", 0, 0
	for _, f := range Functions {
		for _, w := range f.Words {
			at := strings.LastIndex(name, w)
			if at < 0 {
				continue
			}
			if e := at + len(w); e > end || e == end && len(w) > size {
				key, end, size = f.Key, e, len(w)
			}
		}
	}
	return key
}

func functionKeys() string {
	keys := make([]string, len(Functions))
	for i, f := range Functions {
		keys[i] = f.Key
	}
	return strings.Join(keys, ", ")
}
