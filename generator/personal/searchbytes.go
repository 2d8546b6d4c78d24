package personal

import (
	"bytes"
	"compress/zlib"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// binary searches the texts that stand in bytes of any kind, in UTF-8 and in
// UTF-16 of both orders, and the packed texts of a PNG.
func (s *search) binary(b []byte) {
	s.eachRun(b, 1, func(from, to int) { s.bare(texty(b[max(0, from-96):min(len(b), to+32)])) })
	for order := range 2 {
		s.eachRun(b, 2, func(from, to int) {
			at := max(from%2, from-192)
			at += (at ^ from) & 1
			s.bare(wide16(b[at:min(len(b), to+64)], order == 1))
		}, order)
	}
	if bytes.HasPrefix(b, []byte("\x89PNG")) {
		s.png(b)
	}
}

// eachRun gives the runs of bytes in which at least seven digits stand close to
// each other. A digit takes step bytes; of two the other one is zero, the second
// or, in the other order, the first.
func (s *search) eachRun(b []byte, step int, yield func(from, to int), order ...int) {
	high := len(order) > 0 && order[0] == 1
	for phase := range step {
		digits, from, gap := 0, 0, 0
		for i := phase; i+step <= len(b); i += step {
			c := b[i]
			if step == 2 {
				zero := b[i+1]
				if high {
					c, zero = zero, c
				}
				if zero != 0 {
					c = 0xff
				}
			}
			switch {
			case '0' <= c && c <= '9':
				if digits == 0 {
					from = i
				}
				digits, gap = digits+1, 0
				continue
			case digits > 0 && gap < 2 && (c == ' ' || c == '-'):
				gap++
				continue
			}
			if digits >= 7 {
				yield(from, i)
			}
			digits, gap = 0, 0
		}
		if digits >= 7 {
			yield(from, len(b))
		}
	}
}

// texty is bytes as text, those that are none as the end of a sentence, which
// parts what stands on both sides. Old texts of two bytes a letter are not read.
func texty(b []byte) string {
	var t strings.Builder
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError || r < ' ' && r != '\t' && r != '\n' && r != '\r' {
			r = '。'
		}
		t.WriteRune(r)
		b = b[n:]
	}
	return t.String()
}

// wide16 is bytes as a text of UTF-16.
func wide16(b []byte, high bool) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		lo, hi := uint16(b[2*i]), uint16(b[2*i+1])
		if high {
			lo, hi = hi, lo
		}
		if u[i] = hi<<8 | lo; u[i] < ' ' {
			u[i] = '。'
		}
	}
	return string(utf16.Decode(u))
}

// png searches the packed texts of a PNG.
func (s *search) png(b []byte) {
	for _, mark := range []string{"zTXt", "iTXt"} {
		rest := b
		for {
			i := bytes.Index(rest, []byte(mark))
			if i < 4 {
				break
			}
			size := int(rest[i-4])<<24 | int(rest[i-3])<<16 | int(rest[i-2])<<8 | int(rest[i-1])
			rest = rest[i+4:]
			if size < 0 || size > len(rest) {
				continue
			}
			chunk := rest[:size]
			if k := bytes.Index(chunk, []byte{0x78}); k >= 0 {
				for ; k >= 0 && k+2 < len(chunk) && k < 160; k++ {
					if r, err := zlib.NewReader(bytes.NewReader(chunk[k:])); err == nil {
						s.words(texty(s.unpack(r)))
						break
					}
				}
			}
		}
	}
}
