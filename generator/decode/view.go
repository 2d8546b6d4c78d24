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
	at := make([]int, len(c.cells))
	for i, p := range c.cells {
		at[i] = c.r.Cells[p.def].Pos.Line - 1
	}
	c.mark(at, func(i int) (start, end int32) {
		p, pos := c.cells[i], c.r.Cells[c.cells[i].def].Pos
		return int32(pos.Col - 1), int32(pos.Col-1) + p.end - p.start
	})
}

// mark gives the lines of the view their marks: cell i stands in line at[i].
func (c *reader) mark(at []int, span func(i int) (start, end int32)) {
	count := make([]int32, len(c.r.View))
	for _, l := range at {
		if l >= 0 && l < len(count) {
			count[l]++
		}
	}
	all := make([]report.Mark, 0, len(at))
	for l, n := range count {
		if n > 0 {
			k := len(all)
			all = all[:k+int(n)]
			c.r.View[l].Marks = all[k:k:len(all)]
		}
	}
	for i, l := range at {
		if l < 0 || l >= len(count) {
			continue
		}
		v := &c.r.View[l]
		start, end := span(i)
		v.Marks = append(v.Marks, report.Mark{Start: int(start), End: int(end), Key: c.r.Form.Defs[c.cells[i].def].Key})
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
	at := make([]int, len(c.cells))
	for i, p := range c.cells {
		at[i] = int(p.unit)
	}
	c.mark(at, func(i int) (start, end int32) {
		p := c.cells[i]
		u := &c.units[p.unit]
		start = p.start
		if u.isRow() {
			for j := range p.cell {
				start += int32(utf8.RuneCountInString(u.row[j].Text)) + 1
			}
		}
		return start, start + p.end - p.start
	})
}
