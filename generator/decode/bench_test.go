package decode

import (
	"math/rand/v2"
	"testing"

	"ogi/generator/form"
)

// BenchmarkDecode reads one report in each layout.
func BenchmarkDecode(b *testing.B) {
	v := distinct(rand.New(rand.NewPCG(3, 3)), form.F2021, true)
	for name, make := range map[string]func(map[string]int64) *sheet{
		"tab": shortTabs, "tab-cut": cutTabs, "pipe": lostPipes, "cell": cellLines, "md": markdown, "html": htmlSpans,
	} {
		s := make(v)
		text := []byte(s.text())
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if r, _ := File(s.file, text); r == nil {
					b.Fatal("not read")
				}
			}
		})
	}
}
