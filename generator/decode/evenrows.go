package decode

import (
	"slices"
	"strings"

	"ogi/generator/form"
)

// evenRows reads a text table whose rows keep a cell for each column, blank or
// not, and spare ones for the columns and rows that labels span. It is believed
// where the rows are drawn alike: each has just seven cells behind its label, or
// as many spare ones as its label spans columns, or all are as wide as one
// another. It gives back the rows that it leaves to sums.
//
// Rows as wide as one another are no proof that blanks were kept: some
// converters drop blank cells and fill the row up at the right, which moves its
// total to the left. So in these a row stands as it is drawn where its total is
// filled; one without needs other rows that have blanks between figures.
func (t *threeReader) evenRows(rows []*trow) (left []*trow) {
	e := drawnAlike(rows)
	e.begin(t)
	n := len(form.Columns)
	kept, totals, data := 0, 0, 0
	for _, r := range e.rows {
		cells := e.cells(r)
		if cells == nil || len(r.fill) == 0 {
			continue
		}
		data++
		if r.items[cells[n-1]].filled() {
			totals++
		}
		if blankBetween(r, cells) {
			kept++
		}
	}
	believed := e.sure || kept >= 3 && totals*2 >= data
	drawn := e.rows
	for _, r := range rows {
		var cells []int
		if len(drawn) > 0 && drawn[0] == r {
			cells, drawn = e.cells(r), drawn[1:]
		}
		switch {
		case cells == nil:
			left = append(left, r)
		case len(r.fill) == 0 || r.items[cells[n-1]].filled() || believed && (e.sure || !movedLeft(r, cells)):
			t.assign(r, cells)
		default:
			left = append(left, r)
		}
	}
	return left
}

// A spread is the shape of a row: the index of its last label, and how many
// cells follow it.
type spread struct{ last, cells int }

// An evenTable is the rows of a table that are drawn alike, and where in each
// shape of row the seven cells begin.
type evenTable struct {
	rows   []*trow // in order
	sure   bool    // their cells cannot be as many if blank ones were dropped
	shapes []evenShape
}

// An evenShape is where the seven cells of rows of one shape may begin, counted
// from their first cell.
type evenShape struct {
	spread
	first, last int  // that hold all figures
	at          int  // where they do
	told        bool // at is known
}

// shape is the one of a row, nil if there is none yet.
func (e *evenTable) shape(r *trow) *evenShape {
	for i := range e.shapes {
		if s := &e.shapes[i]; s.spread == (spread{r.last, len(r.vals)}) {
			return s
		}
	}
	return nil
}

// cells are the seven cells of one of the rows, nil if they are not told.
func (e *evenTable) cells(r *trow) []int {
	s := e.shape(r)
	if s == nil || !s.told {
		return nil
	}
	return r.vals[s.at : s.at+len(form.Columns)]
}

// drawnAlike finds the rows that are drawn like most of them; none if they are
// few.
func drawnAlike(rows []*trow) *evenTable {
	n := len(form.Columns)
	e := &evenTable{}
	common, ofThem := commonWidth(rows)
	for i, alike := range [...]func(*trow) bool{
		func(r *trow) bool { return len(r.vals) == n },
		func(r *trow) bool { return len(r.vals) == n+2-depth(r.key) },
		func(r *trow) bool { return len(r.items) == common },
	} {
		holds := func(r *trow) bool {
			return !r.aligned && !r.flat && r.last >= 0 && len(r.vals) >= n && r.items[r.vals[0]].from == 0 && alike(r)
		}
		if m := count(rows, holds); m > len(e.rows) {
			e.rows, e.sure = choice(rows, holds, m), i < 2 && ofThem*10 < len(rows)*9
		}
	}
	if !e.sure { // a row of another width has lost a cell, or has one too many
		e.rows = slices.DeleteFunc(e.rows, func(r *trow) bool { return len(r.items) != common })
	}
	if len(e.rows) < fewRows || len(e.rows)*10 < len(rows)*9 {
		return &evenTable{}
	}
	return e
}

// commonWidth is how many items most rows have, the fewest of two that are even,
// and how many rows have as many.
func commonWidth(rows []*trow) (width, n int) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, len(r.items))
	}
	have := make([]int, widest+1)
	for _, r := range rows {
		have[len(r.items)]++
	}
	for w, k := range have {
		if k > n {
			width, n = w, k
		}
	}
	return width, n
}

func count(rows []*trow, holds func(*trow) bool) int {
	n := 0
	for _, r := range rows {
		n += last(holds(r))
	}
	return n
}

