package web

import (
	"slices"
	"strconv"
	"strings"

	"ogi/generator/cascade"
	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
)

// A table gathers the rows of one open table.
type table struct {
	number  int
	veil    int // the hidden container that the table stands in
	boxed   int // as in shown
	rows    [][]*cell
	columns []bool // those that are not shown, as <col> says
	open    *cell
}

type cell struct {
	flow             flow
	rowSpan, colSpan int
	after            int // offset behind the start tag
	aside            bool
	veiled           bool      // not shown where the table is
	boxless          bool      // and takes up no room
	cell             grid.Cell // what it holds, once read
	read             bool
}

// column reads a <col>.
func (t *table) column(n int, hidden bool) {
	for range min(n, maxColumns-len(t.columns)) {
		t.columns = append(t.columns, hidden)
	}
}

func (t *table) row() { t.rows = append(t.rows, nil) }

func (t *table) cell(attr cascade.Attrs, after int, aside bool, now *shown) {
	if len(t.rows) == 0 {
		t.row()
	}
	c := &cell{rowSpan: span(attr.Get("rowspan")), colSpan: span(attr.Get("colspan")), after: after, aside: aside, boxless: now.boxed > t.boxed}
	c.flow.veil = now.veil()
	c.flow.hidden = c.flow.veil
	t.rows[len(t.rows)-1] = append(t.rows[len(t.rows)-1], c)
	t.open = c
}

// maxColumns is the width beyond which spans are not laid out.
const maxColumns = 1000

func span(s string) int {
	if s == "" { // most cells: an error would be made for each
		return 1
	}
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 200)
}

// blocks gives the table as a grid, or its contents in order if it only lays
// out the page: if a cell holds a table of its own or whole paragraphs.
func (t *table) blocks(w *walker) []grid.Block {
	if t.forLayout() {
		var out []grid.Block
		for _, row := range t.rows {
			for _, c := range row {
				out = append(out, c.flow.blocks...)
			}
		}
		return out
	}
	b := grid.Block{Aside: t.aside(), Veil: t.veil}
	shown, hidden := t.veils(&b)
	b.Table = t.grid(w, !shown)
	switch {
	case !shown: // each row hides itself
		w.veils++
		b.Veil = w.veils
	case hidden:
		b.Table.Whole = t.grid(w, true)
	}
	if len(b.Table.Rows) == 0 {
		return nil
	}
	return []grid.Block{b}
}

// veils finds the cells that are not shown where the table is, and tells
// whether any is shown, and whether any is hidden. A table of which some cell is
// shown is shown.
func (t *table) veils(b *grid.Block) (shown, hidden bool) {
	hidden = slices.Contains(t.columns, true)
	for _, row := range t.rows {
		for _, c := range row {
			b.Veil = min(b.Veil, c.flow.veil)
		}
	}
	for _, row := range t.rows {
		for _, c := range row {
			c.veiled = c.flow.veil > b.Veil
			shown, hidden = shown || !c.veiled, hidden || c.veiled
		}
	}
	return shown, hidden
}

// grid lays the cells out; whole, also those that are not shown.
func (t *table) grid(w *walker, whole bool) *grid.Grid {
	g := &grid.Grid{Aligned: true}
	busy := []int{} // rows for which a column is still taken from above
	for i, row := range t.rows {
		cells := make([]grid.Cell, 0, len(row))
		lines := make([][]grid.Line, 0, len(row))
		col := 0
		for j, c := range row {
			if c.veiled && c.boxless && !whole {
				continue
			}
			for col < len(busy) && busy[col] > 0 {
				col++
			}
			out := c.content(w)
			if c.veiled && !whole {
				out.Text, out.Marks = "", nil
			}
			out.Pos = out.Pos.In(place.Place{Table: t.number, Row: i + 1, Cell: j + 1})
			if col+c.colSpan > maxColumns {
				c.colSpan = 1
			}
			for k := range c.colSpan {
				for col+k >= len(busy) {
					busy = append(busy, 0)
				}
				busy[col+k] = c.rowSpan
			}
			out.Col, out.RowSpan, out.ColSpan = col, c.rowSpan, c.colSpan
			if c.veiled {
				out.Marks = out.Marks.Veil()
			}
			cells = append(cells, out)
			lines = append(lines, c.lines())
			col += c.colSpan
		}
		for k := range busy {
			busy[k] = max(0, busy[k]-1)
		}
		if len(cells) > 0 {
			g.Rows = append(g.Rows, unstack(cells, lines)...)
		}
	}
	t.collapse(g, whole)
	return g
}

