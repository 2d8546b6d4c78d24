package decode

import (
	"slices"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A columnHead is what the head of a true grid says of its columns: which column of
// the form stands at which column of the grid.
type columnHead map[int32]string

// headed reads a true grid whose head lacks columns of the form by the columns
// it does have, and reports whether it could. A head is believed only where
// each of its names stands once, over one column, and each row has its values
// in just these columns: a head with broken spans tells nothing.
func (t *threeReader) headed(rows []*trow) bool {
	for _, r := range rows {
		if !r.aligned || len(r.vals) == 0 {
			return false
		}
	}
	h := columnHead{}
	for i := range t.rows {
		r := &t.rows[i]
		if !r.aligned || r.isData() {
			continue
		}
		for k := range r.items {
			it := &r.items[k]
			if it.val || !slices.Contains(form.Columns, it.label.Column) {
				continue
			}
			if it.label.Guess || it.span != 1 || h[it.col] != "" || h.has(it.label.Column) {
				return false
			}
			h[it.col] = it.label.Column
		}
	}
	if len(h) < 2 || len(h) >= len(form.Columns) {
		return false
	}
	for _, r := range rows {
		if len(r.vals) != len(h) {
			return false
		}
		for _, k := range r.vals {
			if h[r.items[k].col] == "" {
				return false
			}
		}
	}
	for _, c := range form.Columns {
		if !h.has(c) {
			at := t.facts.Pos
			if len(rows) > 0 {
				at = t.at(rows[0]).pos
			}
			t.facts.Problems = append(t.facts.Problems, report.Text{Text: "表头没有“" + form.ColumnNames[c] + "”一列", Pos: at})
		}
	}
	for _, r := range rows {
		for _, k := range r.vals {
			t.setAt(t.r.Form.At(r.key, h[r.items[k].col]), r, k, "")
		}
	}
	return true
}

func (h columnHead) has(column string) bool {
	for _, c := range h {
		if c == column {
			return true
		}
	}
	return false
}
