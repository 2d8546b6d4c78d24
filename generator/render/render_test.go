package render_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"os"
	"strings"
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

// Templates stand a value with nothing in it: unknown is a state of every page.
func TestEveryTemplateStandsAnEmptyValue(t *testing.T) {
	s := set(t)
	for kind, v := range map[string]any{
		"home": &page.Home{}, "agencies": &page.Agencies{}, "agency": &page.Agency{}, "report": &page.Report{},
		"years": &page.Years{}, "year": &page.Year{}, "regions": &page.Regions{}, "region": &page.RegionPage{},
		"rules": &page.Rules{}, "rule": &page.Rule{}, "coverage": &page.Coverage{}, "badges": &page.Badges{},
		"text": &page.Written{}, "404": &page.NotFound{},
	} {
		if err := s.Execute(io.Discard, kind, v); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if n := len(s.Kinds()); n != 14 {
		t.Errorf("%d kinds of pages, 14 tried", n)
	}
}

func TestUnknownKindIsAnError(t *testing.T) {
	if err := set(t).Execute(io.Discard, "nothing", nil); err == nil || err.Error() != "templates: no nothing.html" {
		t.Errorf("got %v", err)
	}
}

// The style of 404.html is let through by its hash alone.
func TestNotFoundStyleMatchesItsPolicy(t *testing.T) {
	b, err := os.ReadFile("../../templates/404.html")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(b), "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(string(b), want) {
		t.Errorf("404.html: style-src must be %s", want)
	}
	var out bytes.Buffer
	if err := set(t).Execute(&out, "404", &page.NotFound{Site: "t"}); err != nil || !strings.Contains(out.String(), style) {
		t.Errorf("style changed by rendering: %v", err)
	}
}
