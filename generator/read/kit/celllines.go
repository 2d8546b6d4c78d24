package kit

import (
	"ogi/generator/grid"
	"ogi/generator/place"
)

// CellLines is a cell that lines are being added to. Its text is put together
// when it ends: to make it anew for each line would take the square of its length.
type CellLines struct {
	grid.Cell
	more  []byte      // the text, once there are two lines
	looks []grid.Span // theirs
}

// Add adds a line that is not empty, even if the text before it is.
func (c *CellLines) Add(text string, pos place.Pos, looks []grid.Span) {
	if c.Text == "" {
		c.Text, c.Pos, c.Marks = text, pos, grid.Looked(looks)
		return
	}
	if c.more == nil {
		c.more = append(c.more, c.Text...)
		c.looks = append(c.looks, c.Marks.Spans()...)
	}
	c.more = append(c.more, '\n')
	c.looks = grid.Shift(c.looks, looks, len(c.more))
	c.more = append(c.more, text...)
}

// GoOn adds what stands in the next line of a cell; a blank line adds nothing.
func (c *CellLines) GoOn(next grid.Cell) {
	switch {
	case next.Text != "":
		c.Add(next.Text, next.Pos, nil)
	case c.Text == "" && c.Pos.IsZero():
		c.Pos = next.Pos
	}
}

// End is the cell with all its lines.
func (c *CellLines) End() grid.Cell {
	if c.more != nil {
		c.Text, c.Marks = string(c.more), grid.Looked(c.looks)
		c.more = nil
	}
	return c.Cell
}
