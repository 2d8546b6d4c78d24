package rule

import (
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
	Check: ask(fact.Licensing, fact.Penalties, fact.Compulsion),
}
