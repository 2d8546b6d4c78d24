package example

import (
	"fmt"
	"strings"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
)

// tell gives a report prose of its own: which of the pieces stand in it goes by the
// number n, so that no two bodies and no two years say the same.
func (s story) tell(u unit, year, n int) {
	at := uint32(n)*2654435761 + 97
	next := func(of int) int {
		at = at*1664525 + 1013904223
		return int(at>>16) % of
	}
	say := func(slot [3][]string) string {
		text := ""
		for _, part := range slot {
			text += part[next(len(part))]
		}
		return text
	}
	s.Preamble = []string{fmt.Sprintf("（虚构示例，纯属编造。）数据统计期限为%d年1月1日至12月31日。", year)}
	s.Sections[0].Paras = []string{
		fmt.Sprintf("%d年，本机关以%s为重点，%s", year, u.topic, say(lead)),
		fmt.Sprintf("（一）主动公开。全年发布信息%d条，其中%s方面%d条。%s", 150+next(600), u.topic, 20+next(100), say(publish)),
		"（二）依申请公开。" + s.requests(),
		"（三）政府信息管理。" + say(manage),
		"（四）政府信息公开平台建设。" + say(platform),
		fmt.Sprintf("（五）监督保障。全年培训%d次。%s", 1+next(4), say(watch)),
	}
	s.Sections[4].Paras = []string{
		"存在的问题：一是" + say(trouble) + "二是" + say(trouble),
		"改进的办法：一是" + say(remedy) + "二是" + say(remedy),
	}
}

type story struct{ *specimen.Specimen }

// requests tells the figures of the tables.
func (s story) requests() string {
	received, carried := s.Int("requests.received.total"), s.Int("requests.carried_in.total")
	if received+carried == 0 {
		return "本年没有收到政府信息公开申请，也没有上年结转的。没有因政府信息公开引起的行政复议和行政诉讼。"
	}
	return fmt.Sprintf("本年新收政府信息公开申请%d件，上年结转%d件，办结%d件，结转下年度继续办理%d件。", received, carried,
		s.Int("requests.outcomes_total.total"), s.Int("requests.carried_out.total"))
}

// settle makes tables two and four such as a body of that kind has: no rules, which
// only a few may issue; documents whose number goes on from last year's; and little
// that goes to court. Of table three nothing is changed.
func (s story) settle(u unit, year int) {
	for _, d := range form.F2021.Defs {
		row := string(d.Key)
		switch {
		case strings.HasPrefix(row, "proactive.rules."), strings.HasPrefix(row, "remedies.suit_after_reconsideration."):
			s.Print(d.Key, "0")
		case strings.HasPrefix(row, "remedies.direct_suit.") && u.kind != "government":
			s.Print(d.Key, "0")
		}
	}
	base := int64(len(u.name) % 9)
	issued, repealed := int64(year%3), int64(year%2)
	stock := base + 4
	for y := first; y <= year; y++ {
		stock += int64(y%3) - int64(y%2)
	}
	s.Print("proactive.normative_documents.issued", fmt.Sprint(issued))
	s.Print("proactive.normative_documents.repealed", fmt.Sprint(repealed))
	s.Print("proactive.normative_documents.in_force", fmt.Sprint(stock))
	s.Print("proactive.licensing.decisions", fmt.Sprint(base*31+int64(year-first)*7))
	s.Print("proactive.penalties.decisions", fmt.Sprint(base*12+int64(year-first)*2))
	s.Print("proactive.compulsion.decisions", fmt.Sprint(base))
}

