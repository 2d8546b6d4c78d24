package render

import (
	"bytes"
	"fmt"
	"html/template"
	"maps"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ogi/generator/chart"
	"ogi/generator/page"
	"ogi/generator/render/compile"
	"ogi/generator/tongue"
)

// What rows.go writes by hand is what the templates of testdata/rows.html say,
// whatever a report's words hold.
func TestRowsAreAsTheirTemplates(t *testing.T) {
	all := rowTemplates(t)
	for _, evil := range []string{"words", `"><b>'&amp;+` + "\x00`"} {
		for name, k := range kinds(evil, 2) {
			var w bytes.Buffer
			if err := all.ExecuteTemplate(&w, name, k.values); err != nil {
				t.Fatal(err)
			}
			got, want := tokens(string(k.byHand())), tokens(w.String())
			if got != want || !strings.Contains(got, "StartTag") {
				t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
			}
		}
	}
}

// BenchmarkRows is why rows.go writes by hand what a report's page has by the
// hundred.
func BenchmarkRows(b *testing.B) {
	all := rowTemplates(b)
	for _, name := range []string{"cells", "lines", "paras", "numbers"} {
		k := kinds("words", 20)[name]
		b.Run(name+"/hand", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				k.byHand()
			}
		})
		b.Run(name+"/template", func(b *testing.B) {
			b.ReportAllocs()
			var w bytes.Buffer
			for b.Loop() {
				w.Reset()
				if err := all.ExecuteTemplate(&w, name, k.values); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A kind is one kind of row, with values to write.
type kind struct {
	values any
	byHand func() template.HTML
}

// kinds are all kinds of rows, each with every way a part of one can be, n times
// over; words stand wherever words of a report may.
func kinds(words string, n int) map[string]kind {
	state := page.State{Key: "fail", Shape: "▲", Word: tongue.Of("不符"+words, "fails"+words)}
	marks := []page.Mark{{N: 1, State: state}, {N: 12, State: state}}
	var cs []page.Cell
	var ls []page.Line
	var ps []page.Para
	var ns []chart.Cell
	for range n {
		for is := page.Number; is <= page.NotHeld; is++ {
			cs = append(cs, page.Cell{Is: is, Text: words, Word: "未填 blank", Title: words, Href: "#s1"}, page.Cell{Is: is, Word: words})
		}
		cs = append(
			cs, page.Cell{N: 17, Key: "requests.received.total", Text: "0", Zero: true, Href: "#s17"}, page.Cell{N: 18, Key: "requests.carried_in.total", Is: page.Missing}, page.Cell{Text: "12345.50", Long: true},
			page.Cell{Text: "3", Inferred: true}, page.Cell{Text: "0", Zero: true, Inferred: true},
			page.Cell{Text: words, Unit: words, Note: words, Hand: "录", Title: words, Href: "#s1", Marks: marks},
		)
		ls = append(
			ls, page.Line{ID: "L1", Label: "1", Spans: []page.Span{{Text: words}, {Text: "95", N: 17}, {Text: words, N: 18, Next: true}}},
			page.Line{Spans: []page.Span{{Text: "95", N: 200}}}, page.Line{ID: "L2", Label: words, Marks: marks},
			page.Line{Above: &page.Above{From: "3", To: "5", Href: "#L3"}}, page.Line{Above: &page.Above{From: words, To: words, Href: "#L7"}},
		)
		ps = append(
			ps, page.Para{Text: words}, page.Para{Text: words, Heading: true, Anchor: page.Anchor{ID: "L3", Label: words}},
			page.Para{Text: words, Anchor: page.Anchor{ID: "L4", Label: "4", More: []string{"L5", "L6"}, Marks: marks}},
		)
		ns = append(
			ns, chart.Cell{Text: tongue.ZH("95")}, chart.Cell{Text: tongue.Of("未知"+words, "unknown"+words), Unknown: true, Note: tongue.ZH(words)},
			chart.Cell{Text: tongue.Of("–", "–")},
		)
	}
	return map[string]kind{
		"cells":   {cs, func() template.HTML { return cells(cs) }},
		"lines":   {ls, func() template.HTML { return lines(ls) }},
		"paras":   {ps, func() template.HTML { return paras(ps) }},
		"numbers": {ns, func() template.HTML { return numbers(ns) }},
	}
}

func rowTemplates(t testing.TB) *template.Template {
	t.Helper()
	src, err := os.ReadFile("testdata/rows.html")
	if err != nil {
		t.Fatal(err)
	}
	words := maps.Clone(funcs)
	words["class"] = compile.Of1(func(c page.Cell) string { return class(&c) })
	all, err := template.New("").Funcs(compile.Funcs(words)).Parse(continued.ReplaceAllString(string(src), ""))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// tokens are a piece of HTML as a browser reads it, whatever way its characters
// are escaped.
func tokens(s string) string {
	var out strings.Builder
	for z := html.NewTokenizer(strings.NewReader(s)); z.Next() != html.ErrorToken; {
		t := z.Token()
		fmt.Fprintf(&out, "%s %q", t.Type, t.Data)
		for _, a := range t.Attr {
			fmt.Fprintf(&out, " %s=%q", a.Key, a.Val)
		}
		out.WriteString("\n")
	}
	return out.String()
}
