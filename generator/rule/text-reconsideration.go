package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
)

// textReconsideration: see text-reconsideration.md for the text readers get.
var textReconsideration = &check.Rule{
	ID: "text-reconsideration", Title: "复议数不符", TitleEN: "review count",
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis:        "同一份年度报告的正文与表四“行政复议”所述应为同一事实",
	BasisEN:      "the text and table four of one report state the same fact",
	Formula:      "正文“政府信息公开行政复议N件”或“未发生”：N = 表四行政复议总计",
	MayBeWrong:   "正文说的不是政府信息公开方面的复议，或只是其中一部分。",
	MayBeWrongEN: "the text speaks of other reviews, or of a part of them",
	Check: func(p *check.Run) {
		ask(p, question{
			what: "行政复议总计", whatEN: "reviews", facts: whole(facts(p).Of(fact.Reviews)),
			is: []amount{cells("remedies.reconsideration.total")},
		})
	},
}
