package pdf

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"ogi/generator/read/kit"
)

// Pages that are set in columns are read one column after the other; two pages
// printed side by side on one sheet are columns, too.
//
// What lies across ends a band of the page. In a band the white strips that go
// from its top to its foot may part columns, but so do the gaps in a table
// without ruled lines. Hence a strip counts only where on both sides of it stand
// a ruled table or lines of prose, or where other pages have one and neither side
// is figures alone. A ruled table is never cut.

// A column is a part of a page that is read from its top to its foot.
type column struct {
	page      *page
	index, of int  // which of how many side by side
	top, foot bool // it begins at the top, ends at the foot of its page
	lines     []textLine
	tables    []*ruled
}

const (
	gutter      = 5.0 // the least width of a strip, wider than gaps inside a line of prose
	maxStrips   = 64  // far above the columns of a page or a table
	fewestLines = 4   // of prose that make a column
	fewestWords = 8   // characters that make a line prose
)

// A strip is white from x0 to x1.
type strip struct{ x0, x1 float64 }

// An element is a line or a table of a page.
type element struct {
	x0, x1, top, foot float64
	line              *textLine
	table             *ruled
}

// A band is a run of elements of a page, from top to bottom, that one white
// strip at least goes through.
type band struct {
	elements []element
	free     []strip
	columns  []strip // those that part columns
}

// columns are those of all pages in reading order.
func columns(pages []*page) []column {
	all := make([][]band, len(pages))
	var known []strip
	for i, p := range pages {
		all[i] = bands(elements(p))
		for k := range all[i] {
			b := &all[i][k]
			b.columns = b.between()
			known = append(known, b.columns...)
		}
	}
	known = known[:min(len(known), maxStrips)]
	var out []column
	for i, p := range pages {
		for k := range all[i] {
			if b := &all[i][k]; len(b.columns) == 0 {
				b.columns = b.asElsewhere(known)
			}
		}
		out = append(out, pageColumns(p, all[i])...)
	}
	return out
}

// elements are the tables of a page and the lines beside them, from top to
// bottom.
func elements(p *page) []element {
	taken := make([]bool, len(p.chars))
	var out []element
	for _, t := range ruledTables(p) {
		if t.fill(taken); !t.empty() {
			out = append(out, element{t.xs[0], t.xs[len(t.xs)-1], t.ys[0], t.ys[len(t.ys)-1], nil, t})
		}
	}
	rest := make([]char, 0, len(p.chars))
	for i, c := range p.chars {
		if !taken[i] {
			rest = append(rest, c)
		}
	}
	lines := textLines(rest)
	for i := range lines {
		l := &lines[i]
		out = append(out, element{l.box.X0, l.box.X1, l.box.Y1, l.box.Y0, l, nil})
	}
	slices.SortStableFunc(out, func(a, b element) int { return cmp.Compare(b.top, a.top) })
	return out
}

// bands cuts a page into bands.
func bands(elements []element) []band {
	if len(elements) == 0 {
		return nil
	}
	page := strip{elements[0].x0, elements[0].x1}
	for _, e := range elements {
		page.x0, page.x1 = min(page.x0, e.x0), max(page.x1, e.x1)
	}
	var out []band
	for i, e := range elements {
		free := e.free(page)
		if i > 0 {
			b := &out[len(out)-1]
			if both := meet(b.free, free); len(both) > 0 {
				b.elements, b.free = elements[i-len(b.elements):i+1], both
				continue
			}
		}
		out = append(out, band{elements: elements[i : i+1], free: free})
	}
	for i := range out {
		// what is white to the edge of the page parts nothing
		out[i].free = slices.DeleteFunc(out[i].free, func(s strip) bool { return s.x0 == page.x0 || s.x1 == page.x1 })
	}
	return out
}

// free are the white strips beside and within an element.
func (e *element) free(page strip) []strip {
	var out []strip
	add := func(x0, x1 float64) {
		if x1-x0 >= gutter && len(out) < maxStrips {
			out = append(out, strip{x0, x1})
		}
	}
	add(page.x0, e.x0)
	if e.line != nil {
		end := e.x0
		for _, c := range e.line.row {
			if !blank(c.text) {
				add(end, c.x)
				end = max(end, c.x+c.w)
			}
		}
	}
	add(e.x1, page.x1)
	return out
}

// meet are the strips that are white in both.
func meet(a, b []strip) []strip {
	var out []strip
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if s := (strip{max(a[i].x0, b[j].x0), min(a[i].x1, b[j].x1)}); s.x1-s.x0 >= gutter {
			out = append(out, s)
		}
		if a[i].x1 < b[j].x1 {
			i++
		} else {
			j++
		}
	}
	return out
}

// A side is what stands between two strips.
type side struct {
	tables, prose, lines, figures int
}

func (s side) isColumn() bool { return s.tables > 0 || s.prose >= fewestLines }

