package codec

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
)

// A Hash is the sum of several things, each told from the next: things of equal sums
// are equal. The zero Hash is that of nothing.
type Hash struct{ h hash.Hash }

// Add adds bytes of a known length.
func (h *Hash) Add(b []byte) {
	if h.h == nil {
		h.h = sha256.New()
	}
	h.h.Write(b)
}

// Key adds the sum of something else.
func (h *Hash) Key(k [32]byte) { h.Add(k[:]) }

// Text adds a text of any length.
func (h *Hash) Text(s string) {
	h.Number(len(s))
	h.Add([]byte(s))
}

// Number adds a number.
func (h *Hash) Number(n int) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], uint64(n))
	h.Add(b[:])
}

// Flags adds what is or is not.
func (h *Hash) Flags(of ...bool) {
	for _, f := range of {
		if f {
			h.Add([]byte{1})
		} else {
			h.Add([]byte{0})
		}
	}
}

// Sum is the sum of all that was added.
func (h *Hash) Sum() (s [32]byte) {
	h.Add(nil)
	h.h.Sum(s[:0])
	return s
}
