package stat_test

import (
	"os"
	"testing"

	"ogi/generator/internal/sample"
	"ogi/generator/stat"
)

// BenchmarkReport counts every indicator of one report.
func BenchmarkReport(b *testing.B) {
	text, err := os.ReadFile("../chart/testdata/gallery.txt")
	if err != nil {
		b.Fatal(err)
	}
	es, err := sample.Entries(string(text))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, ind := range stat.Indicators {
			stat.Of(ind, es[0])
		}
	}
}