var (
	lead = [3][]string{
		{"从群众问得最多的事做起，", "把目录重新理了一遍，", "先补齐历年欠下的条目，", "请各股室各自报来清单，", "对照上级的指引逐条核过，", "一边办理一边整理，"},
		{"能公开的当月就挂上网，", "该说明的都附了说明，", "不能公开的写清了缘由，", "过时的条目移入旧档，", "常用表格全部换成新版，", "重要事项先听意见再定，"},
		{"年底前都已完成。", "大体达到了预期。", "情况如下。", "现将全年做法写在这里。", "各项数字见后面三张表。", "做成的和没做成的都列出来。"},
	}
	publish = [3][]string{
		{"办事指南改写成问答，", "新出台的文件同日附解读，", "会议议题会前先公布，", "公告栏和网站内容一致，", "重点领域按专题归拢，", "图表代替了长篇文字，"},
		{"电话咨询因此少了一些，", "窗口前排队的人少了，", "村里的广播也跟着播送，", "查阅次数比往年有增加，", "打印件放在服务大厅，", "公众号转载了主要部分，"},
		{"回访时多数人说看得懂。", "仍有人反映找不到入口。", "逐月的数字挂在专栏。", "差错随发现随更正。", "旧链接都指到了新页。", "评论区有专人答复。"},
	}
	manage = [3][]string{
		{"起草时就写明能否公开，", "每件公文编了唯一的号，", "发布前两个人分别看过，", "涉密审查留有签字，", "保存期限写进目录，", "文件废止当天加注，"},
		{"半年清理一次失效文件，", "规范性文件单列一栏，", "历史文件扫描后补录，", "名称和文号统一了写法，", "附件与正文一起归档，", "草稿和定稿分开存放，"},
		{"年内没有发现错放。", "查出的三处已改。", "目录可以按年份翻看。", "检索从此不再落空。", "备份另存了一份。", "交接时按清单点验。"},
	}
	platform = [3][]string{
		{"栏目由十九个并为十二个，", "手机上打开不再错位，", "搜索框移到了页首，", "老年人可以放大字号，", "附件都能在线预览，", "每页底部写明更新日，"},
		{"死链每周扫一遍，", "年报专栏收齐了历年，", "依申请的入口放在首屏，", "政务新媒体减到两个，", "服务大厅设了查阅点，", "图书馆也摆了一份，"},
		{"访问的快慢有记录。", "故障当天修复。", "意见箱全年开放。", "没有收取任何费用。", "使用说明写在旁边。", "改版前听了用户的话。"},
	}
	watch = [3][]string{
		{"工作考核占有分值，", "工作考核每季度抽查一个股室，", "工作考核责任人姓名上墙，", "工作考核逐件提醒时限，", "工作考核通报过一次更新迟缓，", "工作考核当面交接清单，"},
		{"社会评议请了十位代表，", "社会评议结果贴在栏内，", "社会评议由各村推人参加，", "社会评议得分比上年略高，", "社会评议问卷发了二百份，", "社会评议提出的三条已改，"},
		{"没有发生责任追究。", "责任追究全年为零。", "没有需要责任追究的情形。", "责任追究制度修订了一遍。", "未出现应作责任追究的事。", "没有接到责任追究的决定。"},
	}
	trouble = [3][]string{
		{"解读还是文字多、图少；", "个别栏目更新得慢；", "答复的口径股室间不一；", "目录名称群众看不懂；", "历史文件还缺几年；", "培训偏重条文，少讲实例；"},
		{"办件高峰时人手紧；", "查阅点知道的人不多；", "新旧系统数据没有连通；", "部分附件格式老旧；", "意见征集回音少；", "基层报送常常拖到月底；"},
		{"这些在年中自查时就已看到。", "评议代表也提到这一点。", "上年说过，今年只改了一半。", "原因主要在流程。", "与要求还有距离。", "主要责任在办公室。"},
	}
	remedy = [3][]string{
		{"一月起按周排更新表；", "请设计人员画流程图；", "拟一份答复用语手册；", "目录改用口头说法；", "从档案室补录缺年；", "每季讲评两个案例；"},
		{"忙时从各股室借人；", "在村口和车站贴告示；", "下半年打通两套系统；", "附件统一转成通用格式；", "对每条意见作出回应；", "报送时间提前五天；"},
		{"三月底前见效。", "完成一项划去一项。", "进度写在专栏里。", "年末再请代表看一遍。", "由副职牵头督办。", "做不到的说明原因。"},
	}
)
