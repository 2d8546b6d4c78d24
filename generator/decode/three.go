package decode

import (
	"fmt"
	"slices"
	"strings"

	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A threeReader reads table three: rows by their labels, columns by the shape
// of the whole table.
type threeReader struct {
	*tableReader
	data []*trow // rows that hold values or name a row of the form
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

func newThree(t *tableReader) *threeReader {
	three := &threeReader{tableReader: t}
	n := columnsHeld(t.rows)
	for i := range t.rows {
		r := &t.rows[i]
		t.know(r)
		r.labels(func(it *item) bool {
			if rowsOfThree[it.label().Row] && (it.label().Column == "" || r.isData()) {
				r.key, r.guess = it.label().Row, it.label().Guess
				return false
			}
			return true
		})
		if r.guess {
			r.why = report.ByLikeness.Why()
		}
		if r.key == "" && onlyDashes(r) {
			for _, k := range r.fill {
				if u := t.units1(r, k); u.IsRow() {
					u.Roles[r.items[k].cell] = unit.LabelRole
				}
			}
			continue // a placeholder row of OCR output
		}
		if r.isData() || (r.key != "" || group(r) == "requests.other_outcome") && (len(r.vals) >= len(form.Columns) || r.aligned && len(r.vals) == n) {
			three.data = append(three.data, r)
		}
	}
	return three
}

// columnsHeld is the number of values that the rows with figures of a true grid
// have, 0 where they differ: as many blank cells are a row too.
func columnsHeld(rows []trow) int {
	n := 0
	for i := range rows {
		r := &rows[i]
		if !r.isData() {
			continue
		}
		if !r.aligned || n > 0 && len(r.vals) != n {
			return 0
		}
		n = len(r.vals)
	}
	return n
}

func onlyDashes(r *trow) bool {
	for _, k := range r.fill {
		if r.items[k].v.State != report.Dash {
			return false
		}
	}
	return len(r.fill) > 0 && group(r) == ""
}

// oneRow reports whether （六）其他处理 is printed as one row with values: the
// next row is （七）总计, or none follows.
func (t *threeReader) oneRow() bool {
	for i, r := range t.data {
		if r.key != "" || group(r) != "requests.other_outcome" {
			continue
		}
		return i+1 == len(t.data) || t.data[i+1].key == "requests.outcomes_total" || t.data[i+1].key == "requests.carried_out"
	}
	return false
}

// otherParts reports whether （六）其他处理 is printed in parts, as on the 2021 form.
func (t *threeReader) otherParts() bool {
	return slices.ContainsFunc(t.data, func(r *trow) bool { return strings.HasPrefix(r.key, "requests.other_outcome.") })
}

// group is the group that the labels of a row name.
func group(r *trow) string {
	g := ""
	r.labels(func(it *item) bool {
		if it.label().Group != "" && it.label().Group != "requests.results" {
			g = it.label().Group
			return false
		}
		return true
	})
	return g
}

func (t *threeReader) read() {
	rows := t.Report.Form.Rows(form.Three)
	if t.Report.Form.OneRow {
		for _, r := range t.data {
			if r.key == "" && group(r) == "requests.other_outcome" {
				r.key = "requests.other_outcome"
			}
		}
	}
	t.rivals()
	t.unlabelled(t.data, rows, func(r *trow, i int) bool {
		g := group(r)
		return g == "" || strings.HasPrefix(rows[i], g)
	})
	t.confirm(rows)
	t.strays(t.data)
	seen := make([]bool, len(t.Report.Form.Defs)) // rows of the form, by the index of their total
	use := make([]*trow, 0, len(t.data))
	twice := false // perhaps
	for _, r := range t.data {
		if r.isData() {
			t.facts.Columns = max(t.facts.Columns, min(len(r.fill), len(form.Columns)+1))
			t.facts.Values += t.valueCells(r)
		}
		total := -1
		if r.key != "" {
			total = t.Report.Form.At(r.key, "total")
		}
		twice = twice || r.key != "" && (total < 0 || seen[total])
		if total < 0 || seen[total] || !r.isData() && t.later(t.data, r) {
			continue
		}
		seen[total] = true
		if !r.isData() && t.besideLost(r) {
			t.problem(t.at(r), fmt.Sprintf(lostFigures, t.name(r)))
			continue
		}
		if t.brokenOff(r) {
			t.problem(t.at(r), fmt.Sprintf(brokenRow, t.name(r)))
			t.doubtAll(r, report.RowInTwo.Why())
			continue
		}
		use = append(use, r)
		if r.isData() || len(r.vals) >= len(form.Columns) {
			t.facts.Rows++
		}
	}
	t.columns(use)
	t.unread()
	if !twice {
		return
	}
	first := map[string]bool{}
	for _, r := range t.data {
		if r.key != "" && first[r.key] && !r.done {
			t.twice(r)
		}
		first[r.key] = true
	}
}

// unread tells which rows of values the form has no place for: the form is one
// by its table two and another by the parts of （六）.
func (t *threeReader) unread() {
	for _, r := range t.data {
		if r.isData() && strings.HasPrefix(r.key, "requests.other_outcome.") && t.Report.Form.Index(r.key+".total") < 0 {
			t.note(r, "表二为2019年格式，表三（六）其他处理却印有分项；2019年格式没有分项，这些分项未读入")
			return
		}
	}
}

// rivals settles rows that claim the same row of the form: one known by
// likeness yields to one known by its words.
func (t *threeReader) rivals() {
	if !slices.ContainsFunc(t.data, func(r *trow) bool { return r.guess }) {
		return
	}
	first := map[string]*trow{}
	for _, r := range t.data {
		if r.key == "" || !r.isData() {
			continue
		}
		o := first[r.key]
		switch {
		case o == nil:
			first[r.key] = r
		case r.guess && !o.guess:
			r.key, r.why = "", nil
		case o.guess && !r.guess:
			o.key, o.why = "", nil
			first[r.key] = r
		}
	}
}

// valueCells counts the value cells of a row as published: filled ones, and
// blank ones as far as the form has columns.
func (t *threeReader) valueCells(r *trow) int {
	return max(len(r.fill), min(len(r.vals), len(form.Columns)))
}

// columns gives the values of each row to the seven columns: by the head, where
// it shows what stands below it, or by the count of cells. Else a row with seven
// values is plain. One with blanks is plain where the rows like it tell in
// which columns they stand. All others are doubtful: sums choose.
func (t *threeReader) columns(rows []*trow) {
	if t.underHead(rows) || len(rows) == 0 {
		return
	}
	d := t.draw(rows)
	if t.reordered(rows, d) {
		return
	}
	moved := map[int]bool{} // by their last label, rows of which one is doubtful
	for _, r := range rows {
		if cells, _ := d.place(r); cells == nil && !r.aligned && r.isData() && len(r.fill) != len(form.Columns) {
			moved[r.last] = true
		}
	}
	var doubtful []*trow
	for _, r := range rows {
		switch cells, weak := d.place(r); {
		case cells != nil && !(weak && moved[r.last]):
			t.assign(r, cells, nil)
		case r.isData():
			doubtful = append(doubtful, r)
		}
	}
	if len(doubtful) > 0 {
		t.resolve(doubtful)
	}
}

// assign gives a row its cells, one for each column or -1.
func (t *threeReader) assign(r *trow, cells []int, why *report.Why) {
	first := t.Report.Form.At(r.key, form.Columns[0]) // a row has its columns in their order
	for j, k := range cells {
		if k >= 0 && first >= 0 {
			t.setAt(first+j, r, k, why)
		}
	}
}

func (t *threeReader) shortProblem(r *trow) {
	n := len(form.Columns)
	switch k := len(r.fill); {
	case k < n:
		t.problem(t.at(r), fmt.Sprintf("“%s”一行有 %d 个数，应为 %d 个，缺少 %d 个", t.name(r), k, n, n-k))
	case k > n:
		t.problem(t.at(r), fmt.Sprintf("“%s”一行有 %d 个数，应为 %d 个，多出 %d 个", t.name(r), k, n, k-n))
	}
}
