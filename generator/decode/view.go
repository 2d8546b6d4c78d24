package decode

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/unit"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
)

// view gives the file for people, with the cells marked where they were read.
func (c *reader) view() {
	switch c.File.Kind {
	case source.Text, source.Markdown, source.CSV:
		c.lineView()
	default:
		c.blockView()
	}
	defs := c.Report.Form.Defs
	slices.SortStableFunc(c.Report.Marks, func(a, b report.Mark) int { // a few runs, each in order
		if x, y := int64(a.Line)<<32|int64(a.Start), int64(b.Line)<<32|int64(b.Start); x != y {
			return cmp.Compare(x, y)
		}
		return cmp.Compare(defs[a.Cell].Key, defs[b.Cell].Key)
	})
}

func (c *reader) lineView() {
	n := c.File.Lines()
	c.Report.View = make([]report.ViewLine, n)
	for i := range n {
		s, _ := c.File.Line(i)
		c.Report.View[i] = report.ViewLine{Text: s, Pos: place.Pos{Line: i + 1, Col: 1}}
	}
	c.mark(func(p *unit.Placed) (line, start int32) {
		pos := c.Report.Cells[p.Def].Pos
		return int32(pos.Line - 1), int32(pos.Col - 1)
	})
}

// mark marks the cells that were read at a line of the view; of a cell that goes
// over lines, as a table in Markdown may have, what stands on the first.
func (c *reader) mark(at func(*unit.Placed) (line, start int32)) {
	c.Report.Marks = make([]report.Mark, 0, len(c.Cells))
	counted, chars := int32(-1), int32(0)
	for i := range c.Cells {
		p := &c.Cells[i]
		line, start := at(p)
		if line < 0 || int(line) >= len(c.Report.View) {
			continue
		}
		if line != counted {
			counted, chars = line, int32(utf8.RuneCountInString(c.Report.View[line].Text))
		}
		start = min(start, chars)
		c.Report.Marks = append(c.Report.Marks, report.Mark{Line: line, Start: start, End: min(start+p.End-p.Start, chars), Cell: p.Def})
	}
}

func (c *reader) blockView() {
	c.Report.View = make([]report.ViewLine, 0, len(c.Units))
	for i := range c.Units {
		u := &c.Units[i]
		v := report.ViewLine{Pos: u.Pos(), Text: u.Line.Text}
		if u.IsRow() {
			var b strings.Builder
			for j := range u.Row {
				if j > 0 {
					b.WriteByte('\t')
				}
				b.WriteString(strings.ReplaceAll(u.Row[j].Text, "\n", " "))
			}
			v.Text = b.String()
		}
		c.Report.View = append(c.Report.View, v)
	}
	c.mark(func(p *unit.Placed) (line, start int32) {
		u := &c.Units[p.Unit]
		start = p.Start
		if u.IsRow() {
			for j := range p.Cell {
				start += int32(utf8.RuneCountInString(u.Row[j].Text)) + 1
			}
		}
		return p.Unit, start
	})
}
