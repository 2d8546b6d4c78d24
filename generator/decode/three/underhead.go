package three

import (
	"slices"
	"strings"

	"ogi/generator/decode/beside"
	"ogi/generator/decode/tabular"
	"ogi/generator/form"
	"ogi/generator/report"
)

// legalPersons marks in a head the columns that stand below 法人或其他组织.
const legalPersons = "legal persons"

// printedOrder gives the columns of table three in the order in which the head
// names them, nil if it names one twice. The columns below 法人或其他组织 stand
// where it does.
func (t *Reader) printedOrder() []string {
	var order []string
	open := -1
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.IsData() {
			break
		}
		var row []string
		for k := range r.Items {
			it := &r.Items[k]
			switch {
			case it.Val:
			case slices.Contains(form.Columns, it.Label().Column) && !it.Label().Guess:
				row = append(row, it.Label().Column)
			case strings.Contains(form.Norm(it.Text), "法人") && len(it.Text) < 60:
				row = append(row, legalPersons)
			}
		}
		if open >= 0 && len(row) > 0 {
			order = slices.Replace(order, open, open+1, row...)
			break
		}
		if len(row) >= 2 {
			order = row
			open = slices.Index(row, legalPersons)
		}
	}
	for i, c := range order {
		if c == legalPersons || slices.Contains(order[:i], c) {
			return nil
		}
	}
	return order
}

// A ruler says at which column of the grid each column of table three stands, of
// text at which cell of a row; -1 is at none.
type ruler [7]int32

var noColumns = ruler{-1, -1, -1, -1, -1, -1, -1}

// fewestNames is the least number of columns that the head of a text must name
// to be believed where it does not name all.
const fewestNames = 5

// underHead gives the values of all rows to the columns whose names stand above
// them, in whatever order these are printed. It is believed only where the head
// names each column once and every row has a cell just below each name and no
// figure beside them; else it reports false and has done nothing. A head that
// lacks columns must stand once. In a true grid its names then span one column
// each, and the rows have no other cells; in text the values are recovered.
func (t *Reader) underHead(rows []*tabular.Row) bool {
	at, named := noColumns, 0
	width, aligned, wide := 0, false, false
	below, more := false, false // names stand below the first row of values
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.IsData() || r.Units != nil {
			below = true
			continue
		}
		h := beside.HeadOfRow(r, form.Columns)
		if len(h.Names) > 0 && below {
			more = true
			continue
		}
		for j, name := range h.Names {
			c := slices.Index(form.Columns, name)
			if at[c] >= 0 || slices.Contains(at[:], h.Cols[j]) || !h.Sure {
				return false
			}
			at[c] = h.Cols[j]
			named++
		}
		if len(h.Names) > 0 {
			if width > 0 && width != h.Width && !r.Aligned {
				return false
			}
			width, aligned, wide = h.Width, r.Aligned, wide || h.Wide
		}
	}
	lacks, least := named < len(form.Columns), fewestNames
	if aligned {
		least = 2
	}
	if named < least || lacks && aligned && (more || wide) || len(rows) == 0 && !aligned {
		return false
	}
	cells := make([][]int, len(rows))
	for i, r := range rows {
		if r.Units != nil || r.Aligned != aligned || !aligned && len(r.Items) != width || lacks && aligned && len(r.Vals) != named {
			return false
		}
		n := 0
		if cells[i], n = under(r, at); n != named {
			return false
		}
	}
	var why *report.Why
	if lacks {
		if !aligned {
			if !addUp(rows, cells) {
				return false
			}
			why = report.BelowNames.Why()
		}
		t.lacking(at, rows)
	}
	for i, r := range rows {
		t.assign(r, cells[i], why)
	}
	return true
}

// addUp reports whether the figures of all rows can make up their totals, and
// those of some row do, unless all are zero: then no name of the head has moved.
func addUp(rows []*tabular.Row, cells [][]int) bool {
	made, any := false, false
	for i, r := range rows {
		of := cells[i][tabular.AcrossThree.Right[0]]
		over, told := across(r, cells[i])
		if of < 0 || !told || over > 0 {
			return false
		}
		some := r.Items[of].Filled() && !r.Items[of].V.Num.IsZero()
		made = made || over == 0 && some
		any = any || some
	}
	return made || !any
}

// under finds the cells of a row that stand at the columns of a ruler, and counts
// them: none if the row has a figure elsewhere.
func under(r *tabular.Row, at ruler) (cells []int, n int) {
	cells = []int{-1, -1, -1, -1, -1, -1, -1}
	for k := range r.Items {
		it := &r.Items[k]
		switch j := slices.Index(at[:], it.Col); {
		case it.From > 0:
			return nil, 0
		case j >= 0 && it.Val && k > r.Last:
			cells[j] = k
			n++
		case it.Filled() && k > r.Last:
			return nil, 0
		}
	}
	return cells, n
}

// lacking tells which columns the head does not name.
func (t *Reader) lacking(at ruler, rows []*tabular.Row) {
	place := t.Facts.Pos
	if len(rows) > 0 {
		place = t.At(rows[0])
	}
	for j, c := range form.Columns {
		if at[j] < 0 {
			t.Problem(place, "表头没有“"+form.ColumnNames[c]+"”一列")
		}
	}
}

// reordered reports whether the head names the columns of table three in
// another order than the form, and takes care of it: a grid of which nothing stands
// below its name, as spans are left out or wrong, is read in that order where every
// row has just as many cells behind its label; else no row can be read.
func (t *Reader) reordered(rows []*tabular.Row, d *drawing) bool {
	order := t.printedOrder()
	if len(order) != len(form.Columns) || slices.Equal(order, form.Columns) {
		return false
	}
	if !slices.ContainsFunc(rows, func(r *tabular.Row) bool { return !r.Aligned || !d.alike(r) }) {
		for _, r := range rows {
			cells := make([]int, len(order))
			for j, c := range order {
				cells[slices.Index(form.Columns, c)] = r.Vals[j]
			}
			t.assign(r, cells, nil)
		}
		return true
	}
	// A converter may have moved the word 总计 alone: then the figures add up in
	// the order of the form.
	good, bad := 0, 0
	for _, r := range rows {
		if len(r.Fill) != len(form.Columns) {
			continue
		}
		if over, told := across(r, r.Fill); told && over == 0 {
			good++
		} else {
			bad++
		}
	}
	rest := slices.DeleteFunc(slices.Clone(order), func(c string) bool { return c == "total" })
	if slices.Equal(rest, form.Columns[:len(form.Columns)-1]) && good > 0 && bad == 0 {
		return false
	}
	if len(rows) > 0 {
		t.Problem(t.At(rows[0]), "表三表头各栏的先后与法定格式不同，而各数在哪一栏之下看不出来")
	}
	for _, r := range rows {
		t.DoubtAll(r, t.Keys(r), report.ThreeOddHead.Why())
	}
	return true
}
