package rule

import (
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// disputesWithoutRequests: see disputes-without-requests.md for the text readers get.
var disputesWithoutRequests = &check.Rule{
	ID: "disputes-without-requests", Title: tongue.Of("无申请时的争议", "disputes where there were no requests"),
	Found:  tongue.Of("零申请有争议", "disputes without requests"),
	Family: check.CrossFooting, Severity: check.S3, Grade: check.Heuristic,
	Basis:      tongue.Of("复议和诉讼多由依申请公开引起", "reviews and suits mostly follow requests"),
	Formula:    "两年新收、结转均为零时，复议和诉讼为零",
	MayBeWrong: tongue.Of("争议由主动公开引起，或由更早的申请引起。", "the disputes are about proactive disclosure or earlier requests"),
	Needs:      check.LastYear,
	Check: func(p *check.Run) {
		if !tableFour(p) {
			return
		}
		d, in, before := disputes(p.Report), read(p.Report.Cell(received)), read(p.Report.Cell(carriedIn))
		switch {
		case !allKnown(d, in, before):
			settle(p, true, check.Finding{Formula: "？", Operands: []check.Operand{p.Cell(received), p.Cell(carriedIn)}}, d, in, before)
			return
		case !in.n.IsZero() || !before.n.IsZero():
			p.NA()
			return
		case d.n.IsZero():
			settle(p, true, check.Finding{}, d, in, before)
			return
		}
		e, why := lastYear(p)
		if why != "" {
			notHeld(p, why)
			return
		}
		lastIn, lastBefore := read(e.Report.Cell(received)), read(e.Report.Cell(carriedIn))
		settle(p, !lastIn.n.IsZero() || !lastBefore.n.IsZero(), check.Finding{
			Message: tongue.Of("两年均无申请而有复议和诉讼"+d.n.String()+"件，请核实。",
				"reviews or suits in a body that had no requests for two years."),
			Formula:  "0 + 0，" + d.n.String() + " > 0",
			Operands: []check.Operand{p.Cell(reviews), p.Cell(suitsDirect), p.Cell(suitsAfter), p.Cell(received), theirs(e, received)},
		}, d, in, before, lastIn, lastBefore)
	},
}