// choice are the n rows for which something holds.
func choice(rows []*trow, holds func(*trow) bool, n int) []*trow {
	out := make([]*trow, 0, n)
	for _, r := range rows {
		if holds(r) {
			out = append(out, r)
		}
	}
	return out
}

// begin tells for each shape of row where the seven cells begin: where only one
// place holds all its figures, or its totals end it and a sum or the head says
// the same; where blanks were surely kept, on the side where all shapes or the
// head have them.
func (e *evenTable) begin(t *threeReader) {
	n := len(form.Columns)
	for _, r := range e.rows {
		s := e.shape(r)
		if s == nil {
			k := spread{r.last, len(r.vals)}
			e.shapes = append(e.shapes, evenShape{spread: k, last: k.cells - n})
			s = &e.shapes[len(e.shapes)-1]
		}
		if m := len(r.fill); m > 0 {
			s.first = max(s.first, r.fill[m-1]-r.last-n)
			s.last = min(s.last, r.fill[0]-r.last-1)
		}
	}
	front, behind := true, true // the spare cells stand before the seven, or behind them
	for _, s := range e.shapes {
		front = front && s.last == s.cells-n
		behind = behind && s.first == 0
	}
	headFront, headBehind := t.headSpans()
	if front == behind {
		front, behind = headFront, headBehind
	}
	for i := range e.shapes {
		s := &e.shapes[i]
		s.told = true
		switch {
		case s.first > s.last:
			s.told = false
		case s.first == s.last:
			s.at = s.first
		case e.ends(s.spread, s.first) && (e.adds(s.spread, s.first) || headFront != headBehind && (headFront && s.first == s.cells-n || headBehind && s.first == 0)):
			s.at = s.first
		case e.sure && front != behind && front:
			s.at = s.cells - n
		case e.sure && front != behind:
			s.at = 0
		default:
			s.told = false
		}
	}
}

// ends reports whether most rows of a shape end in the last of the seven cells
// that begin at a place.
func (e *evenTable) ends(k spread, at int) bool {
	data, end := 0, 0
	for _, r := range e.rows {
		if len(r.fill) > 0 && r.last == k.last && len(r.vals) == k.cells {
			data++
			if r.items[r.vals[at+len(form.Columns)-1]].filled() {
				end++
			}
		}
	}
	return end*2 > data
}

// adds reports whether the total of some row of a shape is the sum of others.
func (e *evenTable) adds(k spread, at int) bool {
	for _, r := range e.rows {
		if len(r.fill) < 2 || r.last != k.last || len(r.vals) != k.cells || !r.adds() {
			continue
		}
		if total := &r.items[r.vals[at+len(form.Columns)-1]]; total.filled() && !total.v.num.IsZero() {
			return true
		}
	}
	return false
}

// blankBetween reports whether a blank cell stands before a figure.
func blankBetween(r *trow, cells []int) bool {
	first := slices.IndexFunc(cells, func(k int) bool { return !r.items[k].filled() })
	return first >= 0 && slices.ContainsFunc(cells[first:], func(k int) bool { return r.items[k].filled() })
}

// movedLeft reports whether a row without a total may be one whose blank cells
// were dropped: it has no gap, and its last figure is the sum of the others.
func movedLeft(r *trow, cells []int) bool { return !blankBetween(r, cells) && r.adds() }

// headSpans tells by the head on which side of a cell its spare ones stand:
// 法人或其他组织, which spans five columns, stands four cells before 总计, or
// directly before it and the spare cells at the end of the row
// (TestOnlyTotalsBelowTheirHead).
func (t *tableReader) headSpans() (front, behind bool) {
	for i := range t.rows {
		r := &t.rows[i]
		for k := range r.items {
			if it := &r.items[k]; it.val || !strings.Contains(it.text, "法") || !strings.Contains(form.Norm(it.text), "法人") {
				continue
			}
			j := k + 1
			for j < len(r.items) && r.items[j].val && !r.items[j].filled() {
				j++
			}
			if j < len(r.items) && r.items[j].label().Column == "total" {
				front = front || j == k+5
				behind = behind || j == k+1 && j+1 < len(r.items) && r.items[j+1].val && !r.items[j+1].filled()
			}
		}
		if r.isData() {
			break
		}
	}
	return front, behind
}

// depth is how many labels a row of table three stands below.
func depth(key string) int {
	switch key {
	case "requests.received", "requests.carried_in", "requests.carried_out":
		return 0
	case "requests.granted", "requests.partial", "requests.other_outcome", "requests.outcomes_total":
		return 1
	}
	return strings.Count(key, ".")
}
