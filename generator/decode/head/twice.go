package head

import (
	"fmt"

	"ogi/generator/form"
)

// toldTwice finds where a file begins to tell its report again, as pages do
// that carry a copy for phones: at least four titles of the form come once more
// in the same words and order. The first telling is the report; the titles of
// the second are cut off here, its prose is left in sections, and its tables
// are laid beside the first ones in copies (page-tells-the-report-twice).
func (c reader) toldTwice() {
	const least = 4
	var known []int // indexes of the heads that bear a title of the form
	for i, h := range c.Heads {
		if h.N > 0 && !h.Weak {
			known = append(known, i)
		}
	}
	for k := least; k+least <= len(known); k++ {
		n := 0
		for n < k && k+n < len(known) {
			a, b := c.Heads[known[n]], c.Heads[known[k+n]]
			if a.N != b.N || form.Norm(a.Title) != form.Norm(b.Title) {
				break
			}
			n++
		}
		if n < least {
			continue
		}
		c.Again = c.Heads[known[k]].Unit
		c.Heads = c.Heads[:known[k]]
		c.Report.Readings = append(c.Report.Readings, fmt.Sprintf("%s 自此起报告重复了一遍，章节和文字以第一遍为准", c.Units[c.Again].Pos()))
		return
	}
}
