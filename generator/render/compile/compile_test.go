package compile

import (
	"bytes"
	"errors"
	"html/template"
	"reflect"
	"strings"
	"testing"
)

type part struct {
	Name  string
	N     int
	Big   int64
	Yes   bool
	HTML  template.HTML
	Kind  kind
	Next  *part
	Parts []part
	Ways  *[2]string
	Any   any
	Shown shown
	inner
}

type inner struct{ Deep string }

type kind string

type shown struct{ s string }

func (s shown) String() string { return "shown " + s.s }

// Twice and Times are methods with and without a value.
func (p *part) Twice() string        { return p.Name + p.Name }
func (p *part) Times(n int) []string { return strings.Split(strings.Repeat(p.Name+" ", n), " ") }

var words = map[string]Word{
	"upper": Of1(strings.ToUpper),
	"join":  Of2(func(a, b string) template.HTML { return template.HTML("<b>" + a + b + "</b>") }),
}

const odd = "a<b>&\"'+\x00年:/?#% ="

func sample() *part {
	return &part{
		Name: odd, N: -12345, Big: 7, Yes: true, HTML: "<i>x</i>", Kind: "k&", Shown: shown{"<"},
		Next:  &part{Name: "next", Parts: []part{}},
		Parts: []part{{Name: "one", N: 1}, {Name: "two", N: 2, Next: &part{Name: "below"}}},
		Ways:  &[2]string{"l", "r"}, inner: inner{"deep"},
	}
}

