package rule

import (
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// suitsExceedReviews: see suits-exceed-reviews.md for the text readers get.
var suitsExceedReviews = &check.Rule{
	ID: "suits-exceed-reviews", Title: tongue.Of("复议后起诉与复议件数", "suits after review against reviews"),
	Found:  tongue.Of("复议后起诉多于复议", "suits after review exceed reviews"),
	Family: check.CrossFooting, Severity: check.S3, Grade: check.Heuristic,
	Basis:   tongue.Of("复议后起诉以复议为前提", "a suit after review needs a review before it"),
	Formula: "复议后起诉总计 ≤ 本年复议总计 + 上年复议总计",
	MayBeWrong: tongue.Of("把二审计入；或政府作为复议机关被列为共同被告。",
		"second instances were counted, or the government is co-defendant as reviewing body"),
	Needs: check.LastYear,
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
			Message: tongue.Of("复议后起诉"+ops[0].Text+"件，与两年复议之和"+mine.n.Add(last.n).String()+"件不符，请核实。",
				"more suits after review than reviews in two years."),
			Formula: ops[0].Text + " > " + ops[1].Text + " + " + ops[2].Text, Operands: ops,
		}, after, mine, last)
	},
}
