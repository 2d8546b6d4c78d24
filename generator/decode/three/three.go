// Package three reads table three: rows by their labels, seven columns by the shape of
// the whole table. Rows of a tabular.Table come in and go to their cells by the head, by
// what full rows teach, and, where these leave a choice, by the form's sums.
package three

import (
	"fmt"
	"slices"
	"strings"

	"ogi/generator/decode/beside"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A Reader reads table three: rows by their labels, columns by the shape
// of the whole table.
type Reader struct {
	beside.Table
	data []*tabular.Row // rows that hold values or name a row of the form
}

// rowsOfThree are the rows that any version of the form has.
var rowsOfThree = func() map[string]bool {
	known := map[string]bool{}
	for _, f := range []*form.Form{form.F2021, form.F2019} {
		for _, r := range f.Rows(form.Three) {
			known[r] = true
		}
	}
	return known
}()

// New names the rows of table three, which also tell the version of the form.
func New(t *tabular.Table) *Reader {
	three := &Reader{Table: beside.Table{Table: t}}
	n := columnsHeld(t.Rows)
	for i := range t.Rows {
		r := &t.Rows[i]
		t.Know(r)
		r.Name(func(l *form.Label) bool { return rowsOfThree[l.Row] && (l.Column == "" || r.IsData()) })
		if r.Key == "" && beside.OnlyDashes(r) {
			for _, k := range r.Fill {
				if u := t.UnitOf(r, k); u.IsRow() {
					u.Roles[r.Items[k].Cell] = unit.LabelRole
				}
			}
			continue // a placeholder row of OCR output
		}
		if r.IsData() || (r.Key != "" || beside.Group(r) == "requests.other_outcome") && (len(r.Vals) >= len(form.Columns) || r.Aligned && len(r.Vals) == n) {
			three.data = append(three.data, r)
		}
	}
	return three
}

// columnsHeld is the number of values that the rows with figures of a true grid
// have, 0 where they differ: as many blank cells are a row too.
func columnsHeld(rows []tabular.Row) int {
	n := 0
	for i := range rows {
		r := &rows[i]
		if !r.IsData() {
			continue
		}
		if !r.Aligned || n > 0 && len(r.Vals) != n {
			return 0
		}
		n = len(r.Vals)
	}
	return n
}

// OneRow reports whether （六）其他处理 is printed as one row with values: the
// next row is （七）总计, or none follows.
func (t *Reader) OneRow() bool {
	for i, r := range t.data {
		if r.Key != "" || beside.Group(r) != "requests.other_outcome" {
			continue
		}
		return i+1 == len(t.data) || t.data[i+1].Key == "requests.outcomes_total" || t.data[i+1].Key == "requests.carried_out"
	}
	return false
}

// OtherParts reports whether （六）其他处理 is printed in parts, as on the 2021 form
// (parts-of-other-outcomes-tell-the-form).
func (t *Reader) OtherParts() bool {
	return slices.ContainsFunc(t.data, func(r *tabular.Row) bool { return strings.HasPrefix(r.Key, "requests.other_outcome.") })
}

// Read gives the values of all rows to their cells.
func (t *Reader) Read() {
	rows := t.Report.Form.Rows(form.Three)
	if t.Report.Form.OneRow {
		for _, r := range t.data {
			if r.Key == "" && beside.Group(r) == "requests.other_outcome" {
				r.Key = "requests.other_outcome"
			}
		}
	}
	t.rivals()
	t.Unlabelled(t.data, rows, func(r *tabular.Row, i int) bool {
		g := beside.Group(r)
		return g == "" || strings.HasPrefix(rows[i], g)
	})
	t.confirm(rows)
	t.Strays(t.data)
	seen := make([]bool, len(t.Report.Form.Defs)) // rows of the form, by the index of their total
	use := make([]*tabular.Row, 0, len(t.data))
	twice := false // perhaps
	for _, r := range t.data {
		if r.IsData() {
			t.Facts.Columns = max(t.Facts.Columns, min(len(r.Fill), len(form.Columns)+1))
			t.Facts.Values += t.valueCells(r)
		}
		total := -1
		if r.Key != "" {
			total = t.Report.Form.At(r.Key, "total")
		}
		twice = twice || r.Key != "" && (total < 0 || seen[total])
		if total < 0 || seen[total] || !r.IsData() && t.Later(t.data, r) {
			continue
		}
		seen[total] = true
		if !r.IsData() && t.Lost(r) {
			t.Problem(t.At(r), fmt.Sprintf(beside.LostFigures, t.Name(r)))
			continue
		}
		if t.BrokenOff(r) {
			t.Problem(t.At(r), fmt.Sprintf(beside.BrokenRow, t.Name(r)))
			t.DoubtAll(r, t.Keys(r), report.RowInTwo.Why())
			continue
		}
		use = append(use, r)
		if r.IsData() || len(r.Vals) >= len(form.Columns) {
			t.Facts.Rows++
		}
	}
	t.columns(use)
	t.unread()
	if !twice {
		return
	}
	first := map[string]bool{}
	for _, r := range t.data {
		if r.Key != "" && first[r.Key] && !r.Done {
			t.Twice(r)
		}
		first[r.Key] = true
	}
}

// unread tells which rows of values the form has no place for: the form is one
// by its table two and another by the parts of （六）.
func (t *Reader) unread() {
	for _, r := range t.data {
		if r.IsData() && strings.HasPrefix(r.Key, "requests.other_outcome.") && t.Report.Form.Index(r.Key+".total") < 0 {
			t.Note(r, "表二为2019年格式，表三（六）其他处理却印有分项；2019年格式没有分项，这些分项未读入")
			return
		}
	}
}

// rivals settles rows that claim the same row of the form: one known by
// likeness yields to one known by its words (label-like-that-of-another-row).
func (t *Reader) rivals() {
	if !slices.ContainsFunc(t.data, func(r *tabular.Row) bool { return r.Guess }) {
		return
	}
	first := map[string]*tabular.Row{}
	for _, r := range t.data {
		if r.Key == "" || !r.IsData() {
			continue
		}
		o := first[r.Key]
		switch {
		case o == nil:
			first[r.Key] = r
		case r.Guess && !o.Guess:
			r.Key, r.Why = "", nil
		case o.Guess && !r.Guess:
			o.Key, o.Why = "", nil
			first[r.Key] = r
		}
	}
}

// valueCells counts the value cells of a row as published: filled ones, and
// blank ones as far as the form has columns.
func (t *Reader) valueCells(r *tabular.Row) int {
	return max(len(r.Fill), min(len(r.Vals), len(form.Columns)))
}

// columns gives the values of each row to the seven columns: by the head, where
// it shows what stands below it, or by the count of cells. Else a row with seven
// values is plain. One with blanks is plain where the rows like it tell in
// which columns they stand. All others are doubtful: sums choose.
func (t *Reader) columns(rows []*tabular.Row) {
	if t.underHead(rows) || len(rows) == 0 {
		return
	}
	d := t.draw(rows)
	if t.reordered(rows, d) {
		return
	}
	moved := map[int]bool{} // by their last label, rows of which one is doubtful
	for _, r := range rows {
		if cells, _ := d.place(r); cells == nil && !r.Aligned && r.IsData() && len(r.Fill) != len(form.Columns) {
			moved[r.Last] = true
		}
	}
	var doubtful []*tabular.Row
	for _, r := range rows {
		switch cells, weak := d.place(r); {
		case cells != nil && !(weak && moved[r.Last]):
			t.assign(r, cells, nil)
		case r.IsData():
			doubtful = append(doubtful, r)
		}
	}
	if len(doubtful) > 0 {
		t.resolve(doubtful)
	}
}

// assign gives a row its cells, one for each column or -1.
func (t *Reader) assign(r *tabular.Row, cells []int, why *report.Why) {
	first := t.Report.Form.At(r.Key, form.Columns[0]) // a row has its columns in their order
	for j, k := range cells {
		if k >= 0 && first >= 0 {
			t.SetAt(first+j, r, k, why)
		}
	}
}
