package pdf

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
)

// A ruled is one table of one page: its edges, and which neighbouring fields
// between the edges a line parts.
type ruled struct {
	page   *page
	xs, ys []float64 // edges; ys from top to bottom
	cells  []ruledCell
	open   [2]float64 // lines left and right of it that nothing joins to it, 0 if there is none
}

// A ruledCell is one cell; row and col count the edges above and left of it.
type ruledCell struct {
	row, col, rows, cols int
	box                  place.Box
	chars                []char
}

// ruledTables finds the tables of a page: groups of lines that touch.
func ruledTables(p *page) []*ruled {
	var tables []*ruled
	var lone []rule
	for _, group := range touching(p.rules, p.work) {
		if r, ok := upright(group); ok {
			lone = append(lone, r)
			continue
		}
		t := &ruled{page: p}
		var xs, ys []float64
		var left, right, bottom, top []float64
		for _, r := range group {
			if r.flat() {
				ys = append(ys, r.y0)
				left, right = append(left, r.x0), append(right, r.x1)
			} else {
				xs = append(xs, r.x0)
				bottom, top = append(bottom, r.y0), append(top, r.y1)
			}
		}
		t.xs, t.ys = outer(edges(xs), left, right), outer(edges(ys), bottom, top)
		slices.Reverse(t.ys)
		if len(t.xs) < 2 || len(t.ys) < 2 || (len(t.xs)-1)*(len(t.ys)-1) < 2 || len(t.xs)*len(t.ys) > 200000 {
			continue
		}
		t.merge(group)
		tables = append(tables, t)
	}
	for _, t := range tables[:min(len(tables), 100)] {
		t.seekOpen(lone)
	}
	slices.SortStableFunc(tables, func(a, b *ruled) int { return cmp.Compare(b.ys[0], a.ys[0]) })
	return tables
}

// upright is a group that is one vertical line, be it drawn in pieces.
func upright(group []rule) (rule, bool) {
	out := group[0]
	for _, r := range group {
		if r.flat() || math.Abs(r.x0-out.x0) > snap {
			return out, false
		}
		out.y0, out.y1 = min(out.y0, r.y0), max(out.y1, r.y1)
	}
	return out, true
}

// seekOpen finds the outer lines of a table that nothing joins to it, as on a page
// on which the label at its left covers all rows: they are as high as it is.
func (t *ruled) seekOpen(lone []rule) {
	left, right := t.xs[0], t.xs[len(t.xs)-1]
	for _, r := range lone[:min(len(lone), 100)] {
		if math.Abs(r.y1-t.ys[0]) > 2*snap || math.Abs(r.y0-t.ys[len(t.ys)-1]) > 2*snap {
			continue
		}
		if r.x0 < left && r.x0 > t.open[0] {
			t.open[0] = r.x0
		}
		if r.x0 > right && (t.open[1] == 0 || r.x0 < t.open[1]) {
			t.open[1] = r.x0
		}
	}
}

// widen takes the open column at the left (0) or the right (1) into the table.
func (t *ruled) widen(at int) {
	n := len(t.xs)
	c := ruledCell{rows: len(t.ys) - 1, cols: 1}
	if at == 0 {
		t.xs = append([]float64{t.open[0]}, t.xs...)
		for i := range t.cells {
			t.cells[i].col++
		}
		t.cells = slices.Insert(t.cells, 0, c)
	} else {
		t.xs = append(t.xs, t.open[1])
		c.col = n - 1
		k := slices.IndexFunc(t.cells, func(c ruledCell) bool { return c.row > 0 })
		if k < 0 {
			k = len(t.cells)
		}
		t.cells = slices.Insert(t.cells, k, c)
	}
	for i := range t.cells {
		if x := &t.cells[i]; x.col == c.col && x.rows == c.rows && x.box == (place.Box{}) {
			x.box = place.Box{X0: t.xs[c.col], Y0: t.ys[len(t.ys)-1], X1: t.xs[c.col+1], Y1: t.ys[0]}
		}
	}
	t.open[at] = 0
}

// touching groups lines that meet or cross.
func touching(rules []rule, work *kit.Budget) [][]rule {
	parent := make([]int, len(rules))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	// by left end, so that only lines that overlap in x are compared
	order := make([]int, len(rules))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rules[a].x0, rules[b].x0) })
	for k, i := range order {
		a := rules[i]
		for _, j := range order[k+1:] {
			b := rules[j]
			if b.x0 > a.x1+snap {
				break
			}
			work.Spend(1, "PDF 的线条过多")
			if a.y0 <= b.y1+snap && b.y0 <= a.y1+snap {
				parent[find(i)] = find(j)
			}
		}
	}
	at := map[int]int{}
	var groups [][]rule
	for i, r := range rules {
		g, ok := at[find(i)]
		if !ok {
			g = len(groups)
			at[find(i)] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], r)
	}
	return groups
}

