package flat

import (
	"fmt"

	"ogi/generator/decode/tabular"
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
func (t *reader) bareLabels() (told tabular.Versions) {
	rows, names := map[string]bool{}, 0
	lines := t.lines()
	for i := range lines {
		if len(lines[i].Nums) > 0 || !lines[i].Label {
			continue
		}
		l := form.Firm(t.Units[lines[i].Unit].Line.Text)
		told.Count(&l)
		if l.Table == t.Of && l.Row != "" {
			rows[l.Row] = true
		}
		if l.Table == t.Of {
			names++
		}
	}
	if !t.names(rows, names) {
		return told
	}
	t.missed(lines[0].Unit, report.FiguresGone, fmt.Sprintf("只见表%s的标签，没有数字，数字可能在转换时丢失", []string{"二", "三", "四"}[t.Of-form.Two]))
	for i := range lines {
		if u := &t.Units[lines[i].Unit]; lines[i].Label {
			u.Table, u.Role = int(t.Of), unit.LabelRole
		}
	}
	return told
}

// names reports whether labels are those of a table that was not found yet: of so many
// rows, or of table four so many of its names.
func (t *reader) names(rows map[string]bool, names int) bool {
	return !t.Facts.Found && (len(rows) >= 4 || t.Of == form.Four && names >= 8)
}

// missed tells that the table stands at a unit and was not read, and why.
func (t *reader) missed(at int, why report.Evidence, text string) {
	t.Facts.Found, t.Facts.Pos = true, t.Units[at].Pos()
	t.Problem(t.Facts.Pos, text)
	t.Loose = why
}
