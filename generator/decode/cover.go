package decode

import (
	"ogi/generator/decode/char"
	"ogi/generator/report"
)

// cover computes the share of the file's characters that were given a role and
// lists the rest, unmatched table text first.
func (c *reader) cover() {
	total, known := 0, 0
	var tables, lines []report.Span
	for i := range c.units {
		u := &c.units[i]
		if !u.isRow() {
			n := char.Count(u.line.Text)
			total += n
			if u.role != noRole {
				known += n
			} else {
				lines = append(lines, report.Span{Text: u.line.Text, Pos: u.line.Pos})
			}
			continue
		}
		for j := range u.row {
			n := char.Count(u.row[j].Text)
			total += n
			if u.roles[j] != noRole {
				known += n
			} else if n > 0 {
				tables = append(tables, report.Span{Text: u.row[j].Text, Pos: u.row[j].Pos})
			}
		}
	}
	total = max(total, c.doc.Chars)
	if total > 0 {
		c.r.Coverage = float64(known) / float64(total)
	}
	c.r.Leftover = append(tables, lines...)
}