func parsed(t testing.TB, text string) *template.Template {
	t.Helper()
	set, err := template.New("main").Funcs(Funcs(words)).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// What a program writes is what html/template writes.
func TestProgramsWriteWhatTemplatesDo(t *testing.T) {
	for _, text := range []string{
		"", "words", "{{/* nothing */}}a",
		"<p>{{.Name}}</p><p title=\"{{.Name}}\">", "<title>{{.Name}}</title>",
		`<a href="{{.Name}}"><a href="../{{.Name}}"><a href="/x?y={{.Name}}"><a href="{{.Next.Name}}">`,
		"{{.N}} {{.Big}} {{.Yes}} {{.HTML}} {{.Kind}} {{.Shown}} {{.Deep}} <p title='{{.HTML}}{{.N}}'>",
		"{{if .Yes}}a{{else}}b{{end}}{{if .Next.Yes}}a{{else}}b{{end}}{{if .Next.Next}}a{{else}}b{{end}}",
		"{{if not .Yes}}a{{else if .Parts}}b{{end}}{{if and .Yes .Name}}a{{end}}{{if or .Next.Yes .Next.Parts}}a{{else}}b{{end}}",
		"{{with .Next}}{{.Name}}{{with .Next}}a{{else}}{{.Name}}{{end}}{{end}}{{with $x := .Name}}{{$x}}{{end}}",
		"{{range .Parts}}{{.Name}}{{.N}}{{$.N}}{{with .Next}}{{.Name}}{{end}}{{else}}none{{end}}",
		"{{range $i, $p := .Parts}}{{if $i}}, {{end}}{{$p.Name}}{{end}}{{range $p := .Parts}}{{$p.N}}{{end}}",
		"{{range .Next.Parts}}a{{else}}none{{end}}{{range $i, $w := .Ways}}{{$i}}{{$w}}{{end}}",
		"{{$n := 0}}{{range .Parts}}{{$n = .N}}{{end}}{{$n}}{{$s := .Name}}{{if .Yes}}{{$s := .Deep}}{{$s}}{{end}}{{$s}}",
		"{{upper .Name}}{{.Name | upper}}{{join .Name \"x\"}}{{join \"a\" (upper .Deep)}}<p title=\"{{join .Name .Deep}}\">",
		"{{len .Parts}}{{len .Name}}{{if eq .N -12345}}a{{end}}{{if lt .N 3}}b{{end}}{{if ge (len .Parts) 3}}c{{end}}{{if ne .Name \"x\"}}d{{end}}{{if gt .Deep \"a\"}}e{{end}}{{if le .N .N}}f{{end}}",
		"{{.Twice}}{{range .Times 2}}[{{.}}]{{end}}{{range $.Times $.Next.N}}{{.}}{{end}}{{(.Next).Name}}",
		`{{define "p"}}<b>{{.Name}}{{range .Parts}}{{template "p" .}}{{end}}</b>{{end}}{{template "p" .}}{{template "p" .Next}}`,
		`{{define "q"}}{{$x := .}}{{$x.N}}{{end}}{{$x := 5}}{{range .Parts}}{{template "q" .}}{{end}}{{$x}}{{define "none"}}!{{end}}{{template "none"}}`,
		`<script type="application/json">{{.Parts}}</script><script type="application/json">{{.Name}}</script>`,
	} {
		var want bytes.Buffer
		if err := parsed(t, text).Execute(&want, sample()); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		p, err := New(parsed(t, text), "main", reflect.TypeFor[*part](), words)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		for range 2 { // a run leaves nothing behind
			var got bytes.Buffer
			if err := p.Execute(&got, sample()); err != nil || got.String() != want.String() {
				t.Errorf("%s:\ngot  %q %v\nwant %q", text, got.String(), err, want.String())
			}
		}
	}
}

// What is not compiled is said to be left, and still sound.
func TestWhatIsLeftToTemplates(t *testing.T) {
	for _, text := range []string{
		"{{printf \"%05d\" .N}}", "{{range .Parts}}{{break}}{{end}}", "{{.Any}}", "<p style=\"color:{{.Name}}\">",
		`{{define "in"}}{{.Name}}{{end}}<p title="{{template "in" .}}">`, "{{range 3}}{{.}}{{end}}", "{{or .N .Yes}}",
		"{{(index .Parts 1).Name}}", "{{with or .N .Next}}{{.Name}}{{end}}", "{{range $i, $p := .Parts}}{{$i = 2}}{{$x := 1}}{{$x = $.Name}}{{end}}",
	} {
		if _, err := New(parsed(t, text), "main", reflect.TypeFor[*part](), words); !errors.Is(err, ErrLeft) {
			t.Errorf("%s: %v", text, err)
		}
		if err := parsed(t, text).Execute(&bytes.Buffer{}, sample()); err != nil && !strings.Contains(text, "with or") {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// A name that a type does not have is an error before anything is written, also
// where no value would come past it.
func TestUnknownNamesAreErrorsAtOnce(t *testing.T) {
	for text, want := range map[string]string{
		"{{.Nmae}}":                              "main: compile.part has no field Nmae",
		"{{if false}}{{.Next.Nmae}}{{end}}":      "main: compile.part has no field Nmae",
		"{{range .Parts}}{{.Name.First}}{{end}}": "main: string has no field First",
		"{{.s}}":                                 "main: compile.part has no field s",
		"{{define \"p\"}}{{.X}}{{end}}{{template \"p\" .N}}": "main: int has no field X",
		"{{upper .Name .Name}}":                              "main: upper takes 1 values, not 2",
		"<a href=\"{{if .Yes}}'\"{{end}}>":                   "main",
	} {
		_, err := New(parsed(t, text), "main", reflect.TypeFor[*part](), words)
		if err == nil || errors.Is(err, ErrLeft) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestNilIsToldWhereItIsAsked(t *testing.T) {
	p, err := New(parsed(t, "{{.Next.Name}}"), "main", reflect.TypeFor[*part](), words)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []any{&part{}, (*part)(nil), part{}, nil} {
		if err := p.Execute(&bytes.Buffer{}, v); err == nil {
			t.Errorf("%#v: no error", v)
		}
	}
}

// Words are escaped as html/template does, in every place, whatever they are.
func FuzzWords(f *testing.F) {
	for c := range 0x80 {
		f.Add(string(rune(c)), "x"+string(rune(c))+"y")
	}
	for _, s := range []string{odd, "javascript:alert(1)", "JaVaScRiPt:x", "//h", "a:b/c", "%41%zz", "\xff\xfe", "data:text/html,", "&amp;", "a/年:b", "\u2028<!--"} {
		f.Add(s, s+s)
	}
	const text = `<p>{{.Name}}</p><p title="{{.Name}}" id='{{.Deep}}'></p><title>{{.Name}}{{.Kind}}</title>` +
		`<a href="{{.Name}}">{{.Deep}}</a><a href="../{{.Name}}/{{.Deep}}"><a href="/?a={{.Name}}&amp;b={{.Deep}}"></a>`
	set := parsed(f, text)
	p, err := New(parsed(f, text), "main", reflect.TypeFor[*part](), words)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name, deep string) {
		v := &part{Name: name, Kind: kind(deep), inner: inner{deep}}
		var want, got bytes.Buffer
		if err := set.Execute(&want, v); err != nil {
			t.Skip()
		}
		if err := p.Execute(&got, v); err != nil || got.String() != want.String() {
			t.Errorf("got  %q %v\nwant %q", got.String(), err, want.String())
		}
	})
}
