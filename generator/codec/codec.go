// Package codec writes values as bytes and takes them up again, for stores that can
// be thrown away: the bytes name neither fields nor a version, so that who keeps
// them keeps with the key which sources wrote them. Damaged bytes end in Damaged,
// never in a panic, and take no more memory than some hundred bytes for each of
// theirs.
package codec

import (
	"encoding/binary"
	"math"
)

// A Wire goes through a value in one of two directions: it puts each field behind
// out, or takes it from in. What describes a type is so written once, and cannot
// differ between the two.
type Wire struct {
	reading bool
	bad     bool // what was read is damaged; all further fields stay zero

	out   []byte
	begin int            // where in out this value begins
	known map[string]int // where a long text was first written

	in string
	at int
}

// Writer is a Wire that puts values behind b.
func Writer(b []byte) Wire {
	return Wire{out: b, begin: len(b)}
}

// Reader is a Wire that takes values from b. All texts it gives are parts of b.
func Reader(b string) Wire { return Wire{reading: true, in: b} }

// Reading reports whether values are taken, and not put.
func (w *Wire) Reading() bool { return w.reading }

// Damaged reports whether what was taken is no value that was put.
func (w *Wire) Damaged() bool { return w.bad }

// Ended reports whether all was taken, and nothing was damaged.
func (w *Wire) Ended() bool { return !w.bad && w.at == len(w.in) }

// Bytes are what was put, behind those of Writer.
func (w *Wire) Bytes() []byte { return w.out }

// Base is the Wire of what embeds one.
func (w *Wire) Base() *Wire { return w }

// A Via is a Wire, or embeds one.
type Via interface{ Base() *Wire }

// again is the length in bytes from which a text that was written before is named
// by its place: prose stands in the sections and in the view.
const again = 12

// Ahead is how many elements room is made for before any is read: a length in
// damaged bytes may be anything.
const Ahead = 1 << 10

// Uint is a number, in fewer bytes the smaller it is.
func (w *Wire) Uint(n *uint64) {
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
	w.Fail()
	*n = 0
}

// Fail ends the reading: what was taken is no value.
func (w *Wire) Fail() { w.bad, w.at = true, len(w.in) }

// Int64 is a number of either sign, likewise.
func (w *Wire) Int64(n *int64) {
	u := uint64(*n)<<1 ^ uint64(*n>>63)
	w.Uint(&u)
	if w.reading {
		*n = int64(u>>1) ^ -int64(u&1)
	}
}

// Int is an int, likewise.
func (w *Wire) Int(n *int) {
	i := int64(*n)
	w.Int64(&i)
	if w.reading {
		*n = int(i)
	}
}

// Step is an int as the difference from the one before, which it replaces.
func (w *Wire) Step(n, before *int) {
	d := *n - *before
	w.Int(&d)
	if w.reading {
		*n = *before + d
	}
	*before = *n
}

// Narrow is such a difference of two narrow numbers.
func (w *Wire) Narrow(n *int32, before int32) {
	d := int64(*n) - int64(before)
	w.Int64(&d)
	if w.reading {
		if d += int64(before); d != int64(int32(d)) {
			w.Fail()
			d = 0
		}
		*n = int32(d)
	}
}

// Byte is a byte.
func (w *Wire) Byte(b *uint8) {
	switch {
	case !w.reading:
		w.out = append(w.out, *b)
	case w.at < len(w.in):
		*b = w.in[w.at]
		w.at++
	default:
		w.Fail()
	}
}

// Flags are up to eight bools in a byte.
func (w *Wire) Flags(bs ...*bool) {
	var all uint8
	for i, b := range bs {
		if *b {
			all |= 1 << i
		}
	}
	w.Byte(&all)
	if !w.reading {
		return
	}
	for i, b := range bs {
		*b = all>>i&1 == 1
	}
	if all>>len(bs) != 0 {
		w.Fail()
	}
}

// One is a value of a closed list of which last is the last.
func One[W Via, T ~uint8](via W, v *T, last T) {
	w := via.Base()
	b := uint8(*v)
	w.Byte(&b)
	if w.reading {
		if b > uint8(last) {
			w.Fail()
			b = 0
		}
		*v = T(b)
	}
}

// Float is a float, bit by bit.
func (w *Wire) Float(f *float64) {
	n := math.Float64bits(*f)
	w.Fixed(&n)
	if w.reading {
		*f = math.Float64frombits(n)
	}
}

// Fixed is a number of eight bytes, as a sum of something is.
func (w *Wire) Fixed(n *uint64) {
	if !w.reading {
		w.out = binary.LittleEndian.AppendUint64(w.out, *n)
		return
	}
	*n = 0
	if len(w.in)-w.at < 8 {
		w.Fail()
		return
	}
	var b [8]byte
	copy(b[:], w.in[w.at:])
	w.at += 8
	*n = binary.LittleEndian.Uint64(b[:])
}

// Text is a string: its length doubled and its bytes, or its length doubled and
// one and where the same bytes stood before. What is read is part of in.
func Text[W Via, T ~string](via W, s *T) {
	w := via.Base()
	if !w.reading {
		w.put(string(*s))
		return
	}
	*s = T(w.take())
}

func (w *Wire) put(s string) {
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
	if w.known == nil {
		w.known = make(map[string]int, 16)
	}
	w.known[s] = len(w.out) - w.begin
	w.out = append(w.out, s...)
}

func (w *Wire) take() string {
	var n uint64
	w.Uint(&n)
	from, size := uint64(w.at), n>>1
	if n&1 == 1 {
		w.Uint(&from)
	}
	if upTo := uint64(len(w.in)); size > upTo || from > upTo-size {
		w.Fail()
		return ""
	}
	if n&1 == 0 {
		w.at += int(size)
	}
	return w.in[from : from+size]
}

// Many is a slice: 0 for nil, else its length and one.
func Many[W Via, T any](via W, s *[]T, each func(W, *T)) {
	w := via.Base()
	var n uint64
	if *s != nil {
		n = uint64(len(*s)) + 1
	}
	w.Uint(&n)
	if !w.reading {
		for i := range *s {
			each(via, &(*s)[i])
		}
		return
	}
	*s = nil
	if n == 0 {
		return
	}
	n--
	if n > uint64(len(w.in)-w.at) { // each takes a byte at least
		w.Fail()
		return
	}
	got := make([]T, 0, min(n, Ahead))
	for range n {
		if w.bad {
			return
		}
		got = append(got, *new(T))
		each(via, &got[len(got)-1])
	}
	*s = got
}
