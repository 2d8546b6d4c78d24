package render_test

import (
	"bytes"
	"os"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/page"
	"ogi/generator/render"
)

func set(t testing.TB) *render.Set {
	t.Helper()
	s, err := render.New(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// pages writes a whole site, by path.
func pages(t testing.TB, in page.Input) map[string]string {
	t.Helper()
	s, out := set(t), map[string]string{}
	for _, p := range page.Site(in) {
		var b bytes.Buffer
		if err := s.Render(&b, p); err != nil {
			t.Errorf("%s: %v", p.Path, err)
		}
		if out[p.Path] != "" {
			t.Errorf("%s: written twice", p.Path)
		}
		out[p.Path] = b.String()
	}
	return out
}

// Every kind of page is made by a full archive.
func TestFullArchiveRendersEveryKind(t *testing.T) {
	s, seen := set(t), map[string]bool{}
	for _, p := range page.Site(full("")) {
		seen[p.Kind] = true
	}
	for _, k := range s.Kinds() {
		if !seen[k] {
			t.Errorf("no page of kind %s", k)
		}
	}
	pages(t, full(""))
}

// An archive without anything still makes every page.
func TestEmptyArchiveRenders(t *testing.T) {
	s := set(t)
	in := page.Input{Archive: archive.New(config.Site{Title: "t"}, nil), Results: check.Results{}}
	for _, p := range page.Site(in) {
		var b bytes.Buffer
		if err := s.Render(&b, p); err != nil {
			t.Errorf("%s: %v", p.Path, err)
		}
	}
}
