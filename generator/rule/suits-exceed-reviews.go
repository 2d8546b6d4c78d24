package rule

import "ogi/generator/check"

// suitsExceedReviews: see suits-exceed-reviews.md for the text readers get.
var suitsExceedReviews = &check.Rule{
	ID: "suits-exceed-reviews", Title: "复议后起诉与复议件数", TitleEN: "suits after review against reviews",
	Found: "复议后起诉多于复议", FoundEN: "suits after review exceed reviews",
	Family: check.CrossFooting, Severity: check.S3, Grade: check.Heuristic,
	Basis:        "复议后起诉以复议为前提",
	BasisEN:      "a suit after review needs a review before it",
	Formula:      "复议后起诉总计 ≤ 本年复议总计 + 上年复议总计",
	MayBeWrong:   "把二审计入；或政府作为复议机关被列为共同被告。",
	MayBeWrongEN: "second instances were counted, or the government is co-defendant as reviewing body",
	Check: func(p *check.Run) {
		if !tableFour(p) {
			return
		}
		after, mine := read(p.Report.Cell(suitsAfter)), read(p.Report.Cell(reviews))
		ops := []check.Operand{p.Cell(suitsAfter), p.Cell(reviews)}
		if allKnown(after, mine) && after.n.Cmp(mine.n) <= 0 {
			settle(p, true, check.Finding{}, after, mine)
			return
		}
		e, why := lastYear(p)
		if why != "" {
			notHeld(p, why)
			return
		}
		last := read(e.Report.Cell(reviews))
		ops = append(ops, theirs(e, reviews))
		settle(p, after.n.Cmp(mine.n.Add(last.n)) <= 0, check.Finding{
			Message:   "复议后起诉" + ops[0].Text + "件，与两年复议之和" + mine.n.Add(last.n).String() + "件不符，请核实。",
			MessageEN: "more suits after review than reviews in two years.",
			Formula:   ops[0].Text + " > " + ops[1].Text + " + " + ops[2].Text, Operands: ops,
		}, after, mine, last)
	},
}
