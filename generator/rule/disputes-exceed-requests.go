package rule

import (
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// disputesExceedRequests: see disputes-exceed-requests.md for the text readers get.
var disputesExceedRequests = &check.Rule{
	ID: "disputes-exceed-requests", Title: tongue.Of("争议与申请件数", "disputes against requests"),
	Found:  tongue.Of("争议多于申请", "disputes exceed requests"),
	Family: check.CrossFooting, Severity: check.S3, Grade: check.Heuristic,
	Basis:   tongue.Of("复议和诉讼多由依申请公开引起", "reviews and suits mostly follow requests"),
	Formula: "复议总计 + 诉讼总计 ≤ 本年办理总计 + 上年办理总计（本年办理 > 0）",
	MayBeWrong: tongue.Of("争议由主动公开引起，或一件申请引出几件诉讼。",
		"the disputes are about proactive disclosure, or several suits follow one request"),
	Needs: check.LastYear,
	Check: func(p *check.Run) {
		if !tableFour(p) {
			return
		}
		d, mine := disputes(p.Report), read(p.Report.Cell(handled))
		if !allKnown(d, mine) || mine.n.IsZero() {
			p.NA()
			return
		}
		if d.n.Cmp(mine.n) <= 0 {
			settle(p, true, check.Finding{}, d, mine)
			return
		}
		e, why := lastYear(p)
		if why != "" {
			notHeld(p, why)
			return
		}
		last := read(e.Report.Cell(handled))
		settle(p, d.n.Cmp(mine.n.Add(last.n)) <= 0, check.Finding{
			Message: tongue.Of("复议和诉讼共"+d.n.String()+"件，与两年办理的申请共"+mine.n.Add(last.n).String()+"件不符，请核实。",
				"more reviews and suits than requests handled in two years."),
			Formula:  d.n.String() + " > " + mine.n.String() + " + " + last.n.String(),
			Operands: []check.Operand{p.Cell(reviews), p.Cell(suitsDirect), p.Cell(suitsAfter), p.Cell(handled), theirs(e, handled)},
		}, d, mine, last)
	},
}
