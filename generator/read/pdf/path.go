package pdf

import (
	"math"

	"ogi/generator/read/kit"
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

// draw does the path operators. Only what is painted counts: the rectangles
// that clip each cell are not ruled lines.
func (d *drawing) draw(p *path, s *state, op string, a func(int) float64) {
	switch op {
	case "m":
		p.to(s.ctm.at(a(0), a(1)))
		p.sx, p.sy = p.x, p.y
	case "l":
		x, y := p.x, p.y
		p.to(s.ctm.at(a(0), a(1)))
		p.slant = p.slant || x != p.x && y != p.y
		p.segs = append(p.segs, span4(x, y, p.x, p.y))
	case "c":
		p.curved = true
		p.to(s.ctm.at(a(0), a(1)))
		p.to(s.ctm.at(a(2), a(3)))
		p.to(s.ctm.at(a(4), a(5)))
	case "v", "y":
		p.curved = true
		p.to(s.ctm.at(a(0), a(1)))
		p.to(s.ctm.at(a(2), a(3)))
	case "h":
		p.segs = append(p.segs, span4(p.x, p.y, p.sx, p.sy))
		p.x, p.y = p.sx, p.sy
	case "re":
		p.to(s.ctm.at(a(0), a(1)))
		x0, y0 := p.x, p.y
		p.to(s.ctm.at(a(0)+a(2), a(1)+a(3)))
		x1, y1 := p.x, p.y
		p.boxes = append(p.boxes, span4(x0, y0, x1, y1))
	case "S", "s", "B", "B*", "b", "b*":
		if op == "s" || op == "b" || op == "b*" {
			p.segs = append(p.segs, span4(p.x, p.y, p.sx, p.sy))
		}
		if !p.glyph() {
			for _, r := range p.segs {
				d.rule(r)
			}
		}
		for _, b := range p.boxes {
			d.box(b)
		}
		if op[0] == 'B' || op[0] == 'b' {
			d.ground(p, s, len(op) == 2)
		}
		p.end(s)
	case "f", "F", "f*":
		d.fill(p)
		d.ground(p, s, op == "f*")
		p.end(s)
	case "sh":
		d.shade(s)
	case "W", "W*":
		p.clips = true
	case "n":
		p.end(s)
	}
	if len(p.segs)+len(p.boxes) > maxRules {
		panic(kit.TooLarge("PDF 的线条过多"))
	}
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

// fill takes thin boxes as lines; shading is none.
func (d *drawing) fill(p *path) {
	for _, b := range p.boxes {
		if b.y1-b.y0 <= thin || b.x1-b.x0 <= thin {
			d.rule(b)
		}
	}
	if len(p.segs) >= 3 && len(p.boxes) == 0 { // a thin polygon
		b := p.bounds()
		if b.y1-b.y0 <= thin || b.x1-b.x0 <= thin {
			d.rule(b)
		}
	}
}

func (d *drawing) box(b rule) {
	d.rule(rule{b.x0, b.y0, b.x1, b.y0})
	d.rule(rule{b.x0, b.y1, b.x1, b.y1})
	d.rule(rule{b.x0, b.y0, b.x0, b.y1})
	d.rule(rule{b.x1, b.y0, b.x1, b.y1})
}

// rule keeps a line that is horizontal or vertical, as its middle.
func (d *drawing) rule(r rule) {
	w, h := r.x1-r.x0, r.y1-r.y0
	switch {
	case w > thin && h > thin || w <= thin && h <= thin:
		return
	case h <= thin:
		r.y0 = (r.y0 + r.y1) / 2
		r.y1 = r.y0
	default:
		r.x0 = (r.x0 + r.x1) / 2
		r.x1 = r.x0
	}
	if d.out.rules = append(d.out.rules, r); len(d.out.rules) > maxRules {
		panic(kit.TooLarge("PDF 的线条过多"))
	}
}
