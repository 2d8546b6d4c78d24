package decode

import (
	"unicode"
	"unicode/utf8"

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
			n := chars(u.line.Text)
			total += n
			if u.role != noRole {
				known += n
			} else {
				lines = append(lines, report.Span{Text: u.line.Text, Pos: u.line.Pos})
			}
			continue
		}
		for j := range u.row {
			n := chars(u.row[j].Text)
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

// isHanAt reports whether the character at i is one of three bytes that most
// text is made of; such a one is no blank and no mark.
func isHanAt(s string, i int) bool {
	return s[i] >= 0xE4 && s[i] <= 0xE9 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80
}

func chars(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c > ' ' {
				n++
			}
			i++
			continue
		}
		if isHanAt(s, i) {
			n++
			i += 3
			continue
		}
		u, w := utf8.DecodeRuneInString(s[i:])
		if u != 0x3000 && u != 0xA0 && (u >= 0x2E80 || !unicode.IsSpace(u)) {
			n++
		}
		i += w
	}
	return n
}
