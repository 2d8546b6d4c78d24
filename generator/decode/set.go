package decode

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// set writes one cell of the form from an item of a row.
func (t *tableReader) set(key string, r *trow, k int, why *report.Why) {
	t.setAt(t.Report.Form.Index(key), r, k, why)
}

// setAt is set for the cell at an index of the form; there is none at -1.
func (t *tableReader) setAt(i int, r *trow, k int, why *report.Why) {
	if i < 0 {
		return
	}
	it := &r.items[k]
	u, unitAt := t.units1(r, k), r.unit
	if r.units != nil {
		unitAt = r.units[k]
	}
	text, pos := u.Line.Text, u.Line.Pos
	if u.IsRow() {
		text, pos = u.Row[it.cell].Text, u.Row[it.cell].Pos
		u.Roles[it.cell] = unit.ValueRole
		if it.from > 0 {
			u.Roles[it.cell] = unit.LabelRole
		}
	} else {
		u.Role = unit.LabelRole
	}
	if u.IsRow() || t.Doc.Layout != "html" { // a paragraph of a page goes over lines that its text does not show
		pos = pos.Shift(text, int(it.from))
	}
	c := report.Cell{State: it.v.State, Raw: it.text, Pos: pos}
	if u.IsRow() {
		c.Note = strings.Join(u.Row[it.cell].Marks.Noted(), " ")
	} else {
		c.Note = strings.Join(u.Line.Marks.Noted(), " ")
	}
	amount := t.Report.Form.Defs[i].Amount
	switch {
	case it.v.State == report.Number && !amount && it.v.Unit != report.NoUnit:
		c.State, c.Why = report.Garbled, report.OddUnit.With(it.v.Unit.String()) // 1.2万 is not 1.2
	case it.v.State == report.Garbled:
		c.Why = it.v.Why
	case it.v.State == report.Number:
		c.Value, c.Dirty = it.v.Num, it.v.Dirty
		if why == nil {
			why = r.why
		}
		if u.Veiled || u.IsRow() && u.Row[it.cell].Marks.Hides() {
			why = report.Veiled.Why()
		}
		c.Recovered, c.Why = why != nil, why
		if amount {
			c.Unit = it.v.Unit
		}
	}
	t.Report.Cells[i] = c
	if it.text != "" && !it.again {
		start := utf8.RuneCountInString(text[:it.from])
		t.Cells = append(t.Cells, unit.Placed{Unit: int32(unitAt), Cell: it.cell, Start: int32(start), End: int32(start + utf8.RuneCountInString(it.text)), Def: int32(i)})
	}
	r.done = true
}

// doubt writes a cell of which more than one reading fits.
func (t *tableReader) doubt(key string, r *trow, why *report.Why) {
	i := t.Report.Form.Index(key)
	if i < 0 || t.Report.Cells[i].State == report.Number {
		return
	}
	t.Report.Cells[i] = report.Cell{State: report.Garbled, Pos: t.at(r).pos, Why: why}
}

// know gives the labels of a row their role.
func (t *tableReader) know(r *trow) {
	for k := range r.items {
		it := &r.items[k]
		if it.text == "" || it.val && k > r.last {
			continue
		}
		if it.val || it.label().Known() || form.IsPiece(it.text) || isFiller(it.text) {
			u := t.units1(r, k)
			if u.IsRow() {
				u.Roles[it.cell] = unit.LabelRole
			} else {
				u.Role = unit.LabelRole
			}
		}
	}
}

// isFiller knows the heads that converters invent: 数据1, 列2, 类别.
func isFiller(s string) bool {
	switch strings.TrimRight(form.Norm(s), "0123456789") {
	case "数据", "列", "栏", "column", "unnamed", "序号", "类别", "项目", "数据项目", "数量", "指标":
		return true
	}
	return false
}
