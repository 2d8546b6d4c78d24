package pack

import (
	"encoding/binary"
	"math"

	"ogi/generator/place"
	"ogi/generator/report"
)

// A wire goes through a value in one of two directions: it puts each field behind
// out, or takes it from in. What describes a type is so written once, and cannot
// differ between the two.
type wire struct {
	reading bool
	bad     bool // what was read is damaged; all further fields stay zero

	out   []byte
	begin int            // where in out this value begins
	known map[string]int // where a long text was first written
	seen  map[place.Pos]int

	in string
	at int

	places []place.Pos // as they came first, without line and column
	line   int         // of the last place
	why    *report.Why // the last one
	mark   report.Mark // the last one
}

// again is the length in bytes from which a text that was written before is named
// by its place: prose stands in the sections and in the view.
const again = 12

// ahead is how many elements room is made for before any is read: a length in
// damaged bytes may be anything.
const ahead = 1 << 10

func (w *wire) uint(n *uint64) {
	if !w.reading {
		w.out = binary.AppendUvarint(w.out, *n)
		return
	}
	*n = 0
	if w.at < len(w.in) && w.in[w.at] < 0x80 {
		*n = uint64(w.in[w.at])
		w.at++
		return
	}
	for shift := 0; shift < 64 && w.at < len(w.in); shift += 7 {
		b := w.in[w.at]
		w.at++
		if shift == 63 && b > 1 {
			break
		}
		*n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return
		}
	}
	w.fail()
	*n = 0
}

// fail ends the reading.
func (w *wire) fail() { w.bad, w.at = true, len(w.in) }

func (w *wire) int64(n *int64) {
	u := uint64(*n)<<1 ^ uint64(*n>>63)
	w.uint(&u)
	if w.reading {
		*n = int64(u>>1) ^ -int64(u&1)
	}
}

func (w *wire) int(n *int) {
	i := int64(*n)
	w.int64(&i)
	if w.reading {
		*n = int(i)
	}
}

// step is an int as the difference from the one before, which it replaces.
func (w *wire) step(n, before *int) {
	d := *n - *before
	w.int(&d)
	if w.reading {
		*n = *before + d
	}
	*before = *n
}

// narrow is such a difference of two narrow numbers.
func (w *wire) narrow(n *int32, before int32) {
	d := int64(*n) - int64(before)
	w.int64(&d)
	if w.reading {
		if d += int64(before); d != int64(int32(d)) {
			w.fail()
			d = 0
		}
		*n = int32(d)
	}
}

func (w *wire) byte(b *uint8) {
	switch {
	case !w.reading:
		w.out = append(w.out, *b)
	case w.at < len(w.in):
		*b = w.in[w.at]
		w.at++
	default:
		w.fail()
	}
}

// flags are up to eight bools in a byte.
func (w *wire) flags(bs ...*bool) {
	var all uint8
	for i, b := range bs {
		if *b {
			all |= 1 << i
		}
	}
	w.byte(&all)
	if !w.reading {
		return
	}
	for i, b := range bs {
		*b = all>>i&1 == 1
	}
	if all>>len(bs) != 0 {
		w.fail()
	}
}

// one is a value of a closed list of which last is the last.
func one[T ~uint8](w *wire, v *T, last T) {
	b := uint8(*v)
	w.byte(&b)
	if w.reading {
		if b > uint8(last) {
			w.fail()
			b = 0
		}
		*v = T(b)
	}
}

func (w *wire) float(f *float64) {
	if !w.reading {
		w.out = binary.LittleEndian.AppendUint64(w.out, math.Float64bits(*f))
		return
	}
	if len(w.in)-w.at < 8 {
		w.fail()
		return
	}
	var b [8]byte
	copy(b[:], w.in[w.at:])
	w.at += 8
	*f = math.Float64frombits(binary.LittleEndian.Uint64(b[:]))
}

// text is a string: its length doubled and its bytes, or its length doubled and
// one and where the same bytes stood before. What is read is part of in.
func text[T ~string](w *wire, s *T) {
	if !w.reading {
		w.put(string(*s))
		return
	}
	*s = T(w.take())
}

func (w *wire) put(s string) {
	n := uint64(len(s)) << 1
	if len(s) < again {
		w.out = append(binary.AppendUvarint(w.out, n), s...)
		return
	}
	if at, ok := w.known[s]; ok {
		w.out = binary.AppendUvarint(binary.AppendUvarint(w.out, n|1), uint64(at))
		return
	}
	w.out = binary.AppendUvarint(w.out, n)
	w.known[s] = len(w.out) - w.begin
	w.out = append(w.out, s...)
}

func (w *wire) take() string {
	var n uint64
	w.uint(&n)
	from, size := uint64(w.at), n>>1
	if n&1 == 1 {
		w.uint(&from)
	}
	if upTo := uint64(len(w.in)); size > upTo || from > upTo-size {
		w.fail()
		return ""
	}
	if n&1 == 0 {
		w.at += int(size)
	}
	return w.in[from : from+size]
}

// many is a slice: 0 for nil, else its length and one.
func many[T any](w *wire, s *[]T, each func(*wire, *T)) {
	var n uint64
	if *s != nil {
		n = uint64(len(*s)) + 1
	}
	w.uint(&n)
	if !w.reading {
		for i := range *s {
			each(w, &(*s)[i])
		}
		return
	}
	*s = nil
	if n == 0 {
		return
	}
	n--
	if n > uint64(len(w.in)-w.at) { // each takes a byte at least
		w.fail()
		return
	}
	got := make([]T, 0, min(n, ahead))
	for range n {
		if w.bad {
			return
		}
		got = append(got, *new(T))
		each(w, &got[len(got)-1])
	}
	*s = got
}

// pos is a place: its line from that of the last one, its column, and its Place:
// 0 for none, 1 for one that follows, else two more than the number of one before.
func (w *wire) pos(p *place.Pos) {
	w.step(&p.Line, &w.line)
	w.int(&p.Col)
	if !w.reading {
		w.putPlace(*p)
		return
	}
	var n uint64
	w.uint(&n)
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
		w.fail()
	}
	q.Line, q.Col = p.Line, p.Col
	*p = q
}

func (w *wire) putPlace(p place.Pos) {
	p.Line, p.Col = 0, 0
	if p.IsZero() {
		w.out = append(w.out, 0)
		return
	}
	if n, ok := w.seen[p]; ok {
		w.out = binary.AppendUvarint(w.out, uint64(n)+2)
		return
	}
	w.out = append(w.out, 1)
	now := p.Place()
	w.place(&now)
	w.seen[p] = len(w.places)
	w.places = append(w.places, p)
}

// place is one that was not written before.
func (w *wire) place(p *place.Place) {
	w.int(&p.Page)
	boxed := p.Box != (place.Box{})
	w.flags(&boxed)
	if boxed {
		w.float(&p.Box.X0)
		w.float(&p.Box.Y0)
		w.float(&p.Box.X1)
		w.float(&p.Box.Y1)
	}
	text(w, &p.Sheet)
	w.int(&p.Para)
	w.int(&p.Table)
	w.int(&p.Row)
	w.int(&p.Cell)
}
