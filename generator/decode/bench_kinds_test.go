package decode_test

import (
	"testing"

	"ogi/generator/decode"
	"ogi/generator/internal/specimen"
)

// BenchmarkDecodeKinds reads one report in each dialect and file kind that
// specimens are written in.
func BenchmarkDecodeKinds(b *testing.B) {
	s := specimen.Random(2, specimen.Options{})
	for _, k := range specimen.Kinds {
		file := s.MustWrite(k)
		b.Run(string(k), func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				if r, ds := decode.File("2024"+k.Ext(), file); r == nil {
					b.Fatal(ds)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
		})
	}
}

// Whatever becomes of the text of a PDF, it is read without a panic and each
// number that is not marked as inferred has a place in the file.
func FuzzFlatText(f *testing.F) {
	for i, k := range []specimen.Kind{specimen.Flat, specimen.FlatRaw, specimen.FlatPlain} {
		f.Add(string(specimen.Random(uint64(i), specimen.Options{}).MustWrite(k)))
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, ds := decode.File("2024.txt", []byte(text))
		if r == nil {
			if len(ds) == 0 {
				t.Fatal("refused without a word")
			}
			return
		}
		for i, c := range r.Cells {
			if c.Plain() && c.Pos.Line < 1 {
				t.Fatalf("%s has no place", r.Form.Defs[i].Key)
			}
		}
	})
}
