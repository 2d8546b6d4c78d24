package decode

import "ogi/generator/report"

// tables reads the three statutory tables.
func (c *reader) tables() {
	c.r.Cells = make([]report.Cell, len(c.r.Form.Defs))
}
