package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
)

// textAllHandled: see text-all-handled.md for the text readers get.
var textAllHandled = &check.Rule{
	ID: "text-all-handled", Title: "结转或“全部办结”不符", TitleEN: "all done against carry-over",
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Assessed,
	Basis:        "同一份年度报告的正文与表三“四、结转下年度继续办理”所述应为同一事实",
	BasisEN:      "the text and table three of one report state the same fact",
	Formula:      "正文“结转下年度N件”：N = 结转下年度总计；正文“全部办结”：结转下年度总计 = 0",
	MayBeWrong:   "“全部”可能只指到期应当答复的申请。",
	MayBeWrongEN: "“all” may mean those that were due",
	Check: func(p *check.Run) {
		carried := []amount{cells("requests.carried_out.total")}
		out := facts(p).Of(fact.CarriedOut)
		ask(p, question{what: "结转下年度总计", whatEN: "carried on", facts: out, is: carried})
		for _, f := range out {
			if !f.Value.IsZero() {
				return // the text itself tells what is still open: “all” are those due
			}
		}
		all := facts(p).Of(fact.AllHandled)
		for i := range all {
			all[i].Value = report.Int(0) // that is what “all” says of the carry-over
		}
		ask(p, question{what: "结转下年度总计", whatEN: "carried on", facts: all, is: carried})
	},
}
