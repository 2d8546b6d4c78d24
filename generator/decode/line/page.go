package line

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/decode/unit"
	"ogi/generator/source"
)

var dashedNumber = regexp.MustCompile(`^[-—–－]+\s*\d{1,3}\s*[-—–－]+$`)

// isBareNumber knows digits and nothing else.
func isBareNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Pages are those of a text.
type Pages struct {
	series map[int]bool // the lines that number them, counted from 1; nil before they were looked for
}

// numbers finds the bare numbers that count the pages of a text with form
// feeds: the first or the last line of the pages, each one more than that of the
// page before. One number alone may be a figure of a table (TestRareShapes).
func (c *Pages) numbers(f *source.File) map[int]bool {
	series := map[int]bool{}
	if c.series != nil || !strings.Contains(f.Text, "\f") {
		return c.series
	}
	type ends struct{ first, last int } // lines counted from 1
	all := []ends{{}}
	for i := range f.Lines() {
		s, _ := f.Line(i)
		if strings.Contains(s, "\f") {
			all = append(all, ends{})
		}
		if strings.TrimFunc(s, unicode.IsSpace) == "" {
			continue
		}
		p := &all[len(all)-1]
		if p.first == 0 {
			p.first = i + 1
		}
		p.last = i + 1
	}
	for _, end := range [2]func(ends) int{func(p ends) int { return p.first }, func(p ends) int { return p.last }} {
		at := map[int][]int{} // lines by how far the number is ahead of the page
		filled := 0
		for k, p := range all {
			if p.first == 0 {
				continue
			}
			filled++
			s, _ := f.Line(end(p) - 1)
			if s = strings.TrimFunc(s, unicode.IsSpace); isBareNumber(s) {
				n, _ := strconv.Atoi(s)
				at[n-k] = append(at[n-k], end(p))
			}
		}
		for _, lines := range at {
			if len(lines) >= 2 && len(lines)*2 >= filled {
				for _, l := range lines {
					series[l] = true
				}
			}
		}
	}
	c.series = series
	return series
}

// isNumber knows a number between dashes. Where the file has form feeds it
// must stand next to one: "— 3 —" may be a row too.
func (c *Pages) isNumber(f *source.File, u *unit.Unit) bool {
	text := strings.TrimFunc(u.Line.Text, unicode.IsSpace)
	if isBareNumber(text) {
		return c.numbers(f)[u.Line.Pos.Line]
	}
	if u, _ := utf8.DecodeRuneInString(text); !strings.ContainsRune("-—–－", u) || !dashedNumber.MatchString(text) {
		return false
	}
	if !strings.Contains(f.Text, "\f") {
		return true
	}
	at := u.Line.Pos.Line - 1
	for _, step := range [2]int{1, -1} {
		for i := at; i >= 0 && i < f.Lines(); i += step {
			s, _ := f.Line(i)
			if strings.Contains(s, "\f") {
				return true
			}
			if i != at && strings.TrimFunc(s, unicode.IsSpace) != "" {
				break
			}
		}
	}
	return false
}
