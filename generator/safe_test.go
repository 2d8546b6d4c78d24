package generator

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/markdown"
	"ogi/generator/page"
	"ogi/generator/publish"
	"ogi/generator/report"
)

// A rule that breaks on one report leaves it without verdicts; the others are
// judged.
func TestABrokenRuleCostsOneReport(t *testing.T) {
	g := &archive.Agency{Slug: "a", Name: "某局"}
	for _, y := range []int{2023, 2024} {
		g.Reports = append(g.Reports, &archive.Entry{Agency: g, Year: y, Path: "content/a/x.txt", Report: &report.Report{Form: form.Free}})
	}
	breaks := &check.Rule{ID: "breaks", Check: func(p *check.Run) {
		if p.Entry.Year == 2023 {
			panic("on purpose")
		}
		p.Pass()
	}}
	a := archive.New(config.Site{}, []*archive.Agency{g})
	results, ds, err := judge(t.Context(), a, check.Ready(a, []*check.Rule{breaks}, false), nil)
	if err != nil || len(ds) != 1 || ds[0].File != "content/a/x.txt" || !strings.Contains(ds[0].Message, "on purpose") {
		t.Errorf("%v %v", ds, err)
	}
	if n := len(results[g.Reports[0]].Verdicts); n != 0 {
		t.Errorf("%d verdicts on the report that broke", n)
	}
	if v := results[g.Reports[1]].Verdicts; len(v) != 1 || v[0].Status != check.Pass {
		t.Errorf("the other report: %v", v)
	}
}

// A page that breaks is left out; an error, as of a template, is returned.
func TestABrokenPageCostsItself(t *testing.T) {
	tree, err := publish.Open(t.TempDir()+"/public", publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Abort()
	r := &run{tree: tree}
	told, err := r.put(page.Page{Path: "a/index.html", Kind: "a", Value: func() any { panic("on purpose") }})
	if err != nil || len(told) != 1 || told[0].File != "public/a/index.html" || told[0].Level != diag.Error {
		t.Errorf("told %v, %v", told, err)
	}
	told, err = r.write("b", func() ([]byte, error) { return nil, errors.New("no such template") })
	if err == nil || err.Error() != "b: no such template" || len(told) != 0 {
		t.Errorf("told %v, %v", told, err)
	}
}

func TestAnOverlayHidesByName(t *testing.T) {
	own := fstest.MapFS{"templates/a.html": {Data: []byte("own")}, "templates/.DS_Store": {}, "templates/_partials/x.html": {}}
	ours := fstest.MapFS{"templates/a.html": {Data: []byte("ours")}, "templates/b.html": {Data: []byte("b")}, "templates/_partials/y.html": {}}
	fsys, err := sub(own, ours, "templates")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	err = fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			names = append(names, p)
		}
		return err
	})
	if got := strings.Join(names, " "); err != nil || got != "_partials/x.html _partials/y.html a.html b.html" {
		t.Error(got, err)
	}
	if b, err := fs.ReadFile(fsys, "a.html"); string(b) != "own" {
		t.Error(string(b), err)
	}
	none, err := sub(fstest.MapFS{}, ours, "templates")
	if err != nil {
		t.Fatal(err)
	}
	if f, err := none.Open("b.html"); err != nil || f == nil {
		t.Errorf("an archive without templates: %v", err)
	}
}

// A page that is too long is left out, the others stay.
func TestALongPageCostsItself(t *testing.T) {
	pages, ds := prose(fstest.MapFS{
		"content/pages/a.md": {Data: bytes.Repeat([]byte("[a]("), markdown.MaxSize/4+1)},
		"content/pages/b.md": {Data: []byte("# 乙\n")},
	}, fstest.MapFS{})
	if len(pages) != 1 || pages[0].Slug != "b" {
		t.Errorf("pages %v", pages)
	}
	want := "content/pages/a.md: error: 文件大于 32 KB，这一页不生成 (too-large)\n\t请分成几页"
	if len(ds) != 1 || ds[0].String() != want {
		t.Errorf("%v, want %s", ds, want)
	}
}
