package pdf

import (
	"cmp"
	"slices"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/place"
)

// A textLine is one line of characters of a page.
type textLine struct {
	text  string
	looks []grid.Span
	box   place.Box
	page  int
	size  float64
	gaps  int // wider than a character: columns of a table without ruled lines
	row   []char
	// once its place in the file is known
	column int
	within *margin
}

// textLines orders characters into lines, from top to bottom and left to
// right; a gap wider than half a character is a space.
func textLines(chars []char) []textLine {
	var lines []textLine
	for _, row := range rows(chars) {
		if l := newLine(row); l.text != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// rows are the characters of each line from left to right.
func rows(chars []char) [][]char {
	cs := slices.Clone(chars)
	slices.SortStableFunc(cs, func(a, b char) int { return cmp.Compare(b.y, a.y) })
	var out [][]char
	for i := 0; i < len(cs); {
		j := i + 1
		for j < len(cs) && cs[i].y-cs[j].y < 0.45*max(1, min(cs[i].h, cs[j].h)) {
			j++
		}
		row := cs[i:j:j]
		slices.SortStableFunc(row, func(a, b char) int { return cmp.Compare(a.x, b.x) })
		out = append(out, row)
		i = j
	}
	return withMarks(out)
}

// newLine is a row of characters as text.
func newLine(row []char) textLine {
	var b strings.Builder
	l := textLine{box: place.Box{X0: row[0].x, X1: row[0].x}, size: row[0].h, row: row}
	first := true
	for k := range row {
		c := &row[k]
		if k > 0 && c.text == row[k-1].text && c.x-row[k-1].x < 0.15*c.h && c.look == row[k-1].look {
			continue // drawn twice to look bold
		}
		if blank(c.text) {
			if b.Len() > 0 && k+1 < len(row) {
				b.WriteString(" ")
			}
			continue
		}
		room := 0.5
		switch {
		case k == 0:
		case (c.look|row[k-1].look)&(grid.Raised|grid.Lowered) != 0:
			room = 0.7 // the mark of a note stands off a little
		case digit(c.text) && digit(row[k-1].text):
			room = 0.25 // two figures of a table without ruled lines
		}
		if gap := c.x - l.box.X1; !first && gap > room*max(1, c.h) {
			if gap > 1.2*max(1, c.h) {
				l.gaps++
				b.WriteString("  ")
			} else if !strings.HasSuffix(b.String(), " ") {
				b.WriteString(" ")
			}
		}
		if first {
			l.box = place.Box{X0: c.x, Y0: c.y, X1: c.x + c.w, Y1: c.y + c.h}
			first = false
		}
		if c.look != 0 {
			l.look(c.look, b.Len(), b.Len()+len(c.text), b.String())
		}
		b.WriteString(c.text)
		l.box.X1 = max(l.box.X1, c.x+c.w)
		l.box.Y0, l.box.Y1 = min(l.box.Y0, c.y), max(l.box.Y1, c.y+c.h)
		l.size = max(l.size, c.h)
	}
	l.text = strings.TrimRight(b.String(), " ")
	return l
}

// look gives a piece of the line a look; white space between two pieces of one
// look has it, too.
func (l *textLine) look(look grid.Look, from, to int, text string) {
	if n := len(l.looks); n > 0 && l.looks[n-1].Look == look && strings.TrimLeft(text[l.looks[n-1].To:from], " ") == "" {
		l.looks[n-1].To = to
		return
	}
	l.looks = append(l.looks, grid.Span{From: from, To: to, Look: look})
}

// A margin is where the lines of a column begin and end.
type margin struct {
	of          int // how many stand side by side
	lines       []textLine
	left, right float64
}
