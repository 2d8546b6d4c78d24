package render_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

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
	for kind, none := range page.Values {
		v := reflect.New(reflect.TypeOf(none).Elem()).Interface()
		if err := s.Execute(io.Discard, kind, v); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if a, b := s.Kinds(), slices.Sorted(maps.Keys(page.Values)); !slices.Equal(a, b) {
		t.Errorf("templates of %v, values of %v", a, b)
	}
}

// Our own templates are compiled, all of them, and write what html/template would:
// with the words of a report, with ones that want escaping, and with those that
// lead out of a page.
func TestCompiledTemplatesWriteTheSame(t *testing.T) {
	s := set(t)
	if left := s.Left(); len(left) > 0 {
		t.Errorf("not compiled: %v", left)
	}
	for _, words := range []string{"", `<b a="x" b='y'>&amp;+=` + "\x00", "javascript:alert(1)//%41?a=b#c"} {
		for _, p := range page.Site(full(words)) {
			var got, want bytes.Buffer
			if err := s.Render(&got, p); err != nil {
				t.Fatalf("%s: %v", p.Path, err)
			}
			if err := s.RenderSlowly(&want, p); err != nil {
				t.Fatalf("%s: %v", p.Path, err)
			}
			if !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("%s: compiled and not compiled differ", p.Path)
			}
		}
	}
}

// An archive's own template that names what a page does not have is told before
// anything is built; one that uses what is not compiled is run all the same.
func TestTemplatesOfAnArchive(t *testing.T) {
	of := func(main string) (*render.Set, error) {
		return render.New(fstest.MapFS{
			"baseof.html": {Data: []byte("{{block \"main\" .}}{{end}}")},
			"year.html":   {Data: []byte("{{define \"main\"}}" + main + "{{end}}")},
			"mine.html":   {Data: []byte("{{define \"main\"}}{{.Whatever}}{{end}}")},
		})
	}
	if _, err := of("{{if .Year}}{{.Reprots}}{{end}}"); err == nil || err.Error() != "templates: year.html: page.Year has no field Reprots" {
		t.Errorf("got %v", err)
	}
	s, err := of("<p>{{printf \"%05d\" .Year}}</p>")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := s.Execute(&out, "year", &page.Year{Year: 2024}); err != nil || out.String() != "<p>02024</p>" {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

func TestUnknownKindIsAnError(t *testing.T) {
	if err := set(t).Execute(io.Discard, "nothing", nil); err == nil || err.Error() != "templates: no nothing.html" {
		t.Errorf("got %v", err)
	}
}

// The style of 404.html is let through by its hash alone.
func TestNotFoundStyleMatchesItsPolicy(t *testing.T) {
	var out bytes.Buffer
	if err := set(t).Execute(&out, "404", &page.NotFound{Site: "t"}); err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(out.String(), "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; style == "" || !strings.Contains(out.String(), want) {
		t.Errorf("404.html: style-src must be %s", want)
	}
}

// A line that ends in a backslash goes on in the next, in words, tags and
// actions alike.
func TestLinesGoOnAfterABackslash(t *testing.T) {
	s, err := render.New(fstest.MapFS{
		"baseof.html": {Data: []byte("{{block \"main\" .}}{{end}}")},
		"a.html":      {Data: []byte("{{define \"main\"}}<p>\\\n  a\\b \\\r\n\tc{{t \\\n  \"甲\\\n  乙\" \"one \\\n  two\"}}\n  d</p>{{end}}")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := s.Execute(&out, "a", nil); err != nil {
		t.Fatal(err)
	}
	const want = "<p>a\\b c<i>甲乙</i><i lang=en>one two</i>\n  d</p>"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

// Templates are for reading: no line is long, and one that is indented goes on
// from the line before it, since its blanks would else be on the page.
func TestTemplatesCanBeRead(t *testing.T) {
	for _, pattern := range []string{"../../templates/*.html", "../../templates/_partials/*.html"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v %v", pattern, names, err)
		}
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			goesOn, n := false, 0
			for line := range strings.Lines(string(b)) {
				line = strings.TrimSuffix(line, "\n")
				n++
				switch {
				case utf8.RuneCountInString(line) > 160:
					t.Errorf("%s:%d: longer than 160 characters", name, n)
				case !goesOn && strings.TrimLeft(line, " \t") != line:
					t.Errorf("%s:%d: indented, but the line before does not end in a backslash", name, n)
				case strings.HasSuffix(strings.TrimRight(line, " \t"), `\`) && !strings.HasSuffix(line, `\`):
					t.Errorf("%s:%d: blanks after the backslash", name, n)
				}
				goesOn = strings.HasSuffix(line, `\`)
			}
		}
	}
}
