package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textReconsideration: see text-reconsideration.md for the text readers get.
var textReconsideration = &check.Rule{
	ID: "text-reconsideration", Title: tongue.Of("正文复议数", "reconsideration, in the prose"),
	Found:  tongue.Of("正文复议数与表不符", "reconsideration differs from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表四“行政复议”所述应为同一事实",
		"the text and table four of one report state the same fact"),
	Formula: "正文“政府信息公开行政复议N件”或“未发生”：N = 表四行政复议总计",
	MayBeWrong: tongue.Of("正文说的不是政府信息公开方面的复议，或只是其中一部分。",
		"the text speaks of other reviews, or of a part of them"),
	Check: ask(fact.Reviews),
}
