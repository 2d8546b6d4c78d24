package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
)

// textCarriedIn: see text-carried-in.md for the text readers get.
var textCarriedIn = &check.Rule{
	ID: "text-carried-in", Title: "正文上年结转数", TitleEN: "carried in, in the prose",
	Found: "正文上年结转数与表不符", FoundEN: "carried in differs from the table",
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis:        "同一份年度报告的正文与表三“二、上年结转”所述应为同一事实",
	BasisEN:      "the text and table three of one report state the same fact",
	Formula:      "正文“上年结转N件”：N = 上年结转总计",
	MayBeWrong:   "正文所说的结转只是其中一部分，或统计口径与表格不同。",
	MayBeWrongEN: "the text speaks of a part, or of another scope than the table",
	Check: func(p *check.Run) {
		ask(p, question{
			what: "上年结转总计", whatEN: "carried in", facts: facts(p).Of(fact.CarriedIn),
			is: []amount{cells("requests.carried_in.total")}, hedge: receivedHedge, before: handledBy,
		})
	},
}
