package flat

import (
	"fmt"

	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// bareLabels finds the labels of a table whose figures are gone: the table was
// published, and its labels tell the version of the form. It gives how many of
// them only the form of 2019 prints, and how many only that of 2021
// (labels-whose-figures-are-gone). Three rows are no table yet
// (labels-too-few-for-a-table), ten names of table four are one
// (labels-of-table-four-without-figures).
func (t *reader) bareLabels() (old, recent int) {
	rows, names := map[string]bool{}, 0
	lines := t.lines()
	for i := range lines {
		if len(lines[i].nums) > 0 || !lines[i].label {
			continue
		}
		l := form.Firm(t.Units[lines[i].unit].Line.Text)
		if l.Old {
			old++
		}
		if l.New {
			recent++
		}
		if l.Table == t.Of && l.Row != "" {
			rows[l.Row] = true
		}
		if l.Table == t.Of {
			names++
		}
	}
	if t.Facts.Found || len(rows) < 4 && !(t.Of == form.Four && names >= 8) {
		return old, recent
	}
	t.Facts.Found = true
	t.Facts.Pos = t.Units[lines[0].unit].Pos()
	t.Problem(t.Facts.Pos, fmt.Sprintf("只见表%s的标签，没有数字，数字可能在转换时丢失", []string{"二", "三", "四"}[t.Of-form.Two]))
	t.Loose = report.FiguresGone
	for i := range lines {
		if u := &t.Units[lines[i].unit]; lines[i].label {
			u.Table, u.Role = int(t.Of), unit.LabelRole
		}
	}
	return old, recent
}
