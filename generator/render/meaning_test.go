package render_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ogi/generator/form"
	"ogi/generator/page"
)

const reportPage = "agencies/example-sfj/2025/index.html"

// byID is the element with that id.
func byID(t *testing.T, doc, id string) *html.Node {
	t.Helper()
	for _, n := range elements(t, doc) {
		if v, ok := attr(n, "id"); ok && v == id {
			return n
		}
	}
	t.Fatalf("no element #%s", id)
	return nil
}

// cellID is the id of a cell in the tables, by its key.
func cellID(key form.Key) string {
	for _, f := range []*form.Form{form.F2021, form.F2021OneRow, form.F2019} {
		if i := f.Index(key); i >= 0 {
			return fmt.Sprintf("c%d", f.Defs[i].Number)
		}
	}
	return key
}

func words(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// Each state of a cell is told in words and by a class of its own.
func TestCellsSayWhatTheyAre(t *testing.T) {
	doc := pages(t, full(""))[reportPage]
	for _, want := range []struct{ key, class, words string }{
		{"requests.received.natural_person", "", "0"},
		{"requests.received.enterprise", "n", "121"},
		{"requests.received.other", "blank", "空"},
		{"requests.received.research", "dash", "—"},
		{"requests.carried_in.other", "missing", "未读到"},
		{"requests.carried_in.enterprise", "garbled", "3O"},
		{"requests.carried_in.research", "r", "推定"},
		{"requests.granted.total", "n", "3件"},
		{"proactive.charges.amount", "n", "1234.50"},
	} {
		td := byID(t, doc, cellID(want.key))
		if class, _ := attr(td, "class"); class != want.class {
			t.Errorf("%s: class %q, want %q", want.key, class, want.class)
		}
		if got := words(td); !strings.Contains(got, want.words) {
			t.Errorf("%s: %q, want %q in it", want.key, got, want.words)
		}
	}
}

// A cell that a finding rests on carries its mark, and so does its line.
func TestFindingsMarkTheirCells(t *testing.T) {
	doc := pages(t, full(""))[reportPage]
	for _, id := range []string{cellID("requests.received.total"), cellID("requests.carried_in.total"), "L20", "L27"} {
		if got := words(byID(t, doc, id)); !strings.Contains(got, "▲1") {
			t.Errorf("#%s: %q, want the mark ▲1", id, got)
		}
	}
	// Findings are what others link to: their cells keep the address that names them.
	for _, key := range []form.Key{"requests.received.total", "requests.carried_in.total", "requests.carried_in.other"} {
		if id, _ := attr(byID(t, doc, "c-"+key).Parent, "id"); id != cellID(key) {
			t.Errorf("#c-%s is in %s, not in its cell", key, id)
		}
	}
	f := words(byID(t, doc, "f1"))
	for _, want := range []string{"收办不平衡", "95 + 0 ≠ 94 + 0", "有说明", "机关说明", "第19段"} {
		if !strings.Contains(f, want) {
			t.Errorf("finding: %q, want %q in it", f, want)
		}
	}
}

// Each number of the tables leads to its place in the source view.
func TestNumbersLeadToTheSource(t *testing.T) {
	doc := pages(t, full(""))[reportPage]
	n := 0
	for _, td := range elements(t, doc) {
		id, _ := attr(td, "id")
		if td.Data != "td" || !strings.HasPrefix(id, "c") || td.FirstChild == nil || td.FirstChild.Data != "a" {
			continue
		}
		href, _ := attr(td.FirstChild, "href")
		line := byID(t, doc, strings.TrimPrefix(href, "#"))
		back, at := false, 0 // a <b> is the cell after the one before it
		for a := range line.ChildNodes() {
			if to, _ := attr(a, "href"); strings.HasPrefix(to, "#c") {
				at, _ = strconv.Atoi(to[2:])
			} else if at++; a.Data != "b" {
				at--
				continue
			}
			back = back || id == "c"+strconv.Itoa(at)
		}
		if line.Data != "li" || !back && words(td.FirstChild) != "空（未填 blank）" {
			t.Errorf("%s: leads to %q, which does not lead back", id, href)
		}
		n++
	}
	if n < 198 {
		t.Errorf("%d cells lead to the source, want 198", n)
	}
}

// What our own reading may have got wrong stands apart from the findings.
func TestGuardsAreNoFindings(t *testing.T) {
	doc := pages(t, full(""))[reportPage]
	at := strings.Index(doc, "关于本站的读取")
	if at < 0 || strings.Index(doc, "行尾有转换残留") < at {
		t.Error("a guard stands among the findings")
	}
}

func TestEveryPageSaysWhereItStands(t *testing.T) {
	for p, doc := range pages(t, full("")) {
		if p == "404.html" || strings.HasPrefix(p, "agencies/nobody/") { // a page that leads on stands alone
			continue
		}
		for _, want := range []string{`class=skip`, `name=lang`, "更正与异议", "不作认定", `rel=canonical href="https://example.org/ogi/`} {
			if !strings.Contains(doc, want) {
				t.Errorf("%s: no %s", p, want)
			}
		}
		if strings.Contains(doc, `rel=canonical`) && strings.Contains(doc, `index.html"><link rel=stylesheet`) {
			t.Errorf("%s: canonical names index.html", p)
		}
	}
}

func TestWithdrawnReportKeepsItsReasonOnly(t *testing.T) {
	doc := pages(t, full(""))["agencies/example-sfj/2024/index.html"]
	if !strings.Contains(doc, "含个人信息") || strings.Contains(doc, `id="source"`) || strings.Contains(doc, "originals/") {
		t.Error("a withdrawn report is its reason and nothing else")
	}
}

func TestMissingYearsAreNotHeld(t *testing.T) {
	doc := pages(t, full(""))["agencies/example-sfj/index.html"]
	if !strings.Contains(doc, "未收录的年度") || !strings.Contains(doc, `2021<i>、</i>`) || strings.Contains(doc, "未公布的") {
		t.Error("years without a report are said to be 未收录")
	}
}

// The 2019 form, the form with one row （六） and prose alone have pages too.
func TestEveryFormHasItsTables(t *testing.T) {
	docs := pages(t, full(""))
	for year, want := range map[string]string{
		"2020": "proactive.procurement.amount", "2023": "requests.other_outcome.total", "2025": "requests.other_outcome.other.total",
	} {
		byID(t, docs["agencies/example-sfj/"+year+"/index.html"], cellID(want))
	}
	if doc := docs["agencies/example-sfj/2018/index.html"]; strings.Contains(doc, `class="form `) || !strings.Contains(doc, "没有统一表格") {
		t.Error("a free-form report is shown as prose")
	}
}

// Pages are values made on demand: asking twice gives the same bytes.
func TestPagesAreStable(t *testing.T) {
	in := full("")
	if a, b := pages(t, in), pages(t, in); len(a) != len(b) {
		t.Fatal("not the same pages")
	} else {
		for p := range a {
			if a[p] != b[p] {
				t.Errorf("%s: differs from one time to the next", p)
			}
		}
	}
}

func BenchmarkReportPage(b *testing.B) {
	s := set(b)
	var of page.Page
	for _, p := range page.Site(full("")) {
		if p.Path == reportPage {
			of = p
		}
	}
	var n discard
	b.ReportAllocs()
	for b.Loop() {
		n = 0
		if err := s.Render(&n, of); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(n))
}

type discard int

func (d *discard) Write(p []byte) (int, error) { *d += discard(len(p)); return len(p), nil }

// A page has the date of what it rests on: a report of another day changes none but
// the pages that show it. The date of all stands on the first page, on coverage and on data,
// the generator's version on the page about.
func TestPagesAreDatedByWhatTheyRestOn(t *testing.T) {
	before := pages(t, full(""))
	in := full("")
	in.Archive.Agencies[0].Reports[0].Meta.Captured = "2027-05-06"
	after := pages(t, in)
	for p, doc := range after {
		dated := p == "index.html" || p == "coverage/index.html" || p == "data/index.html" || p == "years/2018/index.html" || strings.HasPrefix(p, "regions/3") ||
			p == "agencies/example-sfj/index.html" || p == "agencies/example-sfj/2018/index.html"
		if strings.Contains(doc, `datetime="2027-05-06"`) != dated {
			t.Errorf("%s: dated by the new report %v, want %v", p, !dated, dated)
		}
		if changed := doc != before[p]; changed && !dated {
			t.Errorf("%s changed with the date of a report that it does not show", p)
		}
		if strings.Contains(doc, "ogi 0") != (p == "about/index.html") {
			t.Errorf("%s: names the version %v", p, p != "about/index.html")
		}
	}
	if !strings.Contains(before[reportPage], `datetime="2026-02-03"`) {
		t.Error("a report is not dated by the day it was captured")
	}
}
