package pdf

import (
	"math"
	"slices"

	"github.com/ledongthuc/pdf"

	"ogi/generator/grid"
)

// What of a page is seen is told when all of it is drawn. Text is not seen that
// is drawn with nothing, outside of what is shown, under a filled box that was
// drawn later, in the colour of what is beneath it, or too small. Invisible text
// over a picture of the page is what text recognition read there, and is read.

// tinyPrint is a size at which nothing can be read.
const tinyPrint = 1.0

// shown says of a character of a size as it is drawn whether it can be seen.
func (d *drawing) shown(s *state, c *char, size float64) grid.Look {
	x, y := c.middle()
	switch {
	case d.layers.hides() || !s.ink.shows() || !s.clip.has(x, y):
		return grid.Unshown
	case math.Abs(size) <= tinyPrint:
		return grid.Ground
	}
	return 0
}

// ground keeps a filled path that text may stand on or be covered by. One that
// is no box may or may not be beneath a text: its colour is taken as unknown.
func (d *drawing) ground(p *path, s *state, odd bool) {
	if !p.some || d.layers.hides() {
		return
	}
	boxes, ink, covers := p.boxes, s.ink.fill, s.ink.fillAlpha > 0.95 && !s.ink.blends
	switch {
	case len(p.segs) > 0 && len(boxes) == 0 && !p.curved && !p.slant && len(p.segs) <= 5:
		boxes = []rule{p.all}
	case len(p.segs) > 0 || p.curved || odd && len(boxes) > 1:
		boxes, ink, covers = []rule{p.all}, unknown, false
	case !covers:
		ink = unknown
	}
	for _, b := range boxes {
		if b = b.within(s.clip); b.x1-b.x0 > thin && b.y1-b.y0 > thin && len(d.out.fills) < maxRules {
			d.out.fills = append(d.out.fills, fill{b, ink, len(d.out.chars), covers})
		}
	}
}

// shade paints all that may be painted with a shading.
func (d *drawing) shade(s *state) {
	if len(d.out.fills) < maxRules {
		d.out.fills = append(d.out.fills, fill{s.clip, unknown, len(d.out.chars), false})
	}
}

// picture takes a picture as ground of no known colour.
func (d *drawing) picture(s *state) {
	if d.layers.hides() {
		return
	}
	var p path
	for _, at := range [4][2]float64{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
		p.to(s.ctm.at(at[0], at[1]))
	}
	b := p.all.within(s.clip)
	d.out.canvas += b.area()
	if len(d.out.fills) < maxRules {
		d.out.fills = append(d.out.fills, fill{b, unknown, len(d.out.chars), false})
	}
}

// look parts what is seen of a page from what is not.
func (p *page) look(notes pdf.Value, ctm matrix) {
	if len(p.chars) == 0 {
		return
	}
	at := p.byHeight()
	p.grounds(at)
	p.strikes(at, quads(notes, ctm))
	p.inks, p.fills = nil, nil
	unshown, looks := 0, false
	for i := range p.chars {
		l := p.chars[i].look
		looks = looks || l != 0
		if l&grid.Unshown != 0 {
			unshown++
		}
	}
	if !looks {
		return
	}
	recognised := unshown*2 > len(p.chars) && p.canvas*2 > p.view.area()
	if recognised {
		p.hidden = unshown
	}
	kept := p.chars[:0]
	for _, c := range p.chars {
		switch {
		case recognised && c.look == grid.Unshown:
			c.look = 0
		case c.look&(grid.Unshown|grid.Ground) != 0 && c.look&grid.Unsure == 0:
			p.unseen = append(p.unseen, c)
			continue
		}
		kept = append(kept, c)
	}
	p.chars = kept
}

// A heights sorts the characters of a page into strips by their height on it.
type heights struct {
	low   float64
	from  []int32 // where each strip begins in chars
	chars []int32
	size  float64 // of the largest
}

const bucket = 8.0

func (p *page) byHeight() heights {
	_, low := p.chars[0].middle()
	high, size := low, 0.0
	for i := range p.chars {
		_, y := p.chars[i].middle()
		low, high, size = min(low, y), max(high, y), max(size, p.chars[i].h)
	}
	n := int(min(2000, (high-low)/bucket)) + 1
	h := heights{low, make([]int32, n+1), make([]int32, len(p.chars)), size}
	for i := range p.chars {
		_, y := p.chars[i].middle()
		h.from[h.at(y)]++
	}
	for k := range n {
		h.from[k+1] += h.from[k]
	}
	for i := len(p.chars) - 1; i >= 0; i-- {
		_, y := p.chars[i].middle()
		k := h.at(y)
		h.from[k]--
		h.chars[h.from[k]] = int32(i)
	}
	return h
}

func (h *heights) at(y float64) int {
	return int(max(0, min((y-h.low)/bucket, float64(len(h.from)-2))))
}

