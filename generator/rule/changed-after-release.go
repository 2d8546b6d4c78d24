package rule

import (
	"strings"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// changedAfterRelease: see changed-after-release.md for the text readers get.
var changedAfterRelease = &check.Rule{
	ID: "changed-after-release", Title: tongue.Of("公布后是否变动", "text after release"),
	Found:  tongue.Of("公布后有变动", "changed after release"),
	Family: check.Timeliness, Severity: check.S3, Grade: check.Assessed,
	Basis:   tongue.Of("本站先后收存的同一年报的两个版本", "two captures of one report"),
	Formula: "先后两次收存的数字和正文相同",
	MayBeWrong: tongue.Of("变动的只是网页栏目、计数器，或本站读法不同。",
		"only page chrome or counters changed, or we read the two in different ways"),
	Check: func(p *check.Run) {
		for _, f := range p.Entry.Files {
			if f.Role != "earlier" || f.Report == nil {
				continue
			}
			var ops []check.Operand
			for _, d := range p.Report.Form.Defs {
				a, b := p.Report.Cell(d.Key), f.Report.Cell(d.Key)
				if check.Shown(a) != check.Shown(b) {
					ops = append(ops, p.Cell(d.Key), check.CellOf(f.Report, d.Key, f.Path))
				}
			}
			switch {
			case len(ops) > 0:
				p.Hint(check.Finding{
					Message: tongue.Of("与先前收存的版本相比，“"+ops[0].Label+"”由"+ops[1].Text+"变为"+ops[0].Text+"。",
						"a number differs from an earlier capture."),
					Formula: ops[1].Text + " → " + ops[0].Text, Operands: ops, Responsible: check.ByMixed,
				})
			case allProse(p.Report) != allProse(f.Report):
				a, b := firstDifference(p.Report, f.Report)
				p.Hint(check.Finding{
					Message:  tongue.Of("与先前收存的版本相比，正文有变动。", "the prose differs from an earlier capture."),
					Formula:  "“" + clip(b.Text) + "” → “" + clip(a.Text) + "”",
					Operands: []check.Operand{check.Words("现版本", a), {Label: "先前版本", Text: b.Text, File: f.Path, Pos: b.Pos}},
					Pos:      a.Pos, Responsible: check.ByMixed,
				})
			default:
				p.Pass()
			}
		}
	},
}

// allProse is the prose without white space, for comparison.
func allProse(r *report.Report) string {
	var b strings.Builder
	for _, t := range r.Paras() {
		b.WriteString(han.Squeeze(t.Text))
	}
	return b.String()
}

func firstDifference(r, s *report.Report) (a, b report.Text) {
	as, bs := sentencesOf(r), sentencesOf(s)
	for i := 0; i < len(as) || i < len(bs); i++ {
		switch {
		case i >= len(as):
			return report.Text{}, bs[i].words()
		case i >= len(bs):
			return as[i].words(), report.Text{}
		case as[i].flat != bs[i].flat:
			return as[i].words(), bs[i].words()
		}
	}
	return report.Text{}, report.Text{}
}
