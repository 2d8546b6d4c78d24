package pack

import (
	"testing"
	"testing/fstest"

	"ogi/generator/archive"
	"ogi/generator/diag"
	"ogi/generator/internal/specimen"
)

// usual is an agency of one report of some 8 KB with a whole form.
func usual(b *testing.B, k specimen.Kind) (*archive.Agency, []diag.Diagnostic) {
	all, ds := archive.Load(fstest.MapFS{
		"site.toml":                  {Data: []byte(`title = "t"`)},
		"content/jia/agency.toml":    {Data: []byte("name = \"甲区司法局\"\nregion = \"410403\"\n")},
		"content/jia/2024" + k.Ext(): {Data: specimen.Random(3, specimen.Options{}).MustWrite(k)},
	}, archive.Options{})
	if len(all.Agencies) != 1 || all.Agencies[0].Reports[0].Report == nil {
		b.Fatal("nothing was read", ds)
	}
	return all.Agencies[0], ds
}

// Budget: 0.2 ms a report each way.
func BenchmarkAppend(b *testing.B) {
	for _, k := range []specimen.Kind{specimen.Tab, specimen.HTML, specimen.PDF} {
		b.Run(string(k), func(b *testing.B) {
			a, ds := usual(b, k)
			var out []byte
			b.ReportAllocs()
			for b.Loop() {
				out = Append(out[:0], a, ds)
			}
			b.ReportMetric(float64(len(out)), "bytes")
		})
	}
}

func BenchmarkRead(b *testing.B) {
	for _, k := range []specimen.Kind{specimen.Tab, specimen.HTML, specimen.PDF} {
		b.Run(string(k), func(b *testing.B) {
			a, ds := usual(b, k)
			in := Append(nil, a, ds)
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := Read(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
