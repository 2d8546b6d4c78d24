package page

import (
	"slices"
	"testing"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// What all findings of a rule say is said once, and what one says by itself beside it.
func TestAGroupSaysOnceWhatItsFindingsShare(t *testing.T) {
	v, e := two(false)
	r := &check.Rule{ID: "one", MayBeWrong: tongue.ZH("通常")}
	converted := tongue.ZH("转换可能丢失此项")
	v.Results[e] = &check.Judgement{Findings: []check.Finding{
		{Rule: r, Status: check.Fail, Responsible: check.BySource, MayBeWrong: converted},
		{Rule: r, Status: check.Fail, Responsible: check.BySource, MayBeWrong: converted},
	}}
	p := &Report{}
	v.findings(p)
	g := p.Findings[0]
	if g.By != responsible[check.BySource] || g.Wrong != converted {
		t.Errorf("the group says %q, %q", g.By.ZH, g.Wrong.ZH)
	}
	for _, f := range g.Items {
		if f.By.ZH != "" || f.Wrong.ZH != "" {
			t.Errorf("finding %d says it again: %q, %q", f.N, f.By.ZH, f.Wrong.ZH)
		}
	}
	v, e = two(false)
	v.Results[e] = &check.Judgement{Findings: []check.Finding{
		{Rule: r, Status: check.Fail, Responsible: check.BySource, MayBeWrong: converted},
		{Rule: r, Status: check.Fail, Responsible: check.ByParser, MayBeWrong: r.MayBeWrong},
	}}
	p = &Report{}
	v.findings(p)
	g = p.Findings[0]
	if g.By.ZH != "" || g.Wrong != r.MayBeWrong || g.Items[0].Wrong != converted || g.Items[1].By != responsible[check.ByParser] {
		t.Errorf("findings that differ are told as one: %+v", g)
	}
}

// A reason of one finding is a line. A sum that cells in doubt leave open names
// itself, and the cells are linked beside it, three of them; the table shows all.
func TestWhatCouldNotBeCheckedIsShort(t *testing.T) {
	v, e := two(false)
	rule := &check.Rule{ID: "sum", Title: tongue.Of("合计", "sum"), Family: check.CrossFooting}
	v.report.Table(form.Three).Found = true
	f := check.Finding{Rule: rule, Status: check.Unknown, Message: tongue.Of("有格未读到。", "cells were not read.")}
	for _, key := range []form.Key{"requests.received.natural_person", "requests.received.enterprise", "requests.received.research", "requests.received.other"} {
		f.Operands = append(f.Operands, check.CellOf(v.report, key, ""))
	}
	v.Results[e] = &check.Judgement{Findings: []check.Finding{f}}
	p := &Report{}
	v.findings(p)
	if len(p.Gaps) != 1 || p.Gaps[0].Alone == nil || len(p.Gaps[0].Groups) != 0 {
		t.Fatalf("gaps: %+v", p.Gaps)
	}
	one := p.Gaps[0].Alone
	if len(one.Operands) != 3 || one.Rest != 1 || one.Operands[0].Cell != "#c11" {
		t.Errorf("operands: %+v and %d more", one.Operands, one.Rest)
	}
	if one.Correct != "" {
		t.Errorf("what could not be checked has a letter of its own: %s", one.Correct)
	}
	// Only cells that are linked need the address of old.
	if !v.rests["requests.received.research"] || v.rests["requests.received.other"] {
		t.Errorf("cells with an address of old: %v", v.rests)
	}
}

// Of many rules that lack the same report a line names three.
func TestALineNamesFewRules(t *testing.T) {
	v, e := two(false)
	j := &check.Judgement{}
	for range 6 {
		j.Findings = append(j.Findings, check.Finding{Rule: &check.Rule{ID: "r"}, Status: check.Unknown, Lacks: "2023年年报"})
		j.Findings[len(j.Findings)-1].Rule.Title = tongue.ZH("某规则")
	}
	v.Results[e] = j
	p := &Report{}
	v.findings(p)
	if g := p.Gaps[0]; len(g.Rules) != 3 || g.More != 6 {
		t.Errorf("%d rules named of %d", len(g.Rules), g.More)
	}
}

// A family of rules is a line of numbers; how a rule holds that takes a blank for
// zero is told.
func TestChecksAreALineAFamily(t *testing.T) {
	v, e := two(false)
	rule := func(id string) *check.Rule { return &check.Rule{ID: id, Family: check.CrossFooting} }
	v.Results[e] = &check.Judgement{Verdicts: []check.Verdict{
		{Rule: rule("a"), Status: check.Pass, Counts: check.Counts{0, 7}},
		{Rule: rule("b"), Status: check.Pass, Note: check.BlankAsZero},
		{Rule: rule("c"), Status: check.NA},
		{Rule: rule("d"), Status: check.Hint},
		{Rule: rule("e"), Status: check.Unknown},
		{Rule: rule("f"), Status: check.Fail},
		{Rule: rule("g"), Status: check.Fail},
	}}
	p := &Report{}
	v.findings(p)
	if len(p.Checks) != 1 {
		t.Fatalf("%d families", len(p.Checks))
	}
	c := p.Checks[0]
	if c.Passed != 2 || c.Held != 8 || c.NA != 1 || c.Others != [3]int{1, 1, 2} {
		t.Errorf("%+v", c)
	}
	if len(c.Notes) != 1 || c.Notes[0].Note != check.BlankAsZero {
		t.Errorf("notes: %+v", c.Notes)
	}
}

// Blank lines of the source are left out unless something leads to them, and of the
// cells of a line the first is linked, and each that does not come next.
func TestTheSourceIsShort(t *testing.T) {
	view := []report.ViewLine{
		{Text: "表三", Pos: place.Pos{Line: 1, Col: 1}},
		{Text: " ", Pos: place.Pos{Line: 2, Col: 1}},
		{Text: "1 2 4", Pos: place.Pos{Line: 3, Col: 1}},
		{Text: "", Pos: place.Pos{Line: 4, Col: 1}},
	}
	at := func(key form.Key) int32 { return int32(form.F2021.Index(key)) }
	marks := []report.Mark{
		{Line: 2, Start: 0, End: 1, Cell: at("requests.received.natural_person")},
		{Line: 2, Start: 2, End: 3, Cell: at("requests.received.enterprise")},
		{Line: 2, Start: 4, End: 5, Cell: at("requests.received.public_welfare")},
	}
	a := newAnchors(view, marks)
	if got := a.href(place.Pos{Line: 4, Col: 1}); got != "#L4" {
		t.Fatal(got)
	}
	var ids []string
	var spans []Span
	for _, l := range a.lines(view, nil, form.F2021) {
		ids, spans = append(ids, l.ID), append(spans, l.Spans...)
	}
	if !slices.Equal(ids, []string{"L1", "L3", "L4"}) {
		t.Errorf("lines %v", ids)
	}
	var cells []Span
	for _, s := range spans {
		if s.N > 0 {
			cells = append(cells, s)
		}
	}
	if !slices.Equal(cells, []Span{{"1", 11, false}, {"2", 12, true}, {"4", 14, false}}) {
		t.Errorf("cells %v", cells)
	}
}

// A sum that cells leave open names itself; what the rule says of the cells, their
// links say.
func TestASumLeftOpenNamesItself(t *testing.T) {
	v, e := two(false)
	v.report.Table(form.Three).Found = true
	rule := &check.Rule{ID: "sum", Family: check.CrossFooting, Check: func(p *check.Run) {
		p.Equal(check.Equation{
			Name: tongue.Of("总计列", "total column"),
			Left: []form.Key{"requests.received.natural_person"}, Right: []form.Key{"requests.received.total"},
		})
	}}
	v.Results[e] = check.One(e.Agency, e, nil, []*check.Rule{rule}, true)
	p := &Report{}
	v.findings(p)
	one := p.Gaps[0].Alone
	if one == nil || one.Message.ZH != "总计列" || one.Where != (Place{}) || len(one.Operands) != 2 || one.Operands[1].Cell != "#c17" {
		t.Errorf("%+v", one)
	}
}

// Of rules that could not ask for the same reason, and have no more to say, there is
// one line; each has the address of its finding.
func TestOneReasonIsOneLine(t *testing.T) {
	v, e := two(false)
	why := &check.Bar{Why: tongue.Of("文件是扫描件", "the file is a scan")}
	message := tongue.Of("文件是扫描件，无法判断。", "the file is a scan.")
	one, other := &check.Rule{ID: "one", Title: tongue.ZH("甲")}, &check.Rule{ID: "other", Title: tongue.ZH("乙")}
	v.Results[e] = &check.Judgement{Findings: []check.Finding{
		{Rule: one, Status: check.Unknown, Bar: why, Message: message},
		{Rule: other, Status: check.Unknown, Bar: why, Message: message, Formula: "正文：缺"},
	}}
	p := &Report{}
	v.findings(p)
	g := p.Gaps[0]
	if len(p.Gaps) != 1 || len(g.Groups) != 0 || len(g.Rules) != 2 || g.Rules[0].N != 1 || g.Rules[1].N != 2 || g.Rules[1].Formula != "正文：缺" {
		t.Errorf("%+v", p.Gaps)
	}
	// One that says more than the reason keeps its own words.
	v, e = two(false)
	v.Results[e] = &check.Judgement{Findings: []check.Finding{
		{Rule: one, Status: check.Unknown, Bar: why, Message: message},
		{Rule: other, Status: check.Unknown, Bar: why, Message: tongue.ZH("第三章未见。")},
	}}
	p = &Report{}
	v.findings(p)
	if g = p.Gaps[0]; len(g.Rules) != 1 || len(g.Groups) != 1 || g.Groups[0].Items[0].Message.ZH != "第三章未见。" {
		t.Errorf("%+v", p.Gaps)
	}
}

// Of the lines of its file a lean page has those that something leads to, and no way
// from cells to the others.
func TestALeanPageHasTheLinesOfFindings(t *testing.T) {
	var view []report.ViewLine
	for i, text := range []string{"表三", "1 2", "正文一句。", "3 4"} {
		view = append(view, report.ViewLine{Text: text, Pos: place.Pos{Line: i + 1, Col: 1}})
	}
	a := newAnchors(view, nil)
	a.lean, a.above[2] = true, true
	a.href(place.Pos{Line: 2, Col: 1})
	a.href(place.Pos{Line: 3, Col: 1})
	ls := a.lines(view, map[int][]Mark{3: {{N: 1}}}, form.F2021)
	if len(ls) != 2 || ls[0].ID != "L2" || ls[1].ID != "L4" {
		t.Errorf("%+v", ls)
	}
	v := viewOf(written(map[string]report.Cell{"proactive.rules.issued": number(3)}), &check.Judgement{})
	v.anchors = newAnchors([]report.ViewLine{{Text: "3", Pos: place.Pos{Line: 1, Col: 1}}}, []report.Mark{{Line: 0, Start: 0, End: 1, Cell: 0}})
	if got := v.cell(0).Href; got != "#L1" {
		t.Errorf("a cell leads to %q", got)
	}
	v.anchors.lean = true
	if got := v.cell(0).Href; got != "" {
		t.Errorf("on a lean page a cell leads to %q", got)
	}
}
