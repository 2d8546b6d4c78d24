package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"ogi"
	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/markdown"
	"ogi/generator/page"
	"ogi/generator/render"
	"ogi/generator/rule"
)

// BenchmarkBuild builds an archive of 1,000 reports into an empty folder and
// over a site that is the same.
func BenchmarkBuild(b *testing.B) {
	dir := b.TempDir()
	specimens(b, dir, 1000, 1)
	out := filepath.Join(dir, "public")
	for _, c := range []struct {
		name  string
		fresh bool
	}{{"1000reports/new", true}, {"1000reports/unchanged", false}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if c.fresh {
					b.StopTimer()
					os.RemoveAll(out)
					b.StartTimer()
				}
				build(b, dir, "")
			}
			b.ReportMetric(1000*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
		})
	}
}

// BenchmarkCheck judges one report by all rules.
func BenchmarkCheck(b *testing.B) {
	dir := b.TempDir()
	specimens(b, dir, 40, 1)
	f, err := generator.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	a, _ := f.Load(nil)
	es := a.Entries()
	set := check.Ready(a, rule.All, false)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		e := es[i%len(es)]
		set.One(e.Agency, e)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkLoad reads and decodes an archive of 200 reports.
func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	specimens(b, dir, 200, 1)
	f, err := generator.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	b.ReportAllocs()
	for b.Loop() {
		f.Load(nil)
	}
	b.ReportMetric(200*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkReportPage makes and writes the page of one report.
func BenchmarkReportPage(b *testing.B) {
	dir := b.TempDir()
	specimens(b, dir, 40, 1)
	f, err := generator.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	a, _ := f.Load(nil)
	judges, results := check.Ready(a, rule.All, false), check.Results{}
	for _, e := range a.Entries() {
		results[e] = judges.One(e.Agency, e)
	}
	templates, err := fs.Sub(ogi.Files, "templates")
	if err != nil {
		b.Fatal(err)
	}
	set, err := render.New(templates)
	if err != nil {
		b.Fatal(err)
	}
	pages := page.Site(page.Input{Archive: a, Results: results, Rules: rule.All, RuleDoc: rule.Doc, Pages: []markdown.Page{}})
	b.ReportAllocs()
	var w bytes.Buffer
	for i := 0; b.Loop(); i++ {
		p := pages[i%len(pages)]
		for p.Kind != "report" {
			i++
			p = pages[i%len(pages)]
		}
		w.Reset()
		if err := set.Render(&w, p); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(w.Len()))
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}
