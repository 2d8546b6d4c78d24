package pdf

import (
	"math"

	"github.com/ledongthuc/pdf"

	"ogi/generator/read/kit"
)

// page interprets one page. A page whose text runs up or down, as tables do
// that were turned to fit, is read turned.
func (d *drawing) page(n int, p pdf.Page) *page {
	rotate := inherited(p.V, "Rotate").Int64()
	out := d.turn(n, p, rotate)
	switch half := len(out.chars) / 2; {
	case half > 20 && out.up > half:
		out = d.turn(n, p, rotate+90)
	case half > 20 && out.down > half:
		out = d.turn(n, p, rotate+270)
	}
	return out
}

// turn interprets a page as it is shown after a turn clockwise.
func (d *drawing) turn(n int, p pdf.Page, degrees int64) *page {
	d.out = &page{number: n, view: everywhere, work: d.work}
	s := state{ctm: identity, tm: identity, line: identity, scale: 1, ink: plainInk}
	if box := inherited(p.V, "MediaBox"); box.Len() == 4 {
		x0, y0 := box.Index(0).Float64(), box.Index(1).Float64()
		w, h := box.Index(2).Float64()-x0, box.Index(3).Float64()-y0
		s.ctm = matrix{1, 0, 0, 1, -x0, -y0}.mul(turned(degrees, w, h))
		d.out.view = s.ctm.box(box)
		if crop := inherited(p.V, "CropBox"); crop.Len() == 4 {
			d.out.view = d.out.view.within(s.ctm.box(crop))
		}
	}
	s.clip = d.out.view
	d.depth = 0
	d.layers.off = 0
	if c := p.V.Key("Contents"); !c.IsNull() {
		d.run(c, inherited(p.V, "Resources"), s)
	}
	d.out.look(p.V.Key("Annots"), s.ctm)
	return d.out
}

// inherited looks a page attribute up through its parents.
func inherited(v pdf.Value, key string) pdf.Value {
	for range 40 {
		if v.IsNull() {
			break
		}
		if r := v.Key(key); !r.IsNull() {
			return r
		}
		v = v.Key("Parent")
	}
	return pdf.Value{}
}

// run interprets one content stream.
func (d *drawing) run(content, resources pdf.Value, s state) {
	if d.depth++; d.depth > 12 {
		return
	}
	defer func() { d.depth-- }()
	marks := d.layers.marks
	defer func() { d.layers.leave(marks) }()
	var saved []state
	var p path
	fonts := map[string]*font{} // by their names in resources
	start := s
	lex := lexer{b: contentBytes(content)}
	for {
		op, args := lex.next()
		if op == "" {
			return
		}
		if d.ops++; d.ops > 5000000 {
			panic(kit.TooLarge("PDF 的绘图指令过多"))
		}
		a := func(i int) float64 {
			if i < len(args) {
				return args[i].num
			}
			return 0
		}
		switch op {
		case "q":
			if len(saved) < 1000 {
				saved = append(saved, s)
			}
		case "Q":
			s = start
			if n := len(saved); n > 0 {
				s, saved = saved[n-1], saved[:n-1]
			}
		case "cm":
			s.ctm = matrix{a(0), a(1), a(2), a(3), a(4), a(5)}.mul(s.ctm)
		case "Do":
			if len(args) > 0 {
				d.object(resources.Key("XObject").Key(args[0].str), resources, s)
			}
		case "Tf":
			if len(args) > 1 {
				name := args[0].str
				if fonts[name] == nil {
					fonts[name] = d.font(resources.Key("Font"), name)
				}
				s.font, s.size = fonts[name], a(1)
			}
		case "Tj", "'", "\"", "TJ":
			if op == "\"" {
				s.word, s.space = a(0), a(1)
			}
			if op == "'" || op == "\"" {
				s.move(0, -s.leading)
			}
			if len(args) > 0 {
				d.show(&s, args[len(args)-1])
			}
		case "BI":
			d.picture(&s)
		case "BMC", "BDC":
			d.layers.enter(args, resources)
		case "EMC":
			d.layers.leave(max(d.layers.marks-1, marks))
		case "gs":
			if len(args) > 0 {
				s.ink.alter(resources.Key("ExtGState").Key(args[0].str))
			}
		case "g", "rg", "k", "G", "RG", "K", "cs", "CS", "sc", "scn", "SC", "SCN":
			s.ink.colours(op, args, resources)
		default:
			if !s.text(op, a) {
				d.draw(&p, &s, op, a)
			}
		}
	}
}