// edges are the distinct places, ascending.
func edges(v []float64) []float64 {
	slices.Sort(v)
	var out []float64
	for i, x := range v {
		if i == 0 || x-v[i-1] > snap {
			out = append(out, x)
		}
	}
	return out
}

// outer adds the edges that a table without an outer line lacks, as one that a
// page end cuts: where several lines across end beyond the last edge along.
func outer(edges, from, to []float64) []float64 {
	if len(edges) == 0 {
		return edges
	}
	low, high := edges[0], edges[len(edges)-1]
	if x, n := furthest(from, func(x float64) bool { return x < low-2*snap }, -1); n > 2 {
		edges = append([]float64{x}, edges...)
	}
	if x, n := furthest(to, func(x float64) bool { return x > high+2*snap }, 1); n > 2 {
		edges = append(edges, x)
	}
	return edges
}

// furthest is the furthest of the ends that are beyond, and how many end there.
func furthest(ends []float64, beyond func(float64) bool, sign float64) (at float64, n int) {
	for _, x := range ends {
		switch {
		case !beyond(x):
		case n == 0 || sign*(x-at) > snap:
			at, n = x, 1
		case math.Abs(x-at) <= snap:
			n++
		}
	}
	return at, n
}

// near is the first of the ascending or descending places that is nearest to x.
func near(v []float64, x float64) int {
	i := sort.Search(len(v), func(i int) bool { return v[i] >= x })
	if len(v) > 1 && v[0] > v[len(v)-1] {
		i = sort.Search(len(v), func(i int) bool { return v[i] <= x })
	}
	if i == len(v) || i > 0 && math.Abs(v[i-1]-x) <= math.Abs(v[i]-x) {
		i--
	}
	return max(0, i)
}

// merge joins the fields that no line parts into cells.
func (t *ruled) merge(group []rule) {
	rows, cols := len(t.ys)-1, len(t.xs)-1
	right := make([]bool, rows*cols) // a line right of the field
	below := make([]bool, rows*cols)
	for _, r := range group {
		if r.flat() {
			j := near(t.ys, r.y0) - 1
			from := sort.Search(cols, func(c int) bool { return (t.xs[c]+t.xs[c+1])/2 >= r.x0 })
			for c := from; j >= 0 && j < rows && c < cols && (t.xs[c]+t.xs[c+1])/2 <= r.x1; c++ {
				below[j*cols+c] = true
				t.page.work.Spend(1, "PDF 的线条过多")
			}
			continue
		}
		c := near(t.xs, r.x0) - 1
		from := sort.Search(rows, func(j int) bool { return (t.ys[j]+t.ys[j+1])/2 <= r.y1 })
		for j := from; c >= 0 && c < cols && j < rows && (t.ys[j]+t.ys[j+1])/2 >= r.y0; j++ {
			right[j*cols+c] = true
			t.page.work.Spend(1, "PDF 的线条过多")
		}
	}
	done := make([]bool, rows*cols)
	for j := range rows {
		for c := range cols {
			if done[j*cols+c] {
				continue
			}
			w := 1
			for c+w < cols && !right[j*cols+c+w-1] && !done[j*cols+c+w] {
				w++
			}
			h := 1
			for j+h < rows && open(below, right, cols, j+h-1, c, w) {
				h++
			}
			for y := j; y < j+h; y++ {
				for x := c; x < c+w; x++ {
					done[y*cols+x] = true
				}
			}
			t.cells = append(t.cells, ruledCell{
				row: j, col: c, rows: h, cols: w,
				box: place.Box{X0: t.xs[c], Y0: t.ys[j+h], X1: t.xs[c+w], Y1: t.ys[j]},
			})
		}
	}
}

// open reports whether the fields c … c+w-1 of row j go on below it as one.
func open(below, right []bool, cols, j, c, w int) bool {
	for x := c; x < c+w; x++ {
		if below[j*cols+x] || x < c+w-1 && right[(j+1)*cols+x] {
			return false
		}
	}
	return c+w == cols || right[(j+1)*cols+c+w-1]
}

