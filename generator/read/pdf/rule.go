package pdf

import "ogi/generator/read/kit"

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
