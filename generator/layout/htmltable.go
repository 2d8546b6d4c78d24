package layout

import (
	"strconv"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/source"
)

// A tableReader gathers the rows of one open table.
type tableReader struct {
	number int
	rows   [][]*htmlCell
	open   *htmlCell
}

type htmlCell struct {
	flow             flow
	rowSpan, colSpan int
	after            int // offset behind the start tag
	aside            bool
}

func (t *tableReader) row() { t.rows = append(t.rows, nil) }

func (t *tableReader) cell(attr map[string]string, after int, aside bool) {
	if len(t.rows) == 0 {
		t.row()
	}
	c := &htmlCell{rowSpan: span(attr["rowspan"]), colSpan: span(attr["colspan"]), after: after, aside: aside}
	t.rows[len(t.rows)-1] = append(t.rows[len(t.rows)-1], c)
	t.open = c
}

// maxColumns is the width beyond which spans are not laid out.
const maxColumns = 1000

func span(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 200)
}

// blocks gives the table as a grid, or its contents in order if it only lays
// out the page: if a cell holds a table of its own or whole paragraphs.
func (t *tableReader) blocks(place func(int) source.Pos) []grid.Block {
	if t.forLayout() {
		var out []grid.Block
		for _, row := range t.rows {
			for _, c := range row {
				out = append(out, c.flow.blocks...)
			}
		}
		return out
	}
	g := &grid.Grid{Aligned: true}
	busy := []int{} // rows for which a column is still taken from above
	for i, row := range t.rows {
		cells := make([]grid.Cell, 0, len(row))
		lines := make([][]grid.Line, 0, len(row))
		col := 0
		for j, c := range row {
			for col < len(busy) && busy[col] > 0 {
				col++
			}
			text, pos := c.content(place)
			pos = pos.In(source.Place{Table: t.number, Row: i + 1, Cell: j + 1})
			if col+c.colSpan > maxColumns {
				c.colSpan = 1
			}
			for k := range c.colSpan {
				for col+k >= len(busy) {
					busy = append(busy, 0)
				}
				busy[col+k] = c.rowSpan
			}
			cells = append(cells, grid.Cell{Text: text, Pos: pos, Col: col, RowSpan: c.rowSpan, ColSpan: c.colSpan})
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
	if len(g.Rows) == 0 {
		return nil
	}
	return []grid.Block{{Table: g, Aside: t.aside()}}
}

// only gives the table's cell if it has just one.
func (t *tableReader) only() *htmlCell {
	var found *htmlCell
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

func (t *tableReader) aside() bool {
	for _, row := range t.rows {
		for _, c := range row {
			if !c.aside {
				return false
			}
		}
	}
	return true
}

func (t *tableReader) forLayout() bool {
	for _, row := range t.rows {
		for _, c := range row {
			chars, lines := 0, 0
			for i := range c.flow.blocks {
				b := &c.flow.blocks[i]
				if b.Table != nil && !single(b.Table) {
					return true
				}
				lines += len(b.Lines)
				chars += blockChars(b)
			}
			if lines >= 3 && chars > 300 {
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
			one.Text, one.Pos = l.Text, l.Pos
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

// lines are the lines of a cell.
func (c *htmlCell) lines() []grid.Line {
	var out []grid.Line
	for _, b := range c.flow.blocks {
		out = append(out, b.Lines...)
	}
	return out
}

// content is the text of a cell, its lines joined, with its place.
func (c *htmlCell) content(place func(int) source.Pos) (string, source.Pos) {
	var lines []string
	pos := place(c.after)
	for _, b := range c.flow.blocks {
		for _, l := range b.Lines {
			if len(lines) == 0 {
				pos = l.Pos
			}
			lines = append(lines, l.Text)
		}
		if b.Table != nil { // a frame around a figure
			if c := b.Table.Rows[0][0]; c.Text != "" {
				if len(lines) == 0 {
					pos = c.Pos
				}
				lines = append(lines, c.Text)
			}
		}
	}
	return strings.Join(lines, "\n"), pos
}
