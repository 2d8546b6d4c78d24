package rule

import (
	"regexp"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textDecisions: see text-decisions.md for the text readers get.
var textDecisions = &check.Rule{
	ID: "text-decisions", Title: tongue.Of("正文许可处罚强制数", "decisions, in the prose"),
	Found:  tongue.Of("正文许可处罚强制数与表不符", "decisions differ from the table"),
	Family: check.TextVsTable, Severity: check.S3, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表二“本年处理决定数量”所述应为同一事实",
		"the text and table two of one report state the same fact"),
	Formula: "正文“行政许可（处罚、强制）N件”：N = 表二本年处理决定数量",
	MayBeWrong: tongue.Of("公示的条数不等于决定数；正文只计某一类或某一单位。",
		"entries published are not decisions; the text counts one kind or one unit"),
	Check: func(p *check.Run) {
		for _, q := range []struct {
			kind fact.Kind
			what tongue.Text
			key  string
		}{
			{fact.Licensing, tongue.Of("行政许可本年处理决定数量", "licensing decisions"), "proactive.licensing.decisions"},
			{fact.Penalties, tongue.Of("行政处罚本年处理决定数量", "penalty decisions"), "proactive.penalties.decisions"},
			{fact.Compulsion, tongue.Of("行政强制本年处理决定数量", "compulsion decisions"), "proactive.compulsion.decisions"},
		} {
			ask(p, question{what: q.what, facts: whole(facts(p).Of(q.kind)), is: []amount{cells(q.key)}, hedge: decisionHedge})
		}
	},
}

// decisionHedge are words of a sentence that count entries, cases or a part of
// the decisions.
var decisionHedge = regexp.MustCompile(`办件量|件次|人次|公开|公示|归集|上传|发布|推送|立案|结案|简易|普通程序|一般程序|领域|涉企|委托|以来|历年|上半年|下半年|季度|环节|网上|线上|窗口|免罚|不予|减轻|书|新办|变更|延续|注销|即办|承诺`)
