package cache

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// packed is what was read of an agency, as to its size: 55 KB, most of it prose.
func packed() []byte {
	r := rand.New(rand.NewPCG(1, 1))
	words := make([]string, 2000)
	for i := range words {
		words[i] = string([]rune{rune('一' + r.IntN(3000)), rune('一' + r.IntN(3000))})
	}
	var b []byte
	for len(b) < 55<<10 {
		b = fmt.Append(b, words[r.IntN(len(words))], r.IntN(10))
	}
	return b
}

// Budget: 0.5 ms an agency of five reports.
func BenchmarkPut(b *testing.B) {
	s, v := Open(b.TempDir(), "v1", roomy), packed()
	n := 0
	for b.Loop() {
		s.Put("read", key(n%2000), v)
		n++
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

// Budget: 0.25 ms an agency of five reports.
func BenchmarkGet(b *testing.B) {
	s, v := Open(b.TempDir(), "v1", roomy), packed()
	for i := range 2000 {
		s.Put("read", key(i), v)
	}
	n := 0
	for b.Loop() {
		if _, ok := s.Get("read", key(n%2000)); !ok {
			b.Fatal("not there")
		}
		n++
	}
}

// Budget: 10 µs an entry, once a build that put something.
func BenchmarkSweep(b *testing.B) {
	s := Open(b.TempDir(), "v1", roomy)
	for i := range 2000 {
		s.Put("read", key(i), []byte("x"))
	}
	for b.Loop() {
		s.sweep()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/2000, "ns/entry")
}

// Budget: 2 µs a file to read and write the table.
func BenchmarkFiles(b *testing.B) {
	f := &Files{seen: map[string]state{}}
	for i := range 10000 {
		f.seen[fmt.Sprintf("content/%03d/a%06d/%d.txt", i%100, i/5, 2020+i%5)] = state{size: int64(i), changed: time.Now().UnixNano(), number: uint64(i), sum: key(i)}
	}
	for b.Loop() {
		g := &Files{began: 1}
		if g.load(f.bytes()); len(g.old) != 10000 {
			b.Fatal("not read")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10000, "ns/file")
}
