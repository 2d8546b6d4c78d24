package cache

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/klauspost/compress/s2"
)

// An entry's file is the sum of its version, kind, key and packed bytes, and the
// packed bytes. It is whole and its own only where they agree.
const headed = sha256.Size

// most is the size above which nothing is kept.
const most = 256 << 20

func sum(version [sha256.Size]byte, kind string, key Key, packed []byte) (out [sha256.Size]byte) {
	h := sha256.New()
	h.Write(version[:])
	h.Write(binary.AppendUvarint(nil, uint64(len(kind))))
	h.Write([]byte(kind))
	h.Write(key[:])
	h.Write(packed)
	h.Sum(out[:0])
	return out
}

func wrap(version [sha256.Size]byte, kind string, key Key, b []byte) []byte {
	raw := make([]byte, headed+s2.MaxEncodedLen(len(b)))
	packed := s2.EncodeBetter(raw[headed:], b)
	raw = raw[:headed+len(packed)]
	h := sum(version, kind, key, packed)
	copy(raw, h[:])
	return raw
}

func unwrap(version [sha256.Size]byte, kind string, key Key, raw []byte) ([]byte, bool) {
	if len(raw) < headed || sum(version, kind, key, raw[headed:]) != [sha256.Size]byte(raw[:headed]) {
		return nil, false
	}
	return unpack(raw[headed:])
}

func unpack(packed []byte) ([]byte, bool) {
	if n, err := s2.DecodedLen(packed); err != nil || n > most {
		return nil, false
	}
	b, err := s2.Decode(nil, packed)
	return b, err == nil
}