// fill puts the page's characters into the cells; taken marks them. An open
// column belongs to the table if there is text in it.
func (t *ruled) fill(taken []bool) {
	for at, x := range t.open {
		if x != 0 && t.standsIn(min(x, t.xs[at*(len(t.xs)-1)]), max(x, t.xs[at*(len(t.xs)-1)])) {
			t.widen(at)
		}
	}
	t.page.work.Spend(len(t.page.chars)/8, "PDF 的表格线与文字过多")
	last := 0 // cells are mostly drawn one after the other
	for i := range t.page.chars {
		if taken[i] {
			continue
		}
		x, y := t.page.chars[i].middle()
		if x < t.xs[0]-1 || x > t.xs[len(t.xs)-1]+1 || y > t.ys[0]+1 || y < t.ys[len(t.ys)-1]-1 {
			continue
		}
		k := last
		if b := &t.cells[k].box; x <= b.X0 || x >= b.X1 || y <= b.Y0 || y >= b.Y1 {
			k = t.cellAt(x, y)
		}
		if k >= 0 {
			ch := t.page.chars[i]
			if n := len(t.cells[last].chars); k != last && n > 0 && taken[i-1] && runsOn(&t.page.chars[i-1], &ch) {
				ch.look |= overEdge
				t.cells[last].chars[n-1].look |= overEdge
			}
			t.cells[k].chars = append(t.cells[k].chars, ch)
			taken[i], last = true, k
		}
	}
}

// overEdge is the look of characters at the edge of two cells that may belong to
// what stands in either.
const overEdge = grid.Ground | grid.Unsure

// runsOn reports whether b was drawn right behind a, as in a date or a figure that
// is wider than its cell: nobody sees where it ends and the next figure begins.
func runsOn(a, b *char) bool {
	return (digit(a.text) || digit(b.text)) && !blank(a.text) && !blank(b.text) &&
		math.Abs(a.y-b.y) < 0.1*b.h && math.Abs(b.x-a.x-a.w) < 0.1*b.h
}

// cellAt is the first cell that a place is in, -1 if there is none.
func (t *ruled) cellAt(x, y float64) int {
	t.page.work.Spend(len(t.cells)/4, "PDF 的表格线与文字过多")
	for k := range t.cells {
		if b := &t.cells[k].box; x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1 {
			return k
		}
	}
	return -1
}

// standsIn reports whether a character of the page stands beside the table
// between x0 and x1.
func (t *ruled) standsIn(x0, x1 float64) bool {
	for _, ch := range t.page.chars {
		x, y := ch.x+ch.w/2, ch.y+ch.h*0.35
		if x > x0 && x < x1 && y < t.ys[0] && y > t.ys[len(t.ys)-1] && !blank(ch.text) {
			return true
		}
	}
	return false
}

// grid gives the table with spans; rows without a cell of their own are kept,
// so that spans stay true.
func (t *ruled) grid(number int) *grid.Grid {
	g := &grid.Grid{Aligned: true, Rows: make([][]grid.Cell, len(t.ys)-1)}
	for i := range t.cells {
		c := &t.cells[i]
		text, looks, box := c.text()
		if text == "" {
			box = c.box
		}
		g.Rows[c.row] = append(g.Rows[c.row], grid.Cell{
			Text: text, Marks: grid.Looked(looks), Col: c.col, RowSpan: c.rows, ColSpan: c.cols,
			Pos: place.Pos{}.In(place.Place{
				Page: t.page.number, Box: box, Table: number, Row: c.row + 1, Cell: len(g.Rows[c.row]) + 1,
			}),
		})
	}
	return g
}

// text is the text of a cell line by line, and the box around it. A number
// that fills its line and goes on in the next was broken by the cell's width.
func (c *ruledCell) text() (string, []grid.Span, place.Box) {
	var box place.Box
	var lines []textLine
	for _, l := range textLines(c.chars) {
		if l.text = strings.TrimFunc(l.text, kit.IsSpace); l.text == "" {
			continue
		}
		if len(lines) == 0 {
			box = l.box
		}
		box = place.Box{
			X0: min(box.X0, l.box.X0), Y0: min(box.Y0, l.box.Y0),
			X1: max(box.X1, l.box.X1), Y1: max(box.Y1, l.box.Y1),
		}
		lines = append(lines, l)
	}
	var b strings.Builder
	var looks []grid.Span
	for i, l := range lines {
		if i > 0 && !c.broken(lines[i-1], l) {
			b.WriteByte('\n')
		}
		looks = grid.Shift(looks, l.looks, b.Len())
		b.WriteString(l.text)
	}
	return b.String(), looks, box
}

// padding is the most that word processors leave between text and line.
const padding = 7.0

// broken reports whether the digits of b go on with those of a, which had no
// room for one digit more.
func (c *ruledCell) broken(a, b textLine) bool {
	const digits = "0123456789"
	if len(a.looks)+len(b.looks) > 0 || strings.Trim(a.text, digits) != "" || strings.Trim(b.text, digits) != "" {
		return false
	}
	room := c.box.X1 - c.box.X0 - 2*padding
	return (a.box.X1-a.box.X0)+a.size/2 > room && a.box.X1 > c.box.X1-padding-a.size/2
}

func (t *ruled) empty() bool {
	for i := range t.cells {
		if len(t.cells[i].chars) > 0 {
			return false
		}
	}
	return true
}
