package pack

import (
	"ogi/generator/codec"
	"ogi/generator/place"
	"ogi/generator/report"
)

// A wire is a codec.Wire that knows places and evidence.
type wire struct {
	codec.Wire
	seen   map[place.Pos]int
	places []place.Pos // as they came first, without line and column
	line   int         // of the last place
	why    *report.Why // the last one
	mark   report.Mark // the last one
}

func one[T ~uint8](w *wire, v *T, last T)               { codec.One(w, v, last) }
func text[T ~string](w *wire, s *T)                     { codec.Text(w, s) }
func many[T any](w *wire, s *[]T, each func(*wire, *T)) { codec.Many(w, s, each) }

// pos is a place: its line from that of the last one, its column, and its Place:
// 0 for none, 1 for one that follows, else two more than the number of one before.
func (w *wire) pos(p *place.Pos) {
	w.Step(&p.Line, &w.line)
	w.Int(&p.Col)
	if !w.Reading() {
		w.putPlace(*p)
		return
	}
	var n uint64
	w.Uint(&n)
	var q place.Pos
	switch {
	case n == 0:
	case n == 1:
		var at place.Place
		w.place(&at)
		q = q.In(at)
		w.places = append(w.places, q)
	case n-2 < uint64(len(w.places)):
		q = w.places[n-2]
	default:
		w.Fail()
	}
	q.Line, q.Col = p.Line, p.Col
	*p = q
}

func (w *wire) putPlace(p place.Pos) {
	p.Line, p.Col = 0, 0
	n := uint64(0)
	if at, ok := w.seen[p]; ok {
		n = uint64(at) + 2
	} else if !p.IsZero() {
		n = 1
	}
	w.Uint(&n)
	if n != 1 {
		return
	}
	now := p.Place()
	w.place(&now)
	w.seen[p] = len(w.places)
	w.places = append(w.places, p)
}

// place is one that was not written before.
func (w *wire) place(p *place.Place) {
	w.Int(&p.Page)
	boxed := p.Box != (place.Box{})
	w.Flags(&boxed)
	if boxed {
		w.Float(&p.Box.X0)
		w.Float(&p.Box.Y0)
		w.Float(&p.Box.X1)
		w.Float(&p.Box.Y1)
	}
	text(w, &p.Sheet)
	w.Int(&p.Para)
	w.Int(&p.Table)
	w.Int(&p.Row)
	w.Int(&p.Cell)
}
