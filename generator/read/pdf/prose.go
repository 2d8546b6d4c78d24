package pdf

import (
	"cmp"
	"regexp"
	"slices"
	"unicode"
	"unicode/utf8"

	"ogi/generator/grid"
	"ogi/generator/place"
)

// blocks gives the file in reading order: tables that go on over the end of
// a page or a column joined, lines of prose joined to paragraphs, page numbers
// and running heads behind the paragraph that runs over the page end.
func blocks(pages []*page) []grid.Block {
	var blocks []grid.Block
	cols := columns(pages)
	running := runningLines(cols, len(pages))
	parts := make([][]part, len(cols))
	aside := make([][]textLine, len(cols))
	margins := marginsOf{}
	for i := range cols {
		parts[i], aside[i] = cols[i].parts(running)
		margins.add(&cols[i], parts[i])
	}
	margins.settle()
	pr := &paragraphs{}
	tables := 0
	var last *ruled // the table that the column before ended with
	var lastGrid *grid.Grid
	for i := range cols {
		fresh := true
		within := margins.of(&cols[i])
		for _, pt := range parts[i] {
			if pt.table == nil {
				pt.line.within, pt.line.column = within, i
				pr.add(*pt.line)
				last = nil
				continue
			}
			if fresh && last != nil && last.goesOn(pt.table) {
				tables++
				more := pt.table.grid(tables)
				if len(last.xs) < len(pt.table.xs) {
					recolumn(lastGrid, last.xs, pt.table.shifted(last))
					last = pt.table
				} else {
					recolumn(more, pt.table.shifted(last), last.xs)
				}
				joinTables(lastGrid, more)
				fresh = false
				continue
			}
			fresh = false
			blocks = append(blocks, pr.flush()...)
			tables++
			lastGrid, last = pt.table.grid(tables), pt.table
			blocks = append(blocks, grid.Block{Table: lastGrid})
		}
		pr.aside = append(pr.aside, aside[i]...)
	}
	return append(blocks, pr.flush()...)
}

// parts are the lines and tables of a column from top to bottom, and apart from
// them the number of its page and what is printed on every page.
func (c *column) parts(running map[runningLine]int) ([]part, []textLine) {
	var parts []part
	for _, t := range c.tables {
		parts = append(parts, part{top: t.ys[0], table: t})
	}
	var aside []textLine
	numbered := false
	for i := range c.lines {
		l := &c.lines[i]
		l.page = c.page.number
		edge := c.top && i == 0 || c.foot && i == len(c.lines)-1
		switch {
		case edge && !numbered && pageNumber.MatchString(l.text) && !touches(c.lines, i):
			aside, numbered = append(aside, *l), true
			continue
		case c.runs(i, running):
			aside = append(aside, *l)
			continue
		}
		parts = append(parts, part{top: l.box.Y1, line: l})
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(b.top, a.top) })
	return parts, aside
}

// paragraphs joins lines of prose.
type paragraphs struct {
	lines []textLine
	aside []textLine
}

func (p *paragraphs) add(l textLine) { p.lines = append(p.lines, l) }

// flush gives the gathered prose as one block, page numbers at its end.
func (p *paragraphs) flush() []grid.Block {
	var out []grid.Line
	var text []byte // of the last line, where others go on it
	end := func() {
		if text != nil {
			out[len(out)-1].Text, text = string(text), nil
		}
	}
	for i, l := range p.lines {
		at := place.Pos{}.In(place.Place{Page: l.page, Box: l.box})
		if i > 0 && goesOn(p.lines[i-1], l) {
			prev := &out[len(out)-1]
			if text == nil {
				text = []byte(prev.Text)
			}
			text = joinText(text, l.text)
			prev.Marks = grid.Looked(grid.Shift(prev.Marks.Spans(), l.looks, len(text)-len(l.text)))
			continue
		}
		end()
		out = append(out, grid.Line{Text: l.text, Pos: at, Marks: grid.Looked(l.looks)})
	}
	end()
	for _, n := range p.aside {
		out = append(out, grid.Line{Text: n.text, Pos: place.Pos{}.In(place.Place{Page: n.page, Box: n.box}), Marks: grid.Looked(n.looks)})
	}
	p.lines, p.aside = nil, nil
	if len(out) == 0 {
		return nil
	}
	return []grid.Block{{Lines: out}}
}

// goesOn reports whether b goes on with the paragraph of a: a is full and b
// stands at the left margin.
func goesOn(a, b textLine) bool {
	if a.gaps > 0 || b.gaps > 0 || a.column == b.column && a.box.Y0-b.box.Y1 > 2*a.size {
		return false
	}
	if a.page == b.page && a.within.of != b.within.of {
		return false // a heading across and the columns below it
	}
	if sentenceEnd.MatchString(a.text) && labelStart.MatchString(b.text) {
		return false
	}
	left, right := a.within.left, a.within.right
	full := a.box.X1 > right-2.2*a.size ||
		a.box.X1 > left+0.75*(right-left) && !sentenceEnd.MatchString(a.text)
	flush := b.box.X0 < b.within.left+0.9*b.size+2
	alike := a.size < 1.15*b.size && b.size < 1.15*a.size
	return full && flush && alike && a.box.X0 < left+3*a.size
}

var sentenceEnd = regexp.MustCompile(`[。：；！？:;!?…][”’）)]?$`)

// joinText adds b to a, with a blank between two words of letters.
func joinText(a []byte, b string) []byte {
	x, _ := utf8.DecodeLastRune(a)
	y, _ := utf8.DecodeRuneInString(b)
	if x < unicode.MaxLatin1 && y < unicode.MaxLatin1 && unicode.IsLetter(x) && unicode.IsLetter(y) {
		a = append(a, ' ')
	}
	return append(a, b...)
}
