package decode

import (
	"math/rand/v2"
	"testing"

	"ogi/generator/form"
)

// BenchmarkDecode reads one report in each layout.
func BenchmarkDecode(b *testing.B) {
	v := distinct(rand.New(rand.NewPCG(3, 3)), form.F2021, true)
	for _, l := range []struct {
		name string
		make func(map[string]int64) *sheet
	}{
		{"tab", shortTabs}, {"tab-cut", cutTabs}, {"tab-ragged", raggedTabs}, {"pipe", lostPipes}, {"cell", cellLines}, {"md", markdown}, {"html", htmlSpans},
	} {
		s := l.make(v)
		text := []byte(s.text())
		b.Run(l.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if r, _ := File(s.file, text); r == nil {
					b.Fatal("not read")
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
		})
	}
}