func (d *drawing) font(fonts pdf.Value, name string) *font {
	v := fonts.Key(name)
	key := name + v.Key("BaseFont").Name() + v.Key("ToUnicode").String() + v.Key("Encoding").String() + v.Key("FontDescriptor").String() + v.Key("DescendantFonts").String()
	f := d.fonts[key]
	if f == nil {
		f = newFont(v)
		d.fonts[key] = f
	}
	return f
}

// object draws a form; a picture is only measured.
func (d *drawing) object(v, resources pdf.Value, s state) {
	if d.layers.isOff(v, "OC") {
		d.layers.off++
		defer func() { d.layers.off-- }()
	}
	switch v.Key("Subtype").Name() {
	case "Image":
		d.out.pictures++
		d.picture(&s)
	case "Form":
		if m := v.Key("Matrix"); m.Len() == 6 {
			var x matrix
			for i := range x {
				x[i] = m.Index(i).Float64()
			}
			s.ctm = x.mul(s.ctm)
		}
		if box := v.Key("BBox"); box.Len() == 4 {
			s.clip = s.clip.within(s.ctm.box(box))
		}
		if r := v.Key("Resources"); !r.IsNull() {
			resources = r
		}
		d.run(v, resources, s)
	}
}

// show draws a string, or an array of strings and shifts.
func (d *drawing) show(s *state, o operand) {
	if o.kind != '[' {
		d.chars(s, o.str)
		return
	}
	for _, x := range o.list {
		if x.kind == 's' {
			d.chars(s, x.str)
		} else {
			s.advance(-x.num / 1000 * s.size)
		}
	}
}

func (d *drawing) chars(s *state, text string) {
	if s.font == nil {
		return
	}
	for len(text) > 0 {
		var code string
		code, text = s.font.next(text)
		c := s.font.decode(code, d.work)
		w := c.width / 1000 * s.size
		m := s.tm.mul(s.ctm)
		ox, oy := 0.0, s.rise
		if s.font.vertical { // the origin is above the middle of the glyph
			ox, oy = -s.size/2, s.rise-0.88*s.size
		}
		x0, y0 := m.at(ox*s.scale, oy)
		x1, _ := m.at((ox+w)*s.scale, oy)
		_, y1 := m.at(ox*s.scale, oy+s.size)
		switch {
		case c.text == "":
			d.out.unknown++
		case math.Abs(m[0]) > 0.2*math.Abs(m[1]) && math.Abs(m[1]) > 0.2*math.Abs(m[0]):
			d.out.slanted++
		default:
			switch {
			case s.font.vertical || math.Abs(m[0]) > math.Abs(m[1]):
			case m[1] > 0:
				d.out.up++
			default:
				d.out.down++
			}
			ch := char{text: c.text, x: math.Min(x0, x1), y: y0, w: math.Abs(x1 - x0), h: math.Abs(y1 - y0)}
			ch.look = d.shown(s, &ch, s.size*math.Hypot(m[2], m[3]))
			d.out.chars = append(d.out.chars, ch)
			d.out.inks = append(d.out.inks, s.ink.ofText())
			if len(d.out.chars) > maxChars {
				panic(kit.TooLarge("PDF 一页的文字过多"))
			}
		}
		switch {
		case s.font.vertical:
			s.advance(-s.size - s.space)
		case code == " ":
			s.advance(w + s.space + s.word)
		default:
			s.advance(w + s.space)
		}
	}
}
