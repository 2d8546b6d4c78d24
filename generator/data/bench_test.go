package data

import (
	"io"
	"io/fs"
	"os"
	"testing"
)

// BenchmarkPack makes the rows of an agency with five years. Budget: 2 ms a report.
func BenchmarkPack(b *testing.B) {
	g := agencies(b, 1, 5)[0]
	for b.Loop() {
		g.Pack()
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/5, "ms/report")
}

// BenchmarkMake writes each format of rows that are packed. Budgets, ms a report: csv
// 0.1, jsonl 0.1, parquet 2, xlsx 3, sqlite 5.
func BenchmarkMake(b *testing.B) {
	s := shelved(agencies(b, 4, 5))
	var all []Summary
	for i := range s {
		c, err := s.Chunk(i)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, Summed([32]byte{byte(i)}, c))
	}
	for _, f := range Formats {
		b.Run(f, func(b *testing.B) {
			for b.Loop() {
				dir := b.TempDir()
				lend := func(use func(string, fs.FS) error) error { return use(dir, os.DirFS(dir)) }
				if err := Make(Files([]string{f}, all), s, lend, func(string) (io.WriteCloser, error) { return &buffer{}, nil }); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N)/20, "ms/report")
		})
	}
}
