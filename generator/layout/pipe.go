package layout

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/grid"
)

// pipes reads rows of cells parted by bars, Markdown tables among them. Rulers
// (|---|) hold no cells. A bar in front is a border if most rows begin with
// one, else the trace of a spanned cell.
func (r *textReader) pipes(i int) int {
	end, rows, fronts, rulers, boxed := i, 0, 0, 0, 0
	for j := i; j < len(r.kinds); j++ {
		switch r.kinds[j] {
		case pipeLine:
			rows++
			s, _ := r.text(j)
			if barWidth(trimLeft(s)) > 0 {
				fronts++
			}
			end = j + 1
			continue
		case rulerLine:
			if s, _ := r.text(j); strings.Contains(s, "|") && strings.Contains(s, "--") {
				rulers++
			} else {
				boxed++
			}
			end = j + 1
			continue
		case blankLine:
			continue
		}
		break
	}
	border := fronts*2 > rows
	table := make([][]grid.Cell, 0, rows)
	for ; i < end; i++ {
		if r.kinds[i] != pipeLine {
			continue
		}
		row := r.pipeRow(i, border)
		if last := len(table) - 1; boxed >= fewestRulers && r.kinds[i-1] == pipeLine && last >= 0 && len(row) == len(table[last]) {
			for k := range row { // a box whose bars do not stand one below the other
				goOn(&table[last][k], row[k])
			}
			continue
		}
		table = append(table, row)
	}
	dialect := asPipe
	if rulers > 0 {
		dialect = asMD
	}
	r.table(table, dialect)
	return end
}

func (r *textReader) pipeRow(i int, border bool) []grid.Cell {
	s, off := r.text(i)
	row := make([]grid.Cell, 0, 1+strings.Count(s, "|"))
	if border {
		t := trimLeft(s)
		if bar := barWidth(t); bar > 0 {
			off += len(s) - len(t) + bar
			s = t[bar:]
		}
	}
	for col := 0; ; col++ {
		k, w := nextBar(s)
		if k < 0 {
			// What stands behind the last bar is a cell only if there is any.
			if c := r.cell(off, off+len(s), col); c.Text != "" || len(row) == 0 {
				row = append(row, c)
			}
			return row
		}
		c := r.cell(off, off+k, col)
		r.unmark(&c)
		row = append(row, c)
		s, off = s[k+w:], off+k+w
	}
}

// isBar knows the characters that part cells beside the plain bar.
func isBar(u rune) bool {
	return u == '｜' || u == '│' || u == '┃' || u == '║' || u == '┆' || u == '┊'
}

func barWidth(s string) int {
	if strings.HasPrefix(s, "|") {
		return 1
	}
	if u, n := utf8.DecodeRuneInString(s); isBar(u) {
		return n
	}
	return 0
}

// nextBar finds the next bar that is not escaped, and its width.
func nextBar(s string) (at, width int) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '|':
			if i == 0 || s[i-1] != '\\' {
				return i, 1
			}
		case 0xE2, 0xEF:
			if n := barWidth(s[i:]); n > 0 {
				return i, n
			}
		}
	}
	return -1, 0
}

// unmark takes Markdown's marks off a cell: tags, line breaks, bold and code.
func (r *textReader) unmark(c *grid.Cell) {
	if r.md {
		untag(c)
		for _, lineBreak := range [...]string{"\\\\", "\\"} {
			if t, ok := strings.CutSuffix(c.Text, lineBreak); ok {
				c.Text = strings.TrimRightFunc(t, isSpace)
				break
			}
		}
	}
	for _, m := range [...]string{"**", "__", "`", "*"} {
		if len(c.Text) > 2*len(m) && strings.HasPrefix(c.Text, m) && strings.HasSuffix(c.Text, m) {
			c.Text = c.Text[len(m) : len(c.Text)-len(m)]
			c.Pos.Col += len(m)
			return
		}
	}
}

// untag takes the HTML tags off a cell of Markdown. A line break stays one.
func untag(c *grid.Cell) {
	if !strings.Contains(c.Text, "<") {
		return
	}
	for {
		n := tagAt(c.Text)
		if n == 0 {
			break
		}
		lead := n + len(c.Text[n:]) - len(trimLeft(c.Text[n:]))
		c.Pos.Col += utf8.RuneCountInString(c.Text[:lead])
		c.Text = c.Text[lead:]
	}
	var b strings.Builder
	for s := c.Text; s != ""; {
		if n := tagAt(s); n > 0 {
			if strings.HasPrefix(s, "<br") {
				b.WriteByte('\n')
			}
			s = s[n:]
			continue
		}
		_, n := utf8.DecodeRuneInString(s)
		b.WriteString(s[:n])
		s = s[n:]
	}
	c.Text = strings.TrimRightFunc(b.String(), isSpace)
}

// tagAt is the length of the tag that a text begins with, 0 if there is none.
func tagAt(s string) int {
	if len(s) < 3 || s[0] != '<' {
		return 0
	}
	if c := s[1] | 0x20; c < 'a' || c > 'z' {
		if s[1] != '/' && s[1] != '!' {
			return 0
		}
	}
	return strings.IndexByte(s, '>') + 1
}
