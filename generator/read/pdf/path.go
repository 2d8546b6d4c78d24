package pdf

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// A path is what has been drawn since the last paint: points in page space.
type path struct {
	segs   []rule
	boxes  []rule // rectangles
	x, y   float64
	sx, sy float64
	all    rule // around all its points
	some   bool // it has points
	clips  bool // what is painted next stays inside of it
	curved bool
	slant  bool
}

// to goes to a point.
func (p *path) to(x, y float64) {
	if p.x, p.y = x, y; !p.some {
		p.all, p.some = rule{x, y, x, y}, true
		return
	}
	p.all = rule{min(p.all.x0, x), min(p.all.y0, y), max(p.all.x1, x), max(p.all.y1, y)}
}

// end ends a path, which may bound what is painted from now on.
func (p *path) end(s *state) {
	if p.clips && p.some {
		s.clip = s.clip.within(p.all)
	}
	*p = path{}
}

func span4(x0, y0, x1, y1 float64) rule {
	return rule{math.Min(x0, x1), math.Min(y0, y1), math.Max(x0, x1), math.Max(y0, y1)}
}

// glyph reports whether a path is the outline of a character, which some
// writers stroke to make it bold.
func (p *path) glyph() bool {
	if len(p.segs) < 6 {
		return false
	}
	b := p.bounds()
	return b.x1-b.x0 < 30 && b.y1-b.y0 < 30
}

func (p *path) bounds() rule {
	b := p.segs[0]
	for _, s := range p.segs[1:] {
		b = rule{math.Min(b.x0, s.x0), math.Min(b.y0, s.y0), math.Max(b.x1, s.x1), math.Max(b.y1, s.y1)}
	}
	return b
}

// thin is how thick a filled box may be to count as a line.
const thin = 2.5

// box is the box that a rectangle [x0 y0 x1 y1] takes on the page.
func (m matrix) box(v pdf.Value) rule {
	var p path
	for _, i := range [4][2]int{{0, 1}, {2, 1}, {0, 3}, {2, 3}} {
		p.to(m.at(v.Index(i[0]).Float64(), v.Index(i[1]).Float64()))
	}
	return p.all
}
