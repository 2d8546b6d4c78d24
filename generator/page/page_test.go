package page

import (
	"reflect"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// written is a report of the 2021 form whose totals are as given.
func written(cells map[string]report.Cell) *report.Report {
	r := &report.Report{Form: form.F2021, Cells: make([]report.Cell, len(form.F2021.Defs))}
	for k, c := range cells {
		r.Cells[form.F2021.Index(k)] = c
	}
	return r
}

func number(n int64) report.Cell { return report.Cell{State: report.Number, Value: report.Int(n)} }

func viewOf(r *report.Report, j *check.Judgement) *view {
	a := &archive.Agency{Slug: "a", Name: "甲局"}
	e := &archive.Entry{Agency: a, Year: 2025, Report: r}
	a.Reports = []*archive.Entry{e}
	s := newSite(Input{Archive: archive.New(config.Site{}, []*archive.Agency{a}), Results: check.Results{e: j}})
	return &view{site: s, entry: e, report: r, anchors: newAnchors(r.View, r.Marks), rests: map[form.Key]bool{}}
}

func TestSummarySaysOnlyWhatWasReadPlainly(t *testing.T) {
	sums := &check.Rule{ID: "x", Family: check.CrossFooting, Grade: check.Printed}
	v := viewOf(written(map[string]report.Cell{
		"requests.received.total":       number(95),
		"requests.outcomes_total.total": {State: report.Number, Value: report.Int(94), Recovered: true},
		"requests.carried_in.total":     {State: report.Blank},
		"requests.carried_out.total":    number(0),
	}), &check.Judgement{Verdicts: []check.Verdict{{Rule: sums, Counts: check.Counts{check.Pass: 41, check.Unknown: 1}}}})
	got := v.summary()
	want := tongue.Of("2025年新收申请95件，上年结转的总计原文空白；办结的总计未能可靠读出；勾稽41项成立，1项无从核对。",
		"Requests in 2025: received 95, carried over left blank; total of handled could not be read reliably; sums: 41 hold, 1 could not be checked.")
	if got != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestSummaryOfZeros(t *testing.T) {
	r := written(nil)
	for i := range r.Cells {
		r.Cells[i] = number(0)
	}
	if got := viewOf(r, &check.Judgement{}).summary().ZH; !strings.HasPrefix(got, "2025年零申请：没有收到也没有办理政府信息公开申请") {
		t.Errorf("got %s", got)
	}
	r.Cells[form.F2021.Index("requests.received.total")] = report.Cell{}
	if got := viewOf(r, &check.Judgement{}).summary().ZH; strings.Contains(got, "没有收到") {
		t.Errorf("a missing cell is no zero: %s", got)
	}
}

func TestPlacesInWords(t *testing.T) {
	for want, p := range map[string]place.Pos{
		"":                {},
		"第39行第26字":        {Line: 39, Col: 26},
		"第2页文件中第3表第5行第4格": place.Pos{}.In(place.Place{Page: 2, Table: 3, Row: 5, Cell: 4}),
		"工作表“表三”第5行第4格":   place.Pos{}.In(place.Place{Sheet: "表三", Row: 5, Cell: 4}),
	} {
		if got := where(p); got.ZH != want || (got.EN == "") != (want == "") {
			t.Errorf("got %v, want %s", got, want)
		}
	}
}

// Two lines of the view that begin on one line of the file keep apart.
func TestAnchorsAreUnique(t *testing.T) {
	a := newAnchors([]report.ViewLine{
		{Pos: place.Pos{Line: 7}.In(place.Place{Table: 1, Row: 1})},
		{Pos: place.Pos{Line: 7}.In(place.Place{Table: 1, Row: 2})},
		{Pos: place.Pos{}.In(place.Place{Page: 2})},
	}, nil)
	seen := map[string]bool{}
	for _, id := range a.ids {
		if seen[id] {
			t.Errorf("anchor %s twice", id)
		}
		seen[id] = true
	}
	if got := a.href(place.Pos{Line: 7}.In(place.Place{Table: 1, Row: 2, Cell: 3})); got != "#"+a.ids[1] {
		t.Errorf("second row: %s", got)
	}
	if got := a.href(place.Pos{}.In(place.Place{Page: 2, Table: 9, Row: 9})); got != "#"+a.ids[2] {
		t.Errorf("a row that the view has not leads to its page: %s", got)
	}
	if got := a.href(place.Pos{Line: 99}); got != "" {
		t.Errorf("a place outside the view has no address: %s", got)
	}
}

func TestSpansSurviveMarksThatDoNotFit(t *testing.T) {
	got := spans("甲\t12\t乙", []report.Mark{{Start: 2, End: 4}, {Start: 3, End: 4, Cell: 1}, {Start: 5, End: 99, Cell: 2}}, form.F2021)
	var b strings.Builder
	for _, s := range got {
		b.WriteString("[" + s.Text + "]")
	}
	if b.String() != "[甲\t][12][\t乙]" {
		t.Errorf("got %q", b.String())
	}
}

func TestSparkBreaksAtGaps(t *testing.T) {
	f := func(x float64) *float64 { return &x }
	s := spark([]*float64{f(0), f(10), nil, f(5), nil, f(5), f(5)})
	if len(s.Lines) != 2 || strings.Count(s.Points, "M") != 5 || s.Lines[0] != "4,20 19,4" {
		t.Errorf("got %+v", s)
	}
	if spark([]*float64{f(1), nil}) != nil {
		t.Error("one value is no line")
	}
}

func TestCorrectionLinks(t *testing.T) {
	for _, c := range []struct{ contact, base, want string }{
		{"a@example.org", "", "mailto:a@example.org?subject=no-date&body=agencies%2Fa%2F2025%2F%23f1%0Acontent%2Fa%2F2025.txt%0A%E7%AC%AC3%E8%A1%8C%0A1%20%E2%89%A0%202"},
		{"https://example.org/form?f={file}&k={key}&v={value}", "", "https://example.org/form?f=content%2Fa%2F2025.txt&k=%E7%AC%AC3%E8%A1%8C&v=1%20%E2%89%A0%202"},
		{"https://example.org/form?r={report}&rule={rule}", "https://x.org/s/", "https://example.org/form?r=https%3A%2F%2Fx.org%2Fs%2Fagencies%2Fa%2F2025%2F%23f1&rule=no-date"},
		{"mailto:a@b.c?subject={rule}", "", "mailto:a@b.c?subject=no-date"},
		{"", "", ""},
	} {
		s := newSite(Input{Archive: archive.New(config.Site{Contact: c.contact, BaseURL: c.base}, nil)})
		if got := s.correct("agencies/a/2025/", "agencies/a/2025/#f1", subject{"no-date", "content/a/2025.txt", "第3行", "1 ≠ 2"}); got != c.want {
			t.Errorf("%s: got %s, want %s", c.contact, got, c.want)
		}
	}
}

func TestSharesAreNotRoundedUpToAll(t *testing.T) {
	for x, want := range map[float64]string{1: "100%", 0.9999: "99.9%", 0.987: "98.7%", 0.5: "50%", 0: "0%"} {
		if got := percent(x); got != want {
			t.Errorf("%v: got %s, want %s", x, got, want)
		}
	}
}

func TestRegionsAbove(t *testing.T) {
	for code, want := range map[string]string{"320813": "320000 320800 320813", "310000": "310000", "320800": "320000 320800", "110101": "110000 110101", "x": ""} {
		if got := strings.Join(above(code), " "); got != want {
			t.Errorf("%s: got %s", code, got)
		}
	}
}

// A page that names a field of Base its own would change the frame unseen.
func TestPagesDoNotHideTheFrame(t *testing.T) {
	base := reflect.TypeFor[Base]()
	for _, p := range []any{
		Home{}, Agencies{}, Agency{}, Report{}, Years{}, Year{}, Regions{}, RegionPage{}, Rules{}, Rule{}, Coverage{}, Badges{}, Written{},
	} {
		typ := reflect.TypeOf(p)
		for i := range typ.NumField() {
			if f := typ.Field(i); !f.Anonymous {
				if _, hidden := base.FieldByName(f.Name); hidden {
					t.Errorf("%s.%s hides Base.%s", typ.Name(), f.Name, f.Name)
				}
			}
		}
	}
}

func TestLanguagesOfLabels(t *testing.T) {
	for _, c := range []struct {
		languages    []string
		english, one bool
	}{{nil, false, false}, {[]string{"zh", "en"}, false, false}, {[]string{"en", "zh"}, true, false}, {[]string{"en"}, true, true}, {[]string{"zh"}, false, true}} {
		b := newSite(Input{Archive: archive.New(config.Site{Languages: c.languages}, nil)}).base("")
		if b.English != c.english || b.OneTongue != c.one {
			t.Errorf("%v: English %v, OneTongue %v", c.languages, b.English, b.OneTongue)
		}
	}
}

func TestHugeFilesAreShownInPart(t *testing.T) {
	lines := make([]report.ViewLine, 100_000)
	if n := len(shown(lines)); n == 0 || n >= len(lines) {
		t.Errorf("%d of %d lines shown", n, len(lines))
	}
	if n := len(shown(lines[:1000])); n != 1000 {
		t.Errorf("%d of 1000 lines shown", n)
	}
}

func TestEveryCellHasAnEnglishName(t *testing.T) {
	for _, f := range []*form.Form{form.F2019, form.F2021, form.F2021OneRow} {
		for _, d := range f.Defs {
			if cellEN(d.Key) == "" {
				t.Errorf("%s of the %s form has none", d.Key, f.Version)
			}
		}
	}
	if got := cellEN("requests.received.natural_person"); got != "Table three: 1. Received this year, natural persons" {
		t.Error(got)
	}
}
