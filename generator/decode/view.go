package decode

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

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
	for i := range c.r.View {
		slices.SortFunc(c.r.View[i].Marks, func(a, b report.Mark) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Key, b.Key))
		})
	}
}

func (c *reader) lineView() {
	n := c.file.Lines()
	c.r.View = make([]report.ViewLine, n)
	for i := range n {
		s, _ := c.file.Line(i)
		c.r.View[i] = report.ViewLine{Text: s, Pos: source.Pos{Line: i + 1, Col: 1}}
	}
	for _, p := range c.cells {
		if p.pos.Line < 1 || p.pos.Line > n {
			continue
		}
		v := &c.r.View[p.pos.Line-1]
		v.Marks = append(v.Marks, report.Mark{Start: p.pos.Col - 1, End: p.pos.Col - 1 + p.end - p.start, Key: p.key})
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
	for _, p := range c.cells {
		u := &c.units[p.unit]
		start := p.start
		if u.isRow() {
			for j := range p.cell {
				start += utf8.RuneCountInString(u.row[j].Text) + 1
			}
		}
		v := &c.r.View[p.unit]
		v.Marks = append(v.Marks, report.Mark{Start: start, End: start + p.end - p.start, Key: p.key})
	}
}
