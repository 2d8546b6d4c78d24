package decode

import (
	"slices"
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A headRow is what one row of a table's head names: columns of the form by
// their place in the row, left to right.
type headRow struct {
	names []string
	cols  []int32
	sure  bool
	wide  bool // a name spans several columns
	width int
}

// headOfRow reads the names of a row without figures. Of text the place is the
// ordinal of the cell.
func headOfRow(r *trow, known []string) headRow {
	h := headRow{sure: true, width: len(r.items)}
	for k := range r.items {
		it := &r.items[k]
		if it.val || !slices.Contains(known, it.label().Column) {
			continue
		}
		h.sure = h.sure && !it.label().Guess
		h.wide = h.wide || it.span > 1
		h.names = append(h.names, it.label().Column)
		h.cols = append(h.cols, it.col)
	}
	return h
}

// legalPersons marks in a head the columns that stand below 法人或其他组织.
const legalPersons = "legal persons"

// printedOrder gives the columns of table three in the order in which the head
// names them, nil if it names one twice. The columns below 法人或其他组织 stand
// where it does.
func (t *tableReader) printedOrder() []string {
	var order []string
	open := -1
	for i := range t.rows {
		r := &t.rows[i]
		if r.isData() {
			break
		}
		var row []string
		for k := range r.items {
			it := &r.items[k]
			switch {
			case it.val:
			case slices.Contains(form.Columns, it.label().Column) && !it.label().Guess:
				row = append(row, it.label().Column)
			case strings.Contains(form.Norm(it.text), "法人") && len(it.text) < 60:
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

// A columnHead says which column of the form stands at which column of the
// grid; of text, at which cell of a row.
type columnHead map[int32]string

func (h columnHead) has(column string) bool {
	for _, c := range h {
		if c == column {
			return true
		}
	}
	return false
}

// fewestNames is the least number of columns that the head of a text must name
// to be believed where it does not name all.
const fewestNames = 5

// underHead gives the values of all rows to the columns whose names stand above
// them, in whatever order these are printed. It is believed only where the head
// names each column once and every row has a cell just below each name and no
// figure beside them; else it reports false and has done nothing. A head that
// lacks columns must stand once. In a true grid its names then span one column
// each, and the rows have no other cells; in text the values are recovered.
func (t *threeReader) underHead(rows []*trow) bool {
	at := columnHead{}
	width, aligned, wide := 0, false, false
	below, more := false, false // names stand below the first row of values
	for i := range t.rows {
		r := &t.rows[i]
		if r.isData() || r.units != nil {
			below = true
			continue
		}
		h := headOfRow(r, form.Columns)
		if len(h.names) > 0 && below {
			more = true
			continue
		}
		for j, name := range h.names {
			if at[h.cols[j]] != "" || at.has(name) || !h.sure {
				return false
			}
			at[h.cols[j]] = name
		}
		if len(h.names) > 0 {
			if width > 0 && width != h.width && !r.aligned {
				return false
			}
			width, aligned, wide = h.width, r.aligned, wide || h.wide
		}
	}
	lacks, least := len(at) < len(form.Columns), fewestNames
	if aligned {
		least = 2
	}
	if len(at) < least || lacks && aligned && (more || wide) || len(rows) == 0 && !aligned {
		return false
	}
	cells := make([]map[string]int, len(rows))
	for i, r := range rows {
		if r.units != nil || r.aligned != aligned || !aligned && len(r.items) != width || lacks && aligned && len(r.vals) != len(at) {
			return false
		}
		cells[i] = cellsBelow(r, at)
		if len(cells[i]) != len(at) {
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
		for _, c := range form.Columns {
			if k, ok := cells[i][c]; ok {
				t.setAt(t.r.Form.At(r.key, c), r, k, why)
			}
		}
	}
	return true
}

// addUp reports whether the figures of all rows can make up their totals, and
// those of some row do, unless all are zero: then no name of the head has moved.
func addUp(rows []*trow, cells []map[string]int) bool {
	made, any := false, false
	of := form.Columns[acrossThree.Right[0]]
	for i, r := range rows {
		sum := int64(0)
		k, ok := cells[i][of]
		if !ok {
			return false
		}
		total, ok := whole(r.items[k].v.state, r.items[k].v.num)
		for c, k := range cells[i] {
			x, fine := whole(r.items[k].v.state, r.items[k].v.num)
			ok = ok && fine
			if c != of {
				sum += x
			}
		}
		if !ok || sum > total {
			return false
		}
		made = made || sum == total && sum > 0
		any = any || total > 0
	}
	return made || !any
}

// cellsBelow finds the cells of a row just below the names of a head. It gives
// nil if the row has a figure elsewhere.
func cellsBelow(r *trow, at columnHead) map[string]int {
	cells := make(map[string]int, len(at))
	for k := range r.items {
		it := &r.items[k]
		switch name := at[it.col]; {
		case it.from > 0:
			return nil
		case name != "" && it.val && k > r.last:
			cells[name] = k
		case it.filled() && k > r.last:
			return nil
		}
	}
	return cells
}

// lacking tells which columns the head does not name.
func (t *threeReader) lacking(at columnHead, rows []*trow) {
	place := placeOf{t.facts.Pos}
	if len(rows) > 0 {
		place = t.at(rows[0])
	}
	for _, c := range form.Columns {
		if !at.has(c) {
			t.problem(place, "表头没有“"+form.ColumnNames[c]+"”一列")
		}
	}
}

// fewRows is the number of rows that must be alike for their number of cells to
// be believed.
const fewRows = 5

// evenCells reads a grid without spans, or with wrong ones, so that nothing
// stands below its name: where the head names all columns and every row has just
// as many cells behind its label, each in its turn.
func (t *threeReader) evenCells(rows []*trow) bool {
	if len(rows) < fewRows || !rows[0].aligned {
		return false
	}
	order := t.printedOrder()
	if len(order) != len(form.Columns) {
		return false
	}
	for _, r := range rows {
		if !r.aligned || r.units != nil || r.last < 0 || len(r.vals) != len(order) || r.items[r.vals[0]].from > 0 {
			return false
		}
	}
	for _, r := range rows {
		for j, c := range order {
			t.setAt(t.r.Form.At(r.key, c), r, r.vals[j], nil)
		}
	}
	return true
}

// reordered reports whether the head names the columns of table three in
// another order than the form, and takes care of it: where the grid does not
// show what stands below which name, no row can be read.
func (t *threeReader) reordered(rows []*trow) bool {
	order := t.printedOrder()
	if len(order) != len(form.Columns) || slices.Equal(order, form.Columns) {
		return false
	}
	// A converter may have moved the word 总计 alone: then the figures add up in
	// the order of the form.
	good, bad := 0, 0
	for _, r := range rows {
		if len(r.fill) != len(form.Columns) {
			continue
		}
		if holdsAcross(r) {
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
		t.problem(t.at(rows[0]), "表三表头各栏的先后与法定格式不同，而各数在哪一栏之下看不出来")
	}
	for _, r := range rows {
		t.doubtAll(r, report.ThreeOddHead.Why())
	}
	return true
}

// columnsOf gives the cells of a row of table two by the names in the head
// above it, where that head names just the columns of the row: in another order
// than the form, or some of them. It gives nil where the head tells nothing new.
func (t *tableReader) columnsOf(r *trow, keys []string) []int {
	names := make([]string, len(keys))
	for j, key := range keys {
		names[j] = key[strings.LastIndexByte(key, '.')+1:]
	}
	var h headRow
	for i := range t.rows {
		o := &t.rows[i]
		if o == r {
			break
		}
		if o.isData() || o.units != nil || o.aligned != r.aligned {
			continue
		}
		if x := headOfRow(o, names); len(x.names) > 0 {
			h = x
		}
	}
	if len(h.names) < 2 && len(h.names) < len(names) || !h.sure || len(r.vals) != len(h.names) || slices.Equal(h.names, names) {
		return nil
	}
	cells := make([]int, len(keys))
	for j := range cells {
		cells[j] = -1
	}
	for k, name := range h.names {
		j := slices.Index(names, name)
		if cells[j] >= 0 || r.aligned && r.items[r.vals[k]].col != h.cols[k] {
			return nil
		}
		cells[j] = r.vals[k]
	}
	return cells
}
