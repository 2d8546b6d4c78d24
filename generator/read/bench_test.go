package read_test

import (
	"testing"

	"ogi/generator/internal/specimen"
	"ogi/generator/read"
)

// BenchmarkReadKinds goes from the file to its blocks, without the form.
func BenchmarkReadKinds(b *testing.B) {
	s := specimen.Random(2, specimen.Options{})
	for _, k := range specimen.Kinds {
		file := s.MustWrite(k)
		b.Run(string(k), func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := read.File("a"+k.Ext(), file); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
		})
	}
}
