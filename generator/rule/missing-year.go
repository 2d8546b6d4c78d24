package rule

import (
	"strconv"

	"ogi/generator/check"
	"ogi/generator/tongue"
)

// missingYear: see missing-year.md for the text readers get.
var missingYear = &check.Rule{
	ID: "missing-year", Title: tongue.Of("各年收录", "years held"),
	Found:  tongue.Of("中间年度未收录", "year between not held"),
	Family: check.CrossYear, Severity: check.S3, Grade: check.Heuristic, Guard: true,
	Basis:      tongue.Of("本站收录的年度应当连续，才能核对衔接", "years held should follow each other, or nothing can be compared"),
	Formula:    "本年与上一份所收年报之间不缺年度",
	MayBeWrong: tongue.Of("未收录不等于未公布。", "not held does not mean not published"),
	Needs:      check.YearsHeld,
	Check: func(p *check.Run) {
		before := p.Near.Before
		switch {
		case before == 0:
			p.NA()
		case before == p.Entry.Year-1:
			p.Pass()
		default:
			from, to := strconv.Itoa(before+1), strconv.Itoa(p.Entry.Year-1)
			span := from + "年"
			if from != to {
				span = from + "至" + to + "年"
			}
			p.Hint(check.Finding{
				Message: tongue.Of("本站未收录"+span+"年报。", "the archive does not hold the reports between "+strconv.Itoa(before)+" and this one."),
				Formula: strconv.Itoa(before) + " … " + strconv.Itoa(p.Entry.Year),
			})
		}
	},
}
