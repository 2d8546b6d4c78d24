package three

import (
	"ogi/generator/decode/tabular"
	"ogi/generator/form"
	"ogi/generator/report"
)

// cut finds the rows of a text table whose last columns are gone, and gives each
// of them its cells, blank or not: those below the names that the head still has.
// It is believed where of the columns named in the head those that are missing
// are the last ones, and the rows are drawn alike: all, heads among them, as
// wide as one another, or each with as many cells behind its label as the head
// has names.
func (t *Reader) cut(rows []*tabular.Row) map[*tabular.Row]bool {
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
func (t *Reader) namedFirst() (named, first int) {
	at := map[string]int{}
	for i := range t.Rows {
		r := &t.Rows[i]
		if !r.IsData() {
			for k := range r.Items {
				if col := r.Items[k].Label().Column; col != "" {
					at[col] = k
				}
			}
			continue
		}
		if r.Aligned || !t.Units[r.Unit].IsRow() {
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
func (t *Reader) oneWidth() int {
	for i := range t.Rows {
		if len(t.Rows[i].Items) != len(t.Rows[0].Items) {
			return 0
		}
	}
	return len(t.Rows[0].Items)
}

// cutAtWidth takes of rows of one width what stands below the names of the head,
// or from where all rows of a kind begin. A converter that drops blank cells and
// fills rows up at the right would leave rows as wide: so a row that begins or
// ends in a blank is believed only below the names, and beside rows that have
// blanks before their figures where labels span columns, which such a converter
// would have dropped too.
func cutAtWidth(rows []*tabular.Row, named, width int, below bool) map[*tabular.Row]bool {
	starts, kept, even := map[int]map[int]int{}, 0, true
	for _, r := range rows {
		if starts[r.Last] == nil {
			starts[r.Last] = map[int]int{}
		}
		starts[r.Last][r.Fill[0]]++
		even = even && r.Fill[len(r.Fill)-1] == width-1
		below = below && r.Last < width-named // else labels took the places of figures
		if r.Fill[0] == width-named && r.Fill[0] > r.Last+1 {
			kept++
		}
	}
	below = below && kept >= fewestSpans
	cut := map[*tabular.Row]bool{}
	for _, r := range rows {
		start := most(starts[r.Last])
		if below {
			start = width - named
		}
		if r.Fill[0] < start || !below && (!even || r.Fill[0] > start) || width-start > named {
			continue
		}
		cut[r] = true
		r.Seq = r.Vals[start-r.Last-1:]
	}
	return cut
}

// fewestSpans is the least number of rows whose label spans columns that show
// blank cells to be kept.
const fewestSpans = 3

// cutBehindLabels takes all that stands behind the labels, in rows that have no
// other cells. As labels of one and of two columns stand before them, the rows
// were not filled up to one width.
func cutBehindLabels(rows []*tabular.Row, named int) map[*tabular.Row]bool {
	cut := map[*tabular.Row]bool{}
	for _, r := range rows {
		if len(r.Vals) != named || r.Items[r.Vals[0]].From > 0 {
			return nil
		}
		cut[r] = true
	}
	if _, ofThem := commonWidth(rows); len(rows) < fewRows || ofThem*10 >= len(rows)*9 {
		return nil
	}
	for _, r := range rows {
		r.Seq = r.Vals
	}
	return cut
}

// writeCut writes the rows of a class whose cells are told by the cut.
func (t *Reader) writeCut(rows []*tabular.Row) {
	why := report.CutAlike.Of(len(rows[0].Seq), 0) // rows of a class have as many cells
	for _, r := range rows {
		t.assign(r, r.Seq, why)
	}
}

// most gives the commonest value, the smaller of two as common.
func most(m map[int]int) int {
	best, n := 0, 0
	for v, k := range m {
		if k > n || k == n && v < best {
			best, n = v, k
		}
	}
	return best
}
