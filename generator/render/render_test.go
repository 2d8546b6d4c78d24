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
