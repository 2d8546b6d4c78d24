package decode

import (
	"fmt"

	"ogi/generator/form"
)

// toldTwice finds where a file begins to tell its report again, as pages do
// that carry a copy for phones: at least four titles of the form come once more
// in the same words and order. The first telling is the report; the titles of
// the second are cut off here, its prose is left in sections, and its tables
// are laid beside the first ones in copies (page-tells-the-report-twice).
func (c *reader) toldTwice() {
	const least = 4
	var known []int // indexes of the heads that bear a title of the form
	for i, h := range c.heads {
		if h.n > 0 && !h.weak {
			known = append(known, i)
		}
	}
	for k := least; k+least <= len(known); k++ {
		n := 0
		for n < k && k+n < len(known) {
			a, b := c.heads[known[n]], c.heads[known[k+n]]
			if a.n != b.n || form.Norm(a.title) != form.Norm(b.title) {
				break
			}
			n++
		}
		if n < least {
			continue
		}
		c.again = c.heads[known[k]].unit
		c.heads = c.heads[:known[k]]
		c.r.Readings = append(c.r.Readings, fmt.Sprintf("%s 自此起报告重复了一遍，章节和文字以第一遍为准", c.units[c.again].pos()))
		return
	}
}

// secondTelling is the unit where the report is told again, its title line
// included; len(c.units) if it is told once.
func (c *reader) secondTelling() int {
	at := c.again
	if at == 0 {
		return len(c.units)
	}
	for i := at - 1; i > 0 && i >= at-3; i-- {
		if text, _, ok := c.units[i].only(); ok && form.Norm(text) == form.Norm(c.r.Title.Text) {
			at = i
		}
	}
	return at
}
