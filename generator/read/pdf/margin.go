package pdf

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// marginsOf are the margins of a file by the number of columns side by side and
// the place among them.
type marginsOf map[[2]int]*margin

func (m marginsOf) of(c *column) *margin {
	key := [2]int{c.of, c.index}
	if m[key] == nil {
		m[key] = &margin{of: c.of}
	}
	return m[key]
}

func (m marginsOf) add(c *column, parts []part) {
	at := m.of(c)
	for _, pt := range parts {
		if pt.line != nil && pt.line.gaps < 2 {
			at.lines = append(at.lines, *pt.line)
		}
	}
}

func (m marginsOf) settle() {
	for _, at := range m {
		at.left, at.right = margins(at.lines)
		at.lines = nil
	}
}

// margins are where most lines begin and the furthest that several end.
func margins(lines []textLine) (left, right float64) {
	count := map[int]int{}
	best := 0
	var ends []float64
	for _, l := range lines {
		k := int(l.box.X0+2) / 4
		if count[k]++; count[k] > best || count[k] == best && float64(k*4) < left {
			best, left = count[k], float64(k*4)
		}
		ends = append(ends, l.box.X1)
	}
	if len(ends) == 0 {
		return 0, 0
	}
	slices.Sort(ends)
	return left, ends[len(ends)*9/10]
}

// A runningLine is a line at the top or the foot of pages, without its digits.
type runningLine struct {
	text string
	x, y int
}

func (l *textLine) running() runningLine {
	text := strings.Map(func(u rune) rune {
		if unicode.IsDigit(u) {
			return -1
		}
		return u
	}, l.text)
	return runningLine{text, int(l.box.X0 / 8), int(l.box.Y0 / 8)}
}

// runningLines counts on how many pages each line stands at an edge, and keeps
// those that most pages have.
func runningLines(cols []column, pages int) map[runningLine]int {
	if pages < 2 {
		return nil
	}
	n, last := map[runningLine]int{}, map[runningLine]int{}
	for k := range cols {
		c := &cols[k]
		for i := range c.lines {
			if !c.atEdge(i) {
				continue
			}
			if r := c.lines[i].running(); last[r] != c.page.number {
				n[r], last[r] = n[r]+1, c.page.number
			}
		}
	}
	maps.DeleteFunc(n, func(_ runningLine, k int) bool { return k < 2 || 2*k < pages })
	return n
}

// atEdge reports whether a line is the outermost of its page but for a page
// number, and stands off the others.
func (c *column) atEdge(i int) bool {
	n := len(c.lines)
	number := func(i int) bool { return pageNumber.MatchString(c.lines[i].text) }
	first := c.top && (i == 0 || i == 1 && number(0))
	end := c.foot && (i == n-1 || i == n-2 && number(n-1))
	return (first || end) && c.lines[i].gaps == 0 && !number(i) && !touches(c.lines, i)
}

func (c *column) runs(i int, running map[runningLine]int) bool {
	return len(running) > 0 && c.atEdge(i) && running[c.lines[i].running()] > 0
}

var pageNumber = regexp.MustCompile(`^[-—–－~·\s]*(第\s*)?\d{1,3}(\s*页)?([/／共\s]+\d{1,3}\s*页?)?[-—–－~·\s]*$`)

// touches reports whether a line at the edge of a page stands as close to the
// next one as lines of a cell do: the end of a figure that was broken, say.
func touches(lines []textLine, i int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(lines) {
			continue
		}
		a, b := lines[i].box, lines[k].box
		if gap := max(a.Y0, b.Y0) - min(a.Y1, b.Y1); gap < (a.Y1-a.Y0)/3 {
			return true
		}
	}
	return false
}
