package text

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"ogi/generator/read/kit"
)

// A boxLine is one line of a drawn table by display columns.
type boxLine struct {
	runes []rune
	offs  []int // byte offset of each rune, and of the end
	cols  []int // display column of each rune, and of the end
}

// measure lays a line out, ambiguous characters as wide as told.
func (r *reader) measure(i, ambiguous int) *boxLine {
	s, off := r.text(i)
	s = strings.TrimRightFunc(s, kit.IsSpace)
	var l boxLine
	col := 0
	for k, u := range s {
		l.runes = append(l.runes, u)
		l.offs = append(l.offs, off+k)
		l.cols = append(l.cols, col)
		switch width.LookupRune(u).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			col += 2
		case width.EastAsianAmbiguous:
			if isJunction(u) || isRuleRune(u) || isAnyBar(u) {
				col++
			} else {
				col += ambiguous
			}
		default:
			if !unicode.Is(unicode.Cf, u) { // marks of no width
				col++
			}
		}
	}
	l.offs = append(l.offs, off+len(s))
	l.cols = append(l.cols, col)
	return &l
}

// measureAs lays a line out with ambiguous characters narrow and, where it then
// does not fit, wide: programs that draw tables differ in this.
func (r *reader) measureAs(i int, fits func(*boxLine) bool) *boxLine {
	if l := r.measure(i, 1); fits(l) {
		return l
	}
	return r.measure(i, 2)
}

// at gives the index of the rune at a display column, -1 if none begins there.
func (l *boxLine) at(col int) int {
	k, ok := slices.BinarySearch(l.cols[:len(l.runes)], col)
	if !ok {
		return -1
	}
	return k
}

// end is the display column behind the line.
func (l *boxLine) end() int { return l.cols[len(l.runes)] }

// blankBefore reports whether the room before each of the columns is blank.
func (l *boxLine) blankBefore(cols []int) bool {
	for k, c := range cols {
		if c >= l.end() {
			continue
		}
		j := l.at(c)
		switch {
		case j < 0,
			k > 0 && j > 0 && !kit.IsSpace(l.runes[j-1]),
			k == 0 && slices.ContainsFunc(l.runes[:j], func(u rune) bool { return !kit.IsSpace(u) }):
			return false
		}
	}
	return true
}
