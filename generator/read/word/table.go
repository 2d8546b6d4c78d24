package word

import (
	"encoding/xml"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// A cell is one w:tc: its contents and how it is merged.
type cell struct {
	flow      flow
	col, span int
	merge     string // "", "restart" or "continue"
	deleted   bool   // by a tracked change
	place     place.Place
}

// A table gathers the rows of one open table.
type table struct {
	number  int
	rows    [][]*cell
	before  int  // columns left free at the start of the open row
	deleted bool // the open row is deleted by a tracked change
}

// table reads one w:tbl: as a grid, or as its contents in order where it only
// lays out the page.
func (w *reader) table() error {
	w.tables++
	outer := w.out
	outer.nested++
	t := &table{number: w.tables}
	par, ground, maybe, style := w.par, w.ground, w.maybe, w.tableStyle
	w.par, w.maybe, w.tableStyle = nil, false, ""
	err := w.rows(t, "tbl")
	w.out, w.par, w.ground, w.maybe, w.tableStyle = outer, par, ground, maybe, style
	if err != nil {
		return err
	}
	if w.dropped == 0 {
		outer.blocks = append(outer.blocks, t.blocks()...)
	}
	return nil
}

// rows reads what stands in a table: rows, also inside content controls.
func (w *reader) rows(t *table, name string) error {
	return w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			t.rows, t.before, t.deleted = append(t.rows, nil), 0, false
			if err := w.row(t); err != nil {
				return err
			}
			if t.deleted {
				for _, c := range t.rows[len(t.rows)-1] {
					w.unseen.Add(source.HiddenRevision, c.text(), place.Pos{}.In(c.place))
				}
				t.rows = t.rows[:len(t.rows)-1]
				w.changed = true
			}
			return nil
		case "tblPr":
			return w.each(func(e xml.StartElement) error {
				if e.Name.Local == "tblStyle" {
					w.maybe, w.tableStyle = true, kit.Attr(e, "val")
				}
				return w.x.Skip()
			})
		case "tblGrid":
			return w.x.Skip()
		}
		return w.rows(t, e.Name.Local)
	})
}

func (w *reader) row(t *table) error {
	return w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tc":
			return w.cell(t)
		case "tblPrEx":
			return w.x.Skip()
		case "gridBefore":
			t.before = max(0, min(number(e, "val"), 200))
		case "del":
			t.deleted = true
		}
		return w.row(t)
	})
}

func (w *reader) cell(t *table) error {
	if w.cells++; w.cells > kit.MaxCells {
		return kit.TooLarge("Word 文件的表格单元格过多")
	}
	n := len(t.rows) - 1
	c := &cell{span: 1, col: t.before, place: place.Place{Table: t.number, Row: n + 1, Cell: len(t.rows[n]) + 1}}
	if k := len(t.rows[n]); k > 0 {
		c.col = t.rows[n][k-1].col + t.rows[n][k-1].span
	}
	t.rows[n] = append(t.rows[n], c)
	outer, ground, maybe := w.out, w.ground, w.maybe
	w.out = &c.flow
	err := w.each(func(e xml.StartElement) error {
		if e.Name.Local == "tcPr" {
			return w.cellProperties(c)
		}
		return w.element(e)
	})
	w.out, w.ground, w.maybe = outer, ground, maybe
	if c.deleted {
		t.rows[n] = t.rows[n][:len(t.rows[n])-1]
		w.changed = true
		w.unseen.Add(source.HiddenRevision, c.text(), place.Pos{}.In(c.place))
	}
	return err
}

func (w *reader) cellProperties(c *cell) error {
	return w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "gridSpan":
			c.span = max(1, min(number(e, "val"), 200))
		case "shd":
			if fill := kit.Attr(e, "fill"); fill != "" && fill != "auto" {
				w.ground, w.maybe = fill, false
			}
		case "cellDel":
			c.deleted = true
		case "vMerge":
			if c.merge = kit.Attr(e, "val"); c.merge == "" {
				c.merge = "continue"
			}
		}
		return w.x.Skip()
	})
}

func (t *table) blocks() []grid.Block {
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
	open := map[int]*grid.Cell{} // merged cells that may go on below, by column
	for _, row := range t.rows {
		cells := make([]grid.Cell, 0, len(row))
		for _, c := range row {
			if top := open[c.col]; c.merge == "continue" && top != nil && top.ColSpan == c.span {
				top.RowSpan++
				continue
			}
			in := c.content()
			cells = append(cells, grid.Cell{
				Text: in.Text, Marks: in.Marks, Pos: place.Pos{}.In(c.place), Col: c.col, RowSpan: 1, ColSpan: c.span,
			})
		}
		for i := range cells {
			delete(open, cells[i].Col)
		}
		k := 0
		for _, c := range row {
			if k < len(cells) && cells[k].Pos.Place() == c.place {
				if c.merge != "" {
					open[c.col] = &cells[k]
				}
				k++
			}
		}
		g.Rows = append(g.Rows, cells)
	}
	if len(g.Rows) == 0 {
		return nil
	}
	return []grid.Block{{Table: g}}
}

// forLayout reports whether the table only holds other tables or long prose.
func (t *table) forLayout() bool {
	inner, own := 0, 0
	for _, row := range t.rows {
		for _, c := range row {
			if kit.Paragraphs(c.flow.blocks) {
				return true
			}
			for i := range c.flow.blocks {
				if g := c.flow.blocks[i].Table; g != nil && !kit.Single(g) {
					inner += len(g.Rows)
				}
			}
		}
		own++
	}
	return inner > own
}

// content is the text of a cell, a line a paragraph.
func (c *cell) content() grid.Cell {
	var lines kit.CellLines
	for i := range c.flow.blocks {
		b := &c.flow.blocks[i]
		for _, l := range b.Lines {
			lines.Add(l.Text, l.Pos, l.Marks.Spans())
		}
		if b.Table != nil {
			for _, row := range b.Table.Rows {
				for _, cell := range row {
					lines.Add(cell.Text, cell.Pos, cell.Marks.Spans())
				}
			}
		}
	}
	out := lines.End()
	text, looks := kit.TrimSpans(out.Text, out.Marks.Spans())
	out.Text, out.Marks = text, grid.Looked(looks)
	return out
}

// text is the text of a cell.
func (c *cell) text() string { return c.content().Text }
