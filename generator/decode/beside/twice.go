package beside

import (
	"fmt"

	"ogi/generator/decode/tabular"
	"ogi/generator/decode/unit"
	"ogi/generator/report"
)

// Later reports whether another row of the same key has values. The first may hold
// nothing but its label (html-label-alone-before-its-row).
func (t Table) Later(data []*tabular.Row, r *tabular.Row) bool {
	for _, o := range data {
		if o != r && o.Key == r.Key && o.IsData() {
			return true
		}
	}
	return false
}

// Twice handles a second row of the same name: if it says something else, none
// of the two can be taken.
func (t Table) Twice(r *tabular.Row) {
	if !r.IsData() {
		return
	}
	i, differ := 0, false
	for j, d := range t.Report.Form.Defs {
		if d.Row != r.Key {
			continue
		}
		if i < len(r.Fill) {
			v := &r.Items[r.Fill[i]].V
			c := &t.Report.Cells[j]
			differ = differ || v.State != c.State || v.Num.Cmp(c.Value) != 0
		}
		i++
	}
	if !differ {
		for _, k := range r.Fill {
			if u := t.UnitOf(r, k); u.IsRow() {
				u.Roles[r.Items[k].Cell] = unit.ValueRole
			}
		}
		return
	}
	t.Problem(t.At(r), fmt.Sprintf("“%s”出现两行，数字不同", t.Name(r)))
	for j, d := range t.Report.Form.Defs {
		if d.Row == r.Key {
			t.Report.Cells[j] = report.Cell{State: report.Garbled, Pos: t.Report.Cells[j].Pos, Raw: t.Report.Cells[j].Raw, Why: report.RowTwice.Why()}
		}
	}
}
