package decode

import (
	"ogi/generator/decode/char"
	"ogi/generator/decode/unit"
	"ogi/generator/report"
)

// cover computes the share of the file's characters that were given a role and
// lists the rest, unmatched table text first.
func (c *reader) cover() {
	total, known := 0, 0
	var tables, lines []report.Span
	for i := range c.Units {
		u := &c.Units[i]
		if !u.IsRow() {
			n := char.Count(u.Line.Text)
			total += n
			if u.Role != unit.NoRole {
				known += n
			} else {
				lines = append(lines, report.Span{Text: u.Line.Text, Pos: u.Line.Pos})
			}
			continue
		}
		for j := range u.Row {
			n := char.Count(u.Row[j].Text)
			total += n
			if u.Roles[j] != unit.NoRole {
				known += n
			} else if n > 0 {
				tables = append(tables, report.Span{Text: u.Row[j].Text, Pos: u.Row[j].Pos})
			}
		}
	}
	total = max(total, c.Doc.Chars)
	if total > 0 {
		c.Report.Coverage = float64(known) / float64(total)
	}
	c.Report.Leftover = append(tables, lines...)
}