// sides are what stands left of, between and right of some strips.
func (b *band) sides(strips []strip) []side {
	out := make([]side, len(strips)+1)
	for _, e := range b.elements {
		if e.table != nil {
			out[sideOf(strips, e.x0)].tables++
			continue
		}
		row := e.line.row
		for len(row) > 0 {
			k := sideOf(strips, row[0].x)
			n := 1
			for n < len(row) && sideOf(strips, row[n].x) == k {
				n++
			}
			words, digits := wordsOf(row[:n])
			row = row[n:]
			if words+digits == 0 {
				continue
			}
			out[k].lines++
			if words >= fewestWords {
				out[k].prose++
			}
			if words == 0 {
				out[k].figures++
			}
		}
	}
	return out
}

// sideOf is the number of strips left of x.
func sideOf(strips []strip, x float64) int {
	k, _ := slices.BinarySearchFunc(strips, x, func(s strip, x float64) int { return cmp.Compare(s.x1, x+0.01) })
	return k
}

// wordsOf counts the letters and the digits of a run.
func wordsOf(row []char) (words, digits int) {
	for i := range row {
		switch u, _ := utf8.DecodeRuneInString(row[i].text); {
		case unicode.IsLetter(u):
			words++
		case !kit.IsSpace(u):
			digits++
		}
	}
	return words, digits
}

// between are the strips of a band that have a column on either side.
func (b *band) between() []strip {
	strips := slices.Clone(b.free)
	sides := b.sides(strips)
	for len(strips) > 0 {
		bad := slices.IndexFunc(sides, func(s side) bool { return !s.isColumn() })
		if bad < 0 {
			break
		}
		// what is no column goes with the nearer of its neighbours
		k := bad
		if k == len(strips) || k > 0 && strips[k-1].x1-strips[k-1].x0 < strips[k].x1-strips[k].x0 {
			k--
		}
		sides[k].tables += sides[k+1].tables
		sides[k].prose = max(sides[k].prose, sides[k+1].prose)
		sides = slices.Delete(sides, k+1, k+2)
		strips = slices.Delete(strips, k, k+1)
	}
	return strips
}

// asElsewhere are the strips of a band where other pages have columns.
func (b *band) asElsewhere(known []strip) []strip {
	if len(known) == 0 {
		return nil
	}
	strips := slices.DeleteFunc(slices.Clone(b.free), func(s strip) bool {
		return !slices.ContainsFunc(known, func(k strip) bool { return len(meet([]strip{s}, []strip{k})) > 0 })
	})
	for _, s := range b.sides(strips) {
		if s.tables == 0 && s.figures == s.lines {
			return nil
		}
	}
	return strips
}

// pageColumns are the columns of a page in reading order.
func pageColumns(p *page, bands []band) []column {
	var out []column
	across := column{page: p, of: 1}
	flush := func() {
		if len(across.lines)+len(across.tables) > 0 {
			out = append(out, across)
			across = column{page: p, of: 1}
		}
	}
	for i := range bands {
		b := &bands[i]
		if len(b.columns) == 0 {
			across.add(b.elements)
			continue
		}
		flush()
		var rest []element
		if i+1 < len(bands) && bands[i+1].goesAcross() {
			b.elements, rest = b.foot()
		}
		out = append(out, b.cut(p)...)
		across.add(rest)
	}
	flush()
	if n := len(out); n > 0 {
		first, last := out[0].of, out[n-1].of
		for i := range out {
			out[i].top, out[i].foot = i < first, i >= n-last
		}
	}
	return out
}

func (c *column) add(elements []element) {
	for _, e := range elements {
		if e.table != nil {
			c.tables = append(c.tables, e.table)
		} else {
			c.lines = append(c.lines, *e.line)
		}
	}
}

// goesAcross reports whether a band is text or a table over the whole width
// that follows columns, and no foot line.
func (b *band) goesAcross() bool {
	for _, e := range b.elements {
		if words := 0; e.table == nil {
			if words, _ = wordsOf(e.line.row); words < 3*fewestWords {
				continue
			}
		}
		return true
	}
	return false
}

// foot parts from a band what stands below its columns at the left, with more
// room above it than two lines: the heading of what follows across the page.
func (b *band) foot() (columns, rest []element) {
	n := len(b.elements)
	k := n
	for k > 0 && b.elements[k-1].line != nil && b.elements[k-1].x1 <= b.columns[0].x0 {
		k--
	}
	for i := max(k, 1); i < n; i++ {
		if e := b.elements[i]; b.elements[i-1].foot-e.top > 0.8*(e.top-e.foot) {
			return b.elements[:i], b.elements[i:]
		}
	}
	return b.elements, nil
}

// cut gives the columns of a band.
func (b *band) cut(p *page) []column {
	n := len(b.columns) + 1
	out := make([]column, n)
	chars := make([][]char, n)
	for _, e := range b.elements {
		if e.table != nil {
			k := sideOf(b.columns, e.x0)
			out[k].tables = append(out[k].tables, e.table)
			continue
		}
		for _, c := range e.line.row {
			k := sideOf(b.columns, c.x)
			chars[k] = append(chars[k], c)
		}
	}
	for k := range out {
		out[k].page, out[k].index, out[k].of = p, k, n
		out[k].lines = textLines(chars[k])
	}
	return out
}

// A part is a line of prose or a table of a page, with its top edge.
type part struct {
	top   float64
	line  *textLine
	table *ruled
}
