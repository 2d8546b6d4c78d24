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
			col += c.colSpan
		}
		for k := range busy {
			busy[k] = max(0, busy[k]-1)
		}
		if len(cells) > 0 {
			g.Rows = append(g.Rows, cells)
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