// between are the characters whose middles lie between two heights, and some
// more.
func (h *heights) between(low, high float64) []int32 {
	return h.chars[h.from[h.at(low)]:h.from[h.at(high)+1]]
}

// grounds finds the text in the colour of its ground and under filled boxes.
func (p *page) grounds(at heights) {
	worth := len(p.fills) > 0 && p.fills[len(p.fills)-1].before > 0
	for i, c := range p.inks {
		worth = worth || c != black || i == 0 && slices.ContainsFunc(p.fills, func(f fill) bool { return f.ink.like(black) })
		if worth {
			break
		}
	}
	if !worth {
		return
	}
	ground := make([]colour, len(p.chars))
	for i := range ground {
		ground[i] = paper
	}
	for _, f := range p.fills {
		near := at.between(f.y0, f.y1)
		p.work.Spend(len(near), "PDF 的色块过多")
		for _, i := range near {
			c := &p.chars[i]
			if x, y := c.middle(); !f.has(x, y) {
				continue
			}
			if int(i) >= f.before {
				ground[i] = f.ink
			} else if f.covers {
				c.look |= grid.Unshown
			}
		}
	}
	for i := range p.chars {
		switch ink := p.inks[i]; {
		case ink.like(ground[i]):
			p.chars[i].look |= grid.Ground
		case ground[i] == unknown && ink.like(paper) && p.chars[i].look == 0:
			p.chars[i].look |= grid.Ground | grid.Unsure
		}
	}
}

// strikes marks the characters that a line runs through. A line that goes as far
// as they do strikes them out and is no line of a table. One that goes further,
// or joins lines of a table at both ends, may be either.
func (p *page) strikes(at heights, more []rule) {
	var struck []int32
	through := func(r rule) bool {
		struck = struck[:0]
		near := at.between(r.y0-0.25*at.size, r.y0+0.25*at.size)
		p.work.Spend(len(near), "PDF 的线条过多")
		for _, i := range near {
			c := &p.chars[i]
			if r.y0 > c.y+0.15*c.h && r.y0 < c.y+0.6*c.h && min(c.x+c.w, r.x1)-max(c.x, r.x0) > 0.6*c.w && !blank(c.text) {
				struck = append(struck, i)
			}
		}
		return len(struck) > 0
	}
	mark := func(look grid.Look) {
		for _, i := range struck {
			p.chars[i].look |= look
		}
	}
	var strikes []rule // and no lines of tables
	for _, r := range p.rules {
		if !r.flat() || !through(r) {
			continue
		}
		p.work.Spend(len(p.rules), "PDF 的线条过多")
		free := !joins(p.rules, r)
		if free {
			strikes = append(strikes, r)
		}
		if free && p.ends(r, struck) {
			mark(grid.Struck)
		} else {
			mark(grid.Struck | grid.Unsure)
		}
	}
	if len(strikes) > 0 {
		isStrike := make(map[rule]bool, len(strikes))
		for _, r := range strikes {
			isStrike[r] = true
		}
		p.rules = slices.DeleteFunc(p.rules, func(r rule) bool { return isStrike[r] })
	}
	for _, r := range more {
		if through(r) {
			mark(grid.Struck)
		}
	}
}

// ends reports whether a line ends where the characters do.
func (p *page) ends(r rule, struck []int32) bool {
	first := &p.chars[struck[0]]
	low, high, size := first.x, first.x+first.w, first.h
	for _, i := range struck {
		c := &p.chars[i]
		low, high, size = min(low, c.x), max(high, c.x+c.w), max(size, c.h)
	}
	room := max(snap, 0.75*size)
	return r.x0 > low-room && r.x1 < high+room
}

// joins reports whether a line goes from one upright line to another.
func joins(rules []rule, r rule) bool {
	left, right := false, false
	for _, v := range rules {
		if v.flat() || v.y0 > r.y0+snap || v.y1 < r.y0-snap {
			continue
		}
		left = left || v.x0 > r.x0-snap && v.x0 < r.x0+snap
		right = right || v.x0 > r.x1-snap && v.x0 < r.x1+snap
	}
	return left && right
}

// quads are the middles of what notes on a page strike out.
func quads(notes pdf.Value, ctm matrix) []rule {
	var out []rule
	for k := range min(notes.Len(), 1000) {
		n := notes.Index(k)
		if n.Key("Subtype").Name() != "StrikeOut" {
			continue
		}
		v := n.Key("QuadPoints")
		for i := 0; i+7 < min(v.Len(), 8000) && len(out) < 1000; i += 8 {
			var p path
			for k := i; k < i+8; k += 2 {
				p.to(ctm.at(v.Index(k).Float64(), v.Index(k+1).Float64()))
			}
			y := p.all.y0 + 0.45*(p.all.y1-p.all.y0)
			out = append(out, rule{p.all.x0, y, p.all.x1, y})
		}
	}
	return out
}
