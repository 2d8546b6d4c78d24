package decode

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
)

// view gives the file for people, with the cells marked where they were read.
func (c *reader) view() {
	switch c.file.Kind {
	case source.Text, source.Markdown, source.CSV:
		c.lineView()
	default:
		c.blockView()
	}
	defs := c.r.Form.Defs
	slices.SortStableFunc(c.r.Marks, func(a, b report.Mark) int { // a few runs, each in order
		if x, y := int64(a.Line)<<32|int64(a.Start), int64(b.Line)<<32|int64(b.Start); x != y {
			return cmp.Compare(x, y)
		}
		return cmp.Compare(defs[a.Cell].Key, defs[b.Cell].Key)
	})
}

func (c *reader) lineView() {
	n := c.file.Lines()
	c.r.View = make([]report.ViewLine, n)
	for i := range n {
		s, _ := c.file.Line(i)
		c.r.View[i] = report.ViewLine{Text: s, Pos: place.Pos{Line: i + 1, Col: 1}}
	}
	c.mark(func(p *placed) (line, start int32) {
		pos := c.r.Cells[p.def].Pos
		return int32(pos.Line - 1), int32(pos.Col - 1)
	})
}

// mark marks the cells that were read at a line of the view; of a cell that goes
// over lines, as a table in Markdown may have, what stands on the first.
func (c *reader) mark(at func(*placed) (line, start int32)) {
	c.r.Marks = make([]report.Mark, 0, len(c.cells))
	counted, chars := int32(-1), int32(0)
	for i := range c.cells {
		p := &c.cells[i]
		line, start := at(p)
		if line < 0 || int(line) >= len(c.r.View) {
			continue
		}
		if line != counted {
			counted, chars = line, int32(utf8.RuneCountInString(c.r.View[line].Text))
		}
		start = min(start, chars)
		c.r.Marks = append(c.r.Marks, report.Mark{Line: line, Start: start, End: min(start+p.end-p.start, chars), Cell: p.def})
	}
}

func (c *reader) blockView() {
	c.r.View = make([]report.ViewLine, 0, len(c.units))
	for i := range c.units {
		u := &c.units[i]
		v := report.ViewLine{Pos: u.pos(), Text: u.line.Text}
		if u.isRow() {
			var b strings.Builder
			for j := range u.row {
				if j > 0 {
					b.WriteByte('\t')
				}
				b.WriteString(strings.ReplaceAll(u.row[j].Text, "\n", " "))
			}
			v.Text = b.String()
		}
		c.r.View = append(c.r.View, v)
	}
	c.mark(func(p *placed) (line, start int32) {
		u := &c.units[p.unit]
		start = p.start
		if u.isRow() {
			for j := range p.cell {
				start += int32(utf8.RuneCountInString(u.row[j].Text)) + 1
			}
		}
		return p.unit, start
	})
}
