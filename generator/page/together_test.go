package page

import (
	"slices"
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

func TestPassagesTellWhatDiffers(t *testing.T) {
	a, b := apart([]rune("全年收到17件，均已办结"), []rune("全年共收到9件，均已办结"))
	show := func(ps []Piece) string {
		var s strings.Builder
		for _, p := range ps {
			if p.Differs {
				s.WriteString("[" + p.Text + "]")
			} else {
				s.WriteString(p.Text)
			}
		}
		return s.String()
	}
	if got := show(a) + "|" + show(b); got != "全年收到[17]件，均已办结|全年[共]收到[9]件，均已办结" {
		t.Error(got)
	}
}

// two is an agency with reports of 2024 and 2025, the first with table three.
func two(withheld bool) (*view, *archive.Entry) {
	a := &archive.Agency{Slug: "a", Name: "甲局"}
	last := written(map[string]report.Cell{"requests.carried_out.total": number(3)})
	last.Table(form.Three).Found = true
	last.View = []report.ViewLine{{Text: "上年的一句话", Pos: place.Pos{Line: 7, Col: 1}}}
	now := written(nil)
	for y, r := range []*report.Report{last, now} {
		e := &archive.Entry{Agency: a, Year: 2024 + y, Report: r, Path: "content/a/" + []string{"2024", "2025"}[y] + ".txt"}
		e.Files = []archive.File{{Path: e.Path, Role: "main", Report: r}}
		a.Reports = append(a.Reports, e)
	}
	in := Input{Archive: archive.New(config.Site{}, []*archive.Agency{a}), Results: check.Results{}}
	if withheld {
		in.Withheld = map[string]Held{"content/a/2024.txt": HeldPersonal}
	}
	s := newSite(in)
	e := a.Reports[1]
	v := &view{site: s, base: s.base(reportPath(e)), entry: e, report: now, anchors: newAnchors(nil, nil), byKey: map[form.Key][]Mark{}, byLine: map[int][]Mark{}, rests: map[form.Key]bool{}}
	return v, e
}

// What a finding says of another report leads to its place there, as far as
// that is shown.
func TestOperandsOfOtherReportsLeadThere(t *testing.T) {
	for _, c := range []struct {
		withheld bool
		op       check.Operand
		want     string
	}{
		{false, check.Operand{Key: "requests.carried_out.total", File: "content/a/2024.txt"}, "2024/index.html#c185"},
		{false, check.Operand{Key: "proactive.rules.issued", File: "content/a/2024.txt", Pos: place.Pos{Line: 7}}, "2024/index.html#L7"},
		{false, check.Operand{Text: "一句话", File: "content/a/2024.txt", Pos: place.Pos{Line: 7}}, "2024/index.html#L7"},
		{true, check.Operand{Text: "一句话", File: "content/a/2024.txt", Pos: place.Pos{Line: 7}}, "2024/index.html"},
		{false, check.Operand{Text: "一句话", File: "elsewhere.txt"}, ""},
	} {
		v, _ := two(c.withheld)
		if got := v.elsewhere(c.op); !strings.HasSuffix(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%v: %q, want …%s", c.op, got, c.want)
		}
	}
}

// Rules that lack the same report stand in one line, and one cell that would
// explain several discrepancies is named once.
func TestWhatBelongsTogetherStandsTogether(t *testing.T) {
	v, e := two(false)
	v.report.Table(form.Three).Found = true
	one, other := &check.Rule{ID: "one", Title: tongue.ZH("甲")}, &check.Rule{ID: "other", Title: tongue.ZH("乙")}
	one.Title.EN, other.Title.EN = "one", "other"
	cause := &check.Cause{Cell: check.Operand{Key: "requests.received.total", Label: "新收", Text: "95"}, Mended: "96"}
	j := &check.Judgement{Findings: []check.Finding{
		{Rule: one, Status: check.Unknown, Lacks: "2023年年报"},
		{Rule: other, Status: check.Unknown, Lacks: "2023年年报"},
		{Rule: other, Status: check.Unknown, Lacks: "2023年年报", Note: &config.Note{Status: check.Explained}},
		{Rule: one, Status: check.Fail, Group: 1, Cause: cause},
		{Rule: other, Status: check.Fail, Group: 1, Cause: cause},
	}}
	v.Results[e] = j
	p := &Report{}
	v.findings(p)
	if len(p.Gaps) != 2 || len(p.Gaps[0].Rules) != 2 || p.Gaps[0].Told != tongue.Of("未收录2023年年报，2项无从核对", "the report of 2023 is not held: 2 checks could not be made") {
		t.Errorf("gaps: %+v", p.Gaps)
	}
	if g := p.Gaps[1]; g.Held || len(g.Groups) != 1 || len(g.Groups[0].Items) != 1 {
		t.Errorf("the finding that was answered stands by itself: %+v", g)
	}
	if len(p.Causes) != 1 || len(p.Causes[0].Items) != 2 || p.Causes[0].Mended != "96" {
		t.Errorf("causes: %+v", p.Causes)
	}
	for i, g := range p.Findings {
		item := g.Items[0]
		if item.Cause == nil || !slices.Equal(item.Cause.Others(item.N), []int{2 - i}) {
			t.Errorf("finding %d does not name its fellow: %+v", item.N, item.Cause)
		}
	}
	// What another page says of a finding's number is what this page numbers.
	for k, want := range map[int]int{2: 0, 3: 1, 4: 2, 0: 0} {
		if got := numberOf(j, &j.Findings[k]); got != want {
			t.Errorf("finding %d is number %d, want %d", k, got, want)
		}
	}
}
