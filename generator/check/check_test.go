package check_test

import (
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

// entry is a report on the 2021 form whose cells are all plain zeros.
func entry() *archive.Entry {
	r := &report.Report{Form: form.F2021, Cells: make([]report.Cell, len(form.F2021.Defs)), Fidelity: report.Original}
	for i := range r.Cells {
		r.Cells[i] = report.Cell{State: report.Number, Raw: "0", Pos: place.Pos{Line: i + 1, Col: 1}}
	}
	for i := range r.Tables {
		r.Tables[i].Found = true
	}
	g := &archive.Agency{Name: "青禾县司法局", Kind: archive.Department}
	e := &archive.Entry{Agency: g, Year: 2024, Path: "2024.html", Report: r}
	g.Reports = []*archive.Entry{e}
	return e
}

func put(e *archive.Entry, key form.Key, c report.Cell) {
	e.Report.Cells[e.Report.Form.Index(key)] = c
}

func number(n int64) report.Cell {
	return report.Cell{State: report.Number, Value: report.Int(n), Pos: place.Pos{Line: 7, Col: 3}}
}

// says is a rule that records the same answer every time.
func says(grade check.Grade, guard bool, family check.Family, severity check.Severity, s check.Status) *check.Rule {
	return &check.Rule{
		ID: "rule-" + string(rune(grade)) + s.String(), Grade: grade, Guard: guard, Family: family, Severity: severity,
		Check: func(p *check.Run) {
			f := check.Finding{Message: tongue.ZH("m"), Formula: "1 ≠ 2"}
			switch s {
			case check.Fail:
				p.Fail(f)
			case check.Hint:
				p.Hint(f)
			case check.Unknown:
				p.Unknown(f)
			case check.Pass:
				p.Pass()
			case check.NA:
				p.NA()
			}
		},
	}
}

func judge(e *archive.Entry, rules ...*check.Rule) *check.Judgement {
	return check.One(e.Agency, e, nil, rules, false)
}

func TestOnlyPrintedAndLogicalRulesFail(t *testing.T) {
	for _, c := range []struct {
		grade check.Grade
		guard bool
		want  check.Status
	}{
		{check.Printed, false, check.Fail},
		{check.Logical, false, check.Fail},
		{check.Assessed, false, check.Hint},
		{check.Heuristic, false, check.Hint},
		{check.Printed, true, check.Hint},
	} {
		j := judge(entry(), says(c.grade, c.guard, check.Structure, check.S1, check.Fail))
		if got := j.Verdicts[0].Status; got != c.want {
			t.Errorf("grade %c guard %v: %v, want %v", c.grade, c.guard, got, c.want)
		}
	}
}

func TestConvertedFileCapsWhatARuleMaySay(t *testing.T) {
	for _, c := range []struct {
		limit, said, want check.Status
	}{
		{check.Unknown, check.Fail, check.Unknown},
		{check.Unknown, check.Hint, check.Unknown},
		{check.Hint, check.Fail, check.Hint},
		{check.Hint, check.Hint, check.Hint},
		{check.NA, check.Fail, check.Fail},
		{check.Unknown, check.Pass, check.Pass},
	} {
		r := says(check.Printed, false, check.Structure, check.S1, c.said)
		r.OnConverted = c.limit
		e := entry()
		if got := judge(e, r).Verdicts[0].Status; got != c.said {
			t.Errorf("original: %v, want %v", got, c.said)
		}
		e.Meta.Fidelity = "converted"
		if got := judge(e, r).Verdicts[0].Status; got != c.want {
			t.Errorf("converted, limit %v: %v becomes %v, want %v", c.limit, c.said, got, c.want)
		}
	}
}

func TestWorstOfManyChecksWinsAndCountsAreKept(t *testing.T) {
	r := &check.Rule{ID: "many", Grade: check.Printed, Check: func(p *check.Run) {
		p.NA()
		p.Pass()
		p.Hint(check.Finding{})
		p.Unknown(check.Finding{})
		p.Fail(check.Finding{})
		p.Pass()
	}}
	v := judge(entry(), r).Verdicts[0]
	if v.Status != check.Fail || v.Counts != (check.Counts{1, 2, 1, 1, 1}) {
		t.Errorf("%v %v", v.Status, v.Counts)
	}
}

func TestSilentRuleDoesNotApply(t *testing.T) {
	v := judge(entry(), &check.Rule{ID: "silent", Check: func(*check.Run) {}}).Verdicts[0]
	if v.Status != check.NA || v.Counts[check.NA] != 1 {
		t.Errorf("%v %v", v.Status, v.Counts)
	}
}

func TestEquation(t *testing.T) {
	const a, b, c = "requests.received.total", "requests.carried_in.total", "requests.outcomes_total.total"
	recovered := number(5)
	recovered.Recovered = true
	for _, tt := range []struct {
		name    string
		a, b, c report.Cell
		want    check.Status
		note    string
	}{
		{"holds", number(2), number(3), number(5), check.Pass, ""},
		{"does not hold", number(2), number(3), number(6), check.Fail, ""},
		{"blank as zero", number(5), report.Cell{State: report.Blank}, number(5), check.Pass, check.BlankAsZero},
		{"blank cannot fail", number(2), report.Cell{State: report.Blank}, number(5), check.Unknown, ""},
		{"dash as zero", number(5), report.Cell{State: report.Dash, Raw: "—"}, number(5), check.Pass, check.BlankAsZero},
		{"inferred holds", number(0), number(5), recovered, check.Pass, check.Inferred},
		{"inferred cannot fail", number(1), number(5), recovered, check.Unknown, ""},
		{"missing", number(1), report.Cell{}, number(5), check.Unknown, ""},
		{"garbled", number(1), report.Cell{State: report.Garbled, Raw: "1？"}, number(5), check.Unknown, ""},
	} {
		e := entry()
		put(e, a, tt.a)
		put(e, b, tt.b)
		put(e, c, tt.c)
		v := judge(e, &check.Rule{ID: "sum", Grade: check.Printed, Check: func(p *check.Run) {
			p.Equal(check.Equation{Name: tongue.ZH("总计"), Left: []form.Key{a, b}, Right: []form.Key{c}})
		}}).Verdicts[0]
		if v.Status != tt.want || v.Note != tt.note {
			t.Errorf("%s: %v %q, want %v %q", tt.name, v.Status, v.Note, tt.want, tt.note)
		}
	}
}

func TestReply(t *testing.T) {
	rule := says(check.Printed, false, check.Structure, check.S1, check.Fail)
	for _, c := range []struct {
		status, value string
		want          check.State
		word          string
		stale         int
	}{
		{check.Confirmed, "1 ≠ 2", check.Discrepant, "有不符（待核）", 0},
		{check.Explained, "1 ≠ 2", check.Discrepant, "有不符（待核） · 已说明", 0},
		{check.Disputed, "1 ≠ 2", check.Discrepant, "待核", 0},
		{check.OurError, "1 ≠ 2", check.Undecided, "数据不足", 0},
		{check.OurError, "1 ≠ 3", check.Discrepant, "有不符（待核）", 1},
	} {
		e := entry()
		e.Notes = []config.Note{{Rule: rule.ID, Status: c.status, Value: c.value}}
		j := judge(e, rule)
		b := check.BadgeState(j)
		if b.State != c.want || b.Word(nil).ZH != c.word || len(j.Stale) != c.stale {
			t.Errorf("%s %s: %s %s stale %d", c.status, c.value, b.State, b.Word(nil), len(j.Stale))
		}
	}
}

func TestOurErrorLeavesTheCounts(t *testing.T) {
	rule := says(check.Printed, false, check.CrossFooting, check.S1, check.Fail)
	e := entry()
	e.Notes = []config.Note{{Rule: rule.ID, Status: check.OurError, Value: "1 ≠ 2"}}
	j := judge(e, rule, says(check.Printed, false, check.CrossFooting, check.S2, check.Pass))
	if v := j.Verdict(rule.ID); v.Status != check.NA || v.Counts[check.Fail] != 0 {
		t.Errorf("%v %v", v.Status, v.Counts)
	}
	if len(j.Findings) != 1 || j.Findings[0].Counts() {
		t.Error("the finding stays on the page and counts no more")
	}
	if s := check.BadgeState(j).State; s != check.Clear {
		t.Errorf("badge %s", s)
	}
}

func TestPublicWordsMayBeReplaced(t *testing.T) {
	labels := map[string]string{"fail": "待核实", "unknown": ""}
	if w := check.Discrepant.Word(labels); w.ZH != "待核实" {
		t.Error(w)
	}
	if w := check.Undecided.Word(labels); w.ZH != "数据不足" {
		t.Error(w)
	}
}

func TestDraftHasNoDates(t *testing.T) {
	e := entry()
	rule := says(check.Printed, false, check.Timeliness, check.S1, check.Fail)
	if j := check.One(e.Agency, e, nil, []*check.Rule{rule}, true); j.Verdicts[0].Status != check.NA || len(j.Findings) != 0 {
		t.Errorf("%v %d", j.Verdicts[0].Status, len(j.Findings))
	}
}

func TestWithdrawnReportIsNotJudged(t *testing.T) {
	e := entry()
	e.Report = nil
	if j := judge(e, says(check.Printed, false, check.Structure, check.S1, check.Fail)); len(j.Verdicts) != 0 {
		t.Error("judged all the same")
	}
}

func TestSumsThatOneWrongCellExplainsAreGrouped(t *testing.T) {
	const row, other, total = "requests.received.natural_person", "requests.received.enterprise", "requests.received.total"
	e := entry()
	put(e, row, number(4))
	put(e, total, number(5))
	put(e, "requests.outcomes_total.total", number(4))
	put(e, "requests.outcomes_total.natural_person", number(4))
	put(e, "remedies.direct_suit.total", number(9))
	j := judge(e, &check.Rule{ID: "sums", Grade: check.Printed, Check: func(p *check.Run) {
		p.Equal(check.Equation{Name: tongue.ZH("行"), Left: []form.Key{row, other}, Right: []form.Key{total}})
		p.Equal(check.Equation{Name: tongue.ZH("列"), Left: []form.Key{total}, Right: []form.Key{"requests.outcomes_total.total"}})
		p.Equal(check.Equation{Name: tongue.ZH("另"), Left: []form.Key{"remedies.direct_suit.upheld"}, Right: []form.Key{"remedies.direct_suit.total"}})
	}})
	for i, want := range []int{1, 1, 0} {
		if got := j.Findings[i].Group; got != want {
			t.Errorf("finding %d is in group %d, want %d", i, got, want)
		}
	}
	if c := j.Findings[0].Cause; c == nil || c.Cell.Key != total || c.Mended != "4" {
		t.Errorf("cause %+v", c)
	}
	if j.Findings[2].Cause != nil {
		t.Error("a sum by itself has no cause")
	}
}

func TestFindingsDoNotRepeatPersonalNumbers(t *testing.T) {
	j := judge(entry(), &check.Rule{ID: "r", Grade: check.Assessed, Check: func(p *check.Run) {
		p.Hint(check.Finding{Message: tongue.ZH("“电话13812345678”"), Formula: "13812345678", Operands: []check.Operand{{Text: "13812345678"}}})
	}})
	f := j.Findings[0]
	if strings.Contains(f.Message.ZH+f.Formula+f.Operands[0].Text, "13812345678") {
		t.Errorf("%+v", f)
	}
}

func TestPersonalDataIsWithheldUntilANoteReleasesIt(t *testing.T) {
	rule := &check.Rule{ID: check.PersonalData, Grade: check.Heuristic, Check: func(p *check.Run) {
		p.Hint(check.Finding{Formula: "手机号码 11位"})
	}}
	for status, want := range map[string]bool{"": true, check.Confirmed: true, check.Disputed: true, check.Explained: false, check.OurError: false} {
		e := entry()
		if status != "" {
			e.Notes = []config.Note{{Rule: check.PersonalData, Status: status, Value: "手机号码 11位"}}
		}
		if got := judge(e, rule).Withheld(); got != want {
			t.Errorf("%q: withheld %v, want %v", status, got, want)
		}
	}
}
