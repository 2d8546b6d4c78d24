package decode

import (
	"ogi/generator/form"
	"ogi/generator/report"
)

// cut finds the rows of a text table whose last columns are gone, and gives each
// of them its cells, blank or not: those below the names that the head still has.
// It is believed where of the columns named in the head those that are missing
// are the last ones, and the rows are drawn alike: all, heads among them, as
// wide as one another, or each with as many cells behind its label as the head
// has names.
func (t *threeReader) cut(rows []*trow) map[*trow]bool {
	named, below := t.namedFirst()
	if named == 0 {
		return nil
	}
	if width := t.oneWidth(); width > 0 {
		return cutAtWidth(rows, named, width, below == width-named)
	}
	return cutBehindLabels(rows, named)
}

// fewestLeft is the least number of columns that a cut table has left.
const fewestLeft = 4

// namedFirst is how many columns the head names, if they are the first ones of
// the form and not all; else 0. The cell of the first of them is told, if the
// others stand in the cells behind it one by one; else it is -1.
func (t *threeReader) namedFirst() (named, first int) {
	at := map[string]int{}
	for i := range t.rows {
		r := &t.rows[i]
		if !r.isData() {
			for k := range r.items {
				if col := r.items[k].label().Column; col != "" {
					at[col] = k
				}
			}
			continue
		}
		if r.aligned || !t.reader.Units[r.unit].IsRow() {
			return 0, -1
		}
	}
	if len(at) < fewestLeft || len(at) >= len(form.Columns) {
		return 0, -1
	}
	first = at[form.Columns[0]]
	for j, col := range form.Columns[:len(at)] {
		k, ok := at[col]
		if !ok {
			return 0, -1
		}
		if first >= 0 && k != first+j {
			first = -1
		}
	}
	return len(at), first
}

// oneWidth is the number of cells that all rows have, 0 if they differ.
func (t *threeReader) oneWidth() int {
	for i := range t.rows {
		if len(t.rows[i].items) != len(t.rows[0].items) {
			return 0
		}
	}
	return len(t.rows[0].items)
}

// cutAtWidth takes of rows of one width what stands below the names of the head,
// or from where all rows of a kind begin. A converter that drops blank cells and
// fills rows up at the right would leave rows as wide: so a row that begins or
// ends in a blank is believed only below the names, and beside rows that have
// blanks before their figures where labels span columns, which such a converter
// would have dropped too.
func cutAtWidth(rows []*trow, named, width int, below bool) map[*trow]bool {
	starts, kept, even := map[int]map[int]int{}, 0, true
	for _, r := range rows {
		bump(starts, r.last, r.fill[0])
		even = even && r.fill[len(r.fill)-1] == width-1
		below = below && r.last < width-named // else labels took the places of figures
		if r.fill[0] == width-named && r.fill[0] > r.last+1 {
			kept++
		}
	}
	below = below && kept >= fewestSpans
	cut := map[*trow]bool{}
	for _, r := range rows {
		start, _ := most(starts[r.last])
		if below {
			start = width - named
		}
		if r.fill[0] < start || !below && (!even || r.fill[0] > start) || width-start > named {
			continue
		}
		cut[r] = true
		r.seq = r.vals[start-r.last-1:]
	}
	return cut
}

// fewestSpans is the least number of rows whose label spans columns that show
// blank cells to be kept.
const fewestSpans = 3

// cutBehindLabels takes all that stands behind the labels, in rows that have no
// other cells. As labels of one and of two columns stand before them, the rows
// were not filled up to one width.
func cutBehindLabels(rows []*trow, named int) map[*trow]bool {
	cut, widths := map[*trow]bool{}, map[int]int{}
	for _, r := range rows {
		if len(r.vals) != named || r.items[r.vals[0]].from > 0 {
			return nil
		}
		cut[r] = true
		widths[len(r.items)]++
	}
	if common, _ := most(widths); len(rows) < fewRows || widths[common]*10 >= len(rows)*9 {
		return nil
	}
	for _, r := range rows {
		r.seq = r.vals
	}
	return cut
}

// writeCut writes the rows of a class whose cells are told by the cut.
func (t *threeReader) writeCut(rows []*trow) {
	why := report.CutAlike.Of(len(rows[0].seq), 0) // rows of a class have as many cells
	for _, r := range rows {
		t.assign(r, r.seq, why)
	}
}

func bump(m map[int]map[int]int, a, b int) {
	if m[a] == nil {
		m[a] = map[int]int{}
	}
	m[a][b]++
}

// most gives the commonest value, the smaller of two as common.
func most(m map[int]int) (int, bool) {
	best, n := 0, 0
	for v, k := range m {
		if k > n || k == n && v < best {
			best, n = v, k
		}
	}
	return best, n > 0
}
