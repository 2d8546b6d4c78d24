package stage

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"ogi/generator/diag"
	"ogi/generator/markdown"
	"ogi/generator/page"
)

// A page that breaks is left out; an error, as of a template, is returned.
func TestABrokenPageCostsItself(t *testing.T) {
	put := func(string, []byte) error { t.Error("published"); return nil }
	s := &Frame{}
	broken := s.page(page.Page{Path: "a/index.html", Kind: "a", Value: func() any { panic("on purpose") }})
	told, err := broken.Bytes(put)
	if err != nil || len(told) != 1 || told[0].File != "public/a/index.html" || told[0].Level != diag.Error {
		t.Errorf("told %v, %v", told, err)
	}
	wrong := File{Path: "b", bytes: func(*bytes.Buffer) ([]byte, error) { return nil, errors.New("no such template") }}
	told, err = wrong.Bytes(put)
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
