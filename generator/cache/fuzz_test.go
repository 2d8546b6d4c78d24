package cache

import (
	"bytes"
	"crypto/sha256"
	"testing"

	"github.com/klauspost/compress/s2"
)

// What is taken for an entry is what was put; what only looks like packed bytes
// does no harm.
func FuzzEntry(f *testing.F) {
	version := sha256.Sum256([]byte("v1"))
	f.Add(wrap(version, "read", key(0), value(0)))
	f.Add(wrap(version, "read", key(0), nil))
	f.Add(wrap(version, "read", key(1), value(0)))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, raw []byte) {
		if b, ok := unwrap(version, "read", key(0), raw); ok {
			again := wrap(version, "read", key(0), b)
			if c, ok := unwrap(version, "read", key(0), again); !ok || !bytes.Equal(b, c) {
				t.Error("what was found cannot be put")
			}
		}
		packed := raw[min(len(raw), headed):]
		if n, err := s2.DecodedLen(packed); err != nil || n > 1<<20 {
			return // as long as it says it is
		}
		if b, ok := unpack(packed); ok && len(b) > 1<<20 {
			t.Errorf("%d bytes became %d", len(packed), len(b))
		}
		again := wrap(version, "read", key(0), raw)
		if b, ok := unwrap(version, "read", key(0), again); !ok || !bytes.Equal(b, raw) {
			t.Error("what was put is not found")
		}
		if _, ok := unwrap(version, "read", key(1), again); ok {
			t.Error("found under another key")
		}
	})
}

// A table's bytes, with a sum that is right, are read without harm.
func FuzzFiles(f *testing.F) {
	empty := &Files{seen: map[string]state{}}
	f.Add(empty.bytes())
	some := &Files{began: 5, seen: map[string]state{"a/2024.txt": {size: 3, changed: 4, touched: -4, number: 7, sum: key(0)}}}
	f.Add(some.bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		sum := sha256.Sum256(b)
		for _, b := range [][]byte{b, append(bytes.Clone(b), sum[:]...)} {
			files := &Files{began: 1 << 62}
			files.load(b)
			again := &Files{began: files.began}
			again.load((&Files{began: 1, seen: files.old}).bytes())
			if len(again.old) != len(files.old) {
				t.Fatalf("%d files became %d", len(files.old), len(again.old))
			}
			for p, s := range files.old {
				if again.old[p] != s {
					t.Errorf("%q: %v became %v", p, s, again.old[p])
				}
			}
		}
	})
}
