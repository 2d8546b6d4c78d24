package tabular

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// Set writes one cell of the form from an item of a row.
func (t *Table) Set(key string, r *Row, k int, why *report.Why) {
	t.SetAt(t.Report.Form.Index(key), r, k, why)
}

// SetAt is set for the cell at an index of the form; there is none at -1.
func (t *Table) SetAt(i int, r *Row, k int, why *report.Why) {
	if i < 0 {
		return
	}
	it := &r.Items[k]
	u, unitAt := t.UnitOf(r, k), r.Unit
	if r.Units != nil {
		unitAt = r.Units[k]
	}
	text, pos := u.Line.Text, u.Line.Pos
	if u.IsRow() {
		text, pos = u.Row[it.Cell].Text, u.Row[it.Cell].Pos
		u.Roles[it.Cell] = unit.ValueRole
		if it.From > 0 {
			u.Roles[it.Cell] = unit.LabelRole
		}
	} else {
		u.Role = unit.LabelRole
	}
	if u.IsRow() || t.Doc.Layout != "html" { // a paragraph of a page goes over lines that its text does not show
		pos = pos.Shift(text, int(it.From))
	}
	c := report.Cell{State: it.V.State, Raw: it.Text, Pos: pos}
	if u.IsRow() {
		c.Note = strings.Join(u.Row[it.Cell].Marks.Noted(), " ")
	} else {
		c.Note = strings.Join(u.Line.Marks.Noted(), " ")
	}
	amount := t.Report.Form.Defs[i].Amount
	switch {
	case it.V.State == report.Number && !amount && it.V.Unit != report.NoUnit:
		c.State, c.Why = report.Garbled, report.OddUnit.With(it.V.Unit.String()) // 1.2万 is not 1.2
	case it.V.State == report.Garbled:
		c.Why = it.V.Why
	case it.V.State == report.Number:
		c.Value, c.Dirty = it.V.Num, it.V.Dirty
		if why == nil {
			why = r.Why
		}
		if u.Veiled || u.IsRow() && u.Row[it.Cell].Marks.Hides() {
			why = report.Veiled.Why()
		}
		c.Recovered, c.Why = why != nil, why
		if amount {
			c.Unit = it.V.Unit
		}
	}
	t.Report.Cells[i] = c
	if it.Text != "" && !it.again {
		start := utf8.RuneCountInString(text[:it.From])
		t.Cells = append(t.Cells, unit.Placed{Unit: int32(unitAt), Cell: it.Cell, Start: int32(start), End: int32(start + utf8.RuneCountInString(it.Text)), Def: int32(i)})
	}
	r.Done = true
}

// Doubt writes a cell of which more than one reading fits.
func (t *Table) Doubt(key string, r *Row, why *report.Why) {
	i := t.Report.Form.Index(key)
	if i < 0 || t.Report.Cells[i].State == report.Number {
		return
	}
	t.Report.Cells[i] = report.Cell{State: report.Garbled, Pos: t.At(r), Why: why}
}

// Know gives the labels of a row their role.
func (t *Table) Know(r *Row) {
	for k := range r.Items {
		it := &r.Items[k]
		if it.Text == "" || it.Val && k > r.Last {
			continue
		}
		if it.Val || it.Label().Known() || form.IsPiece(it.Text) || IsFiller(it.Text) {
			u := t.UnitOf(r, k)
			if u.IsRow() {
				u.Roles[it.Cell] = unit.LabelRole
			} else {
				u.Role = unit.LabelRole
			}
		}
	}
}

// IsFiller knows the heads that converters invent: 数据1, 列2, 类别.
func IsFiller(s string) bool {
	switch strings.TrimRight(form.Norm(s), "0123456789") {
	case "数据", "列", "栏", "column", "unnamed", "序号", "类别", "项目", "数据项目", "数量", "指标":
		return true
	}
	return false
}