// collapse takes the columns out that <col> hides, or marks them.
func (t *table) collapse(g *grid.Grid, whole bool) {
	if !slices.Contains(t.columns, true) {
		return
	}
	before := make([]int, len(t.columns)+1) // hidden columns left of each
	for i, no := range t.columns {
		before[i+1] = before[i]
		if no {
			before[i+1]++
		}
	}
	hiddenTo := func(col int) int { return before[min(col, len(before)-1)] }
	for i, row := range g.Rows {
		kept := row[:0]
		for _, c := range row {
			lost := hiddenTo(c.Col+c.ColSpan) - hiddenTo(c.Col)
			switch {
			case whole:
				if lost == c.ColSpan {
					c.Marks = c.Marks.Veil()
				}
			case lost == c.ColSpan:
				continue
			default:
				c.Col, c.ColSpan = c.Col-hiddenTo(c.Col), c.ColSpan-lost
			}
			kept = append(kept, c)
		}
		g.Rows[i] = kept
	}
}

// only gives the table's cell if it has just one.
func (t *table) only() *cell {
	var found *cell
	for _, row := range t.rows {
		for _, c := range row {
			if found != nil {
				return nil
			}
			found = c
		}
	}
	return found
}

func (t *table) aside() bool {
	for _, row := range t.rows {
		for _, c := range row {
			if !c.aside {
				return false
			}
		}
	}
	return true
}

func (t *table) forLayout() bool {
	for _, row := range t.rows {
		for _, c := range row {
			for i := range c.flow.blocks {
				if g := c.flow.blocks[i].Table; g != nil && !kit.Single(g) {
					return true
				}
			}
			if kit.Paragraphs(c.flow.blocks) {
				return true
			}
		}
	}
	return false
}

// fewestStacked is the least number of cells with as many figures one above the
// other that make a row several.
const fewestStacked = 5

// unstack parts a row whose cells hold several figures each, one above the
// other, as where the rows of a group were merged: as many rows as figures.
// Cells with another number of lines stand in the first of them.
func unstack(cells []grid.Cell, lines [][]grid.Line) [][]grid.Cell {
	count := map[int]int{}
	high := 0
	for _, ls := range lines {
		if len(ls) < 2 || !areFigures(ls) {
			continue
		}
		if count[len(ls)]++; count[len(ls)] >= fewestStacked {
			high = len(ls)
		}
	}
	if high == 0 {
		return [][]grid.Cell{cells}
	}
	rows := make([][]grid.Cell, high)
	for i, c := range cells {
		if len(lines[i]) != high {
			c.RowSpan += high - 1
			rows[0] = append(rows[0], c)
			continue
		}
		for k, l := range lines[i] {
			one := c
			one.Text, one.Pos, one.Marks = l.Text, l.Pos, l.Marks
			if c.Marks.Hides() {
				one.Marks = l.Marks.Veil()
			}
			one.Pos = one.Pos.In(c.Pos.Place())
			rows[k] = append(rows[k], one)
		}
	}
	return rows
}

// areFigures reports whether all lines are numbers.
func areFigures(lines []grid.Line) bool {
	for _, l := range lines {
		if strings.Trim(l.Text, "0123456789.") != "" {
			return false
		}
	}
	return true
}

// lines are the lines of a cell that are shown where it is.
func (c *cell) lines() []grid.Line {
	var out []grid.Line
	for i := range c.flow.blocks {
		if b := &c.flow.blocks[i]; b.Veil <= c.flow.veil {
			out = append(out, b.Lines...)
		}
	}
	return out
}

// content is the text of a cell, its lines joined, with its place.
func (c *cell) content(w *walker) grid.Cell {
	if c.read {
		return c.cell
	}
	c.read = true
	out := kit.CellLines{Cell: c.cell}
	for i := range c.flow.blocks {
		b := &c.flow.blocks[i]
		if b.Veil > c.flow.veil {
			w.hide(b)
			continue
		}
		for _, l := range b.Lines {
			out.Add(l.Text, l.Pos, l.Marks.Spans())
		}
		if b.Table != nil && len(b.Table.Rows) > 0 { // a frame around a figure
			if in := b.Table.Rows[0][0]; in.Text != "" {
				out.Add(in.Text, in.Pos, in.Marks.Spans())
			}
		}
	}
	if c.cell = out.End(); c.cell.Text == "" {
		c.cell.Pos = w.place(c.after)
	}
	return c.cell
}
