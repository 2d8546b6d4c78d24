package generator

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"ogi"
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/export"
	"ogi/generator/inspect"
	"ogi/generator/internal/carrier"
	"ogi/generator/internal/specimen"
	"ogi/generator/page"
	"ogi/generator/personal"
	"ogi/generator/render"
	"ogi/generator/rule"
	"ogi/generator/sign"
	"ogi/generator/stage"
	"ogi/generator/work"
)

// A wrap is a kind of report whose inside is fuzzed: the bytes themselves, or
// what stands in the body of a packed file.
type wrap struct {
	ending string
	file   func(b []byte) []byte
	markup bool // its text holds tags of its own: the planted one is written by entities
}

func asIs(b []byte) []byte { return b }

var wraps = []wrap{
	{".txt", asIs, false},
	{".md", asIs, true},
	{".html", asIs, true},
	{".csv", asIs, false},
	{".mht", asIs, true},
	{".pdf", asIs, false},
	{".docx", asIs, false},
	{".xlsx", asIs, false},
	{".docx", func(b []byte) []byte { return specimen.WordDocument(string(b)) }, true},
	{".xlsx", sheetOf, true},
}

// sheetOf is a workbook with one sheet, whose rows are the given XML.
func sheetOf(b []byte) []byte {
	z, err := specimen.Zip(
		"xl/workbook.xml", `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+string(b)+"</sheetData></worksheet>",
	)
	if err != nil {
		panic(err)
	}
	return z
}

// planted is what the target puts into the report: numbers of a person, and
// markup that must stay words.
var planted = carrier.All()[0]

const alien = `"'></title></script></textarea><ogi-alien onalien=1 id=alien>`

func (w wrap) plant(b []byte, at uint) []byte {
	words := alien
	if w.markup {
		words = html.EscapeString(alien)
	}
	if len(b) > 0 {
		at %= uint(len(b) + 1)
	} else {
		at = 0
	}
	return slices.Concat(b[:at], []byte(" tel: "+planted.Call+" , id: "+planted.Card+" ; "+words), b[at:])
}

// FuzzPage goes the whole way from the bytes of a report to the site: whatever
// they are, nothing panics, no page holds markup that its templates have not,
// and the numbers of a person that stand somewhere in them stand nowhere in what
// goes out, pages, files, originals, formats for programs.
func FuzzPage(f *testing.F) {
	for i, k := range specimen.Kinds {
		for n, w := range wraps {
			if b := specimen.Random(uint64(i), specimen.Options{Max: 40}).MustWrite(k); w.ending == k.Ext() && !w.packed() {
				f.Add(uint8(n), b, uint(len(b)*(i+1)/(len(specimen.Kinds)+1)))
			}
		}
	}
	f.Add(uint8(8), []byte(`<w:p><w:r><w:t>2024年政府信息公开工作年度报告</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`), uint(20))
	f.Add(uint8(9), []byte(`<row r="1"><c r="A1" t="inlineStr"><is><t>2024年政府信息公开工作年度报告</t></is></c><c r="B1"><v>1</v></c></row>`), uint(50))
	f.Fuzz(func(t *testing.T, kind uint8, b []byte, at uint) {
		if len(b) > 1<<16 || planted.In(b) {
			return
		}
		w := wraps[int(kind)%len(wraps)]
		built(t, "content/a/2024"+w.ending, w.file(w.plant(b, at)))
	})
}

// packed reports whether the bytes are what stands inside a packed file.
func (w wrap) packed() bool { return w.markup && (w.ending == ".docx" || w.ending == ".xlsx") }

// built lays out and looks through the site of an archive with one report.
func built(t *testing.T, name string, b []byte) {
	own := fstest.MapFS{
		"site.toml":             {Data: []byte("title = \"某\"\nbase_url = \"https://example.org/\"\n")},
		"content/a/agency.toml": {Data: []byte("name = \"青溪镇人民政府\"\nregion = \"410403\"\n")},
		name:                    {Data: b},
	}
	a, ds := archive.Load(own, archive.Options{})
	results, more, err := judge(t.Context(), a, check.Ready(a, rule.All, false), nil)
	if err != nil {
		t.Fatal(err)
	}
	told(t, ds)
	told(t, more)
	a, results, withheld, err := stage.Withhold(t.Context(), a, results)
	if err != nil {
		t.Fatal(err)
	}
	in := page.Input{Archive: a, Results: results, Rules: rule.All, RuleDoc: rule.Doc, Withheld: withheld}
	set := templates()
	found := map[string]bool{"404": true, "badges": true} // what says nothing of this report
	for _, r := range rule.All {
		found[r.ID] = true
	}
	for _, j := range results {
		for i := range j.Findings {
			delete(found, j.Findings[i].Rule.ID)
		}
	}
	var out bytes.Buffer
	for _, p := range page.Site(in) {
		if found[path.Base(path.Dir(p.Path))] || p.Kind == "404" {
			continue
		}
		out.Reset()
		if broken := work.Safely(func() { err = set.Render(&out, p) }); broken != nil || err != nil {
			t.Fatalf("%s: %v %v", p.Path, broken, err)
		}
		quiet(t, p.Path, out.Bytes())
		wellMade(t, p.Path, out.Bytes())
	}
	for _, f := range page.Files(in) {
		quiet(t, f.Path, f.Bytes())
	}
	for _, o := range stage.Originals(a, withheld) {
		quiet(t, o.To, b)
	}
	forPrograms(t, a, results)
}

var templates = sync.OnceValue(func() *render.Set {
	fsys, err := fs.Sub(ogi.Files, "templates")
	if err != nil {
		panic(err)
	}
	set, err := render.New(fsys)
	if err != nil {
		panic(err)
	}
	return set
})

// told are diagnostics: none says that something broke. What prints them masks them.
func told(t *testing.T, ds []diag.Diagnostic) {
	for _, d := range ds {
		if d.Code == "internal" {
			t.Fatal(d.String())
		}
		quiet(t, "a message", []byte(personal.Mask(d.String())))
	}
}

func quiet(t *testing.T, name string, b []byte) {
	if planted.In(b) {
		t.Errorf("%s holds the number of a person", name)
	}
}

func forPrograms(t *testing.T, a *archive.Archive, results check.Results) {
	for _, e := range a.Entries() {
		if e.Report == nil {
			continue
		}
		for _, format := range export.Formats {
			var b bytes.Buffer
			if err := export.Write(&b, format, []export.Item{{File: e.Path, Entry: e, Judgement: results[e]}}, export.Options{}); err != nil {
				t.Fatal(err)
			}
			quiet(t, format, b.Bytes())
			if strings.ContainsFunc(b.String(), func(r rune) bool { return r != '\n' && r != '\t' && sign.Needs(r) }) {
				t.Errorf("%s holds signs that nobody sees", format)
			}
		}
		b, err := json.Marshal(inspect.Of(e.Path, e, results[e], false))
		if err != nil {
			t.Fatal(err)
		}
		quiet(t, "inspect", b)
	}
}

// own are the elements and attributes that the templates have and the code that
// writes markup.
var own = sync.OnceValues(func() (tags, attrs map[string]bool) {
	tags, attrs = map[string]bool{}, map[string]bool{}
	tag, attr := regexp.MustCompile(`<([a-z][a-z0-9-]*)`), regexp.MustCompile(`[ {}\n"`+"`"+`]([a-zA-Z][a-zA-Z-]*)(?:=\\?"|[">{ \n])`)
	for _, in := range []fs.FS{ogi.Files, os.DirFS(".")} {
		for _, pattern := range []string{"templates/*.html", "templates/_partials/*.html", "render/*.go", "chart/*.go", "badge/*.go"} {
			names, _ := fs.Glob(in, pattern)
			for _, name := range names {
				b, err := fs.ReadFile(in, name)
				if err != nil || strings.HasSuffix(name, "_test.go") {
					continue
				}
				for _, m := range tag.FindAllSubmatch(b, -1) {
					tags[string(m[1])] = true
				}
				for _, m := range attr.FindAllSubmatch(b, -1) {
					attrs[string(m[1])] = true
				}
			}
		}
	}
	return tags, attrs
})

var void = []string{"meta", "link", "img", "br", "hr", "input", "col", "wbr", "source"}

// implied are the elements whose end another tag may imply.
var implied = []string{"p", "li", "dt", "dd", "td", "th", "tr", "tbody"}

// wellMade holds of a page: its tags match, elements and attributes are those of
// the templates, nothing in it runs but files of the site, and its addresses
// lead to pages.
func wellMade(t *testing.T, name string, b []byte) {
	tags, attrs := own()
	var open []string
	z := html.NewTokenizer(bytes.NewReader(b))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF || len(open) > 0 {
				t.Fatalf("%s: %v, open: %v", name, z.Err(), open)
			}
			return
		case html.EndTagToken:
			tok := z.Token()
			for len(open) > 0 && open[len(open)-1] != tok.Data && slices.Contains(implied, open[len(open)-1]) {
				open = open[:len(open)-1]
			}
			if len(open) == 0 || open[len(open)-1] != tok.Data {
				t.Fatalf("%s: </%s> ends %v", name, tok.Data, open)
			}
			open = open[:len(open)-1]
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			if !tags[tok.Data] {
				t.Fatalf("%s: an element of no template: %s", name, tok)
			}
			if !slices.Contains(void, tok.Data) && tok.Type == html.StartTagToken {
				open = append(open, tok.Data)
			}
			for _, a := range tok.Attr {
				if !attrs[a.Key] || a.Val == "alien" || strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Fatalf("%s: an attribute of no template: %s in %s", name, a.Key, tok)
				}
				if !leads(tok.Data, a) {
					t.Fatalf("%s: an address that is none: %s", name, tok)
				}
			}
		}
	}
}

// leads reports whether an address is one of a page or of mail, and that of a
// script or picture one of the site.
func leads(tag string, a html.Attribute) bool {
	if a.Key != "href" && a.Key != "src" && a.Key != "action" {
		return true
	}
	u, err := url.Parse(a.Val)
	if err != nil {
		return false
	}
	if a.Key == "src" || tag == "link" && u.Scheme != "https" {
		return u.Scheme == "" && u.Host == ""
	}
	return slices.Contains([]string{"", "http", "https", "mailto"}, u.Scheme)
}

// The same with the numbers at places spread over a report in every kind of file.
// OGI_FULL=1 takes 300 a kind.
func TestNumbersAnywhereInAFile(t *testing.T) {
	places := 3
	if os.Getenv("OGI_FULL") != "" {
		places = 300
	}
	for i, k := range specimen.Kinds {
		b := specimen.Random(uint64(i), specimen.Options{Max: 40}).MustWrite(k)
		for _, w := range wraps {
			if w.ending != k.Ext() || w.packed() {
				continue
			}
			t.Run(string(k), func(t *testing.T) {
				for n := range places {
					built(t, "content/a/2024"+w.ending, w.plant(b, uint(len(b)*n/places)))
				}
			})
		}
	}
}
