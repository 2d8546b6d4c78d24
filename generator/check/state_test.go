package check_test

import (
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

var holds = says(check.Printed, false, check.Structure, check.S1, check.Pass)

func TestStateOfAReport(t *testing.T) {
	absent := says(check.Assessed, false, check.Structure, check.S2, check.NA)
	absent.Check = func(p *check.Run) { p.Absent(check.Finding{Message: tongue.ZH("未见")}) }
	for _, c := range []struct {
		name string
		rule *check.Rule
		want check.State
	}{
		{"all hold", holds, check.Clear},
		{"S1 fail", says(check.Printed, false, check.Timeliness, check.S1, check.Fail), check.Discrepant},
		{"S2 fail", says(check.Logical, false, check.Fees, check.S2, check.Fail), check.Discrepant},
		{"S3 fail is a hint", says(check.Logical, false, check.Fees, check.S3, check.Fail), check.Hinted},
		{"S2 hint of grade C", says(check.Assessed, false, check.Fees, check.S2, check.Hint), check.Hinted},
		{"S3 hint colours nothing", says(check.Assessed, false, check.Fees, check.S3, check.Hint), check.Clear},
		{"words not seen colour nothing", absent, check.Clear},
		{"heuristic never", says(check.Heuristic, false, check.Structure, check.S1, check.Hint), check.Clear},
		{"guard never", says(check.Assessed, true, check.Structure, check.S1, check.Hint), check.Clear},
		{"a sum that cannot be checked", says(check.Printed, false, check.CrossFooting, check.S1, check.Unknown), check.Undecided},
		{"structure that cannot be checked", says(check.Printed, false, check.Structure, check.S1, check.Unknown), check.Clear},
		{"no other year", says(check.Logical, false, check.CrossYear, check.S1, check.Unknown), check.Clear},
		{"no date", says(check.Printed, false, check.Timeliness, check.S1, check.Unknown), check.Clear},
	} {
		if got := check.BadgeState(judge(entry(), holds, c.rule)).State; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if got := check.BadgeState(judge(entry(), says(check.Printed, false, check.Structure, check.S1, check.NA))).State; got != check.Undecided {
		t.Errorf("nothing applies: %s", got)
	}
}

func TestStateFollowsHowFarTheTablesWereRead(t *testing.T) {
	fails := says(check.Printed, false, check.Timeliness, check.S1, check.Fail)
	for _, c := range []struct {
		name  string
		read  func(*archive.Entry)
		rule  *check.Rule
		want  check.State
		empty bool // nothing is said of checks
	}{
		{"a cell is missing", func(e *archive.Entry) { put(e, "proactive.rules.issued", report.Cell{}) }, holds, check.Undecided, false},
		{"a cell is no number", func(e *archive.Entry) {
			put(e, "proactive.rules.issued", report.Cell{State: report.Garbled, Raw: "若干"})
		}, holds, check.Undecided, false},
		{"a blank is read", func(e *archive.Entry) { put(e, "proactive.rules.issued", report.Cell{State: report.Blank}) }, holds, check.Clear, false},
		{"a table that fell short and a discrepancy", func(e *archive.Entry) { put(e, "proactive.rules.issued", report.Cell{}) }, fails, check.Discrepant, false},
		{"no tables before 2019", func(e *archive.Entry) { e.Year, e.Report.Form, e.Report.Cells = 2017, form.Free, nil }, holds, check.OldForm, false},
		{"late before 2019", func(e *archive.Entry) { e.Year, e.Report.Form, e.Report.Cells = 2017, form.Free, nil }, fails, check.Discrepant, false},
		{"no tables since", func(e *archive.Entry) { e.Report.Form, e.Report.Cells = form.Free, nil }, holds, check.Undecided, false},
		{"nothing at all", func(e *archive.Entry) { e.Report.Form, e.Report.Cells, e.Report.View = form.Free, nil, nil }, fails, check.Unreadable, true},
		{"no program reads it", func(e *archive.Entry) { e.Report = nil }, fails, check.Unreadable, true},
	} {
		e := entry()
		e.Report.View = []report.ViewLine{{Text: "正文"}}
		c.read(e)
		b := check.BadgeState(judge(e, holds, c.rule))
		if b.State != c.want {
			t.Errorf("%s: %s, want %s", c.name, b.State, c.want)
		}
		if zh := b.Beside().ZH; (zh == "") != c.empty {
			t.Errorf("%s: %q beside the state", c.name, zh)
		}
	}
}

func TestWhatCouldNotBeCheckedIsToldBesideTheState(t *testing.T) {
	unknown := says(check.Logical, false, check.CrossYear, check.S1, check.Unknown)
	for _, c := range []struct {
		rules    []*check.Rule
		zh, left string
	}{
		{[]*check.Rule{holds}, "核对1项", ""},
		{[]*check.Rule{holds, unknown}, "核对1项，另1项无从核对", "1项无从核对"},
		{[]*check.Rule{holds, says(check.Assessed, true, check.CrossYear, check.S1, check.Unknown)}, "核对1项", ""}, // guards are about our reading
	} {
		b := check.BadgeState(judge(entry(), c.rules...))
		if zh := b.Beside().ZH; zh != c.zh || b.Left() != c.left || b.State != check.Clear {
			t.Errorf("%q, %q and %s, want %q and %q", zh, b.Left(), b.State, c.zh, c.left)
		}
	}
}

// An identity number comes before all else in a draft; it is a hint of a report
// that is published, and nothing once a reviewed note released it.
func TestAnIdentityNumberCounts(t *testing.T) {
	shows := func(kind string) *check.Rule {
		return &check.Rule{ID: check.PersonalData, Grade: check.Heuristic, Severity: check.S2, Check: func(p *check.Run) {
			p.Hint(check.Finding{Formula: "号码", Operands: []check.Operand{{Text: kind}}})
		}}
	}
	fails := says(check.Printed, false, check.Structure, check.S1, check.Fail)
	for _, c := range []struct {
		kind, note string
		draft      bool
		rule       *check.Rule
		want       check.State
	}{
		{personal.IdentityCard, "", true, fails, check.PersonalFirst},
		{personal.IdentityCard, "", false, holds, check.Hinted},
		{personal.IdentityCard, "", false, fails, check.Discrepant},
		{personal.IdentityCard, check.Explained, true, holds, check.Clear},
		{personal.Mobile, "", true, holds, check.Clear},
	} {
		e := entry()
		if c.note != "" {
			e.Notes = []config.Note{{Rule: check.PersonalData, Status: c.note, Value: "号码"}}
		}
		j := check.One(e.Agency, e, nil, []*check.Rule{shows(c.kind), holds, c.rule}, c.draft)
		if got := check.BadgeState(j).State; got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

func TestAFamilyTellsItsChecksInWords(t *testing.T) {
	sum := func(s check.Status) *check.Rule { return says(check.Printed, false, check.CrossFooting, check.S1, s) }
	lacks := says(check.Logical, false, check.CrossYear, check.S1, check.NA)
	lacks.Check = func(p *check.Run) { p.Unknown(check.Finding{Lacks: "2023年年报"}) }
	for _, c := range []struct {
		rules []*check.Rule
		key   string
		state check.State
		want  string
	}{
		{[]*check.Rule{sum(check.Pass), sum(check.Pass)}, "cross-footing", check.Clear, "2项成立"},
		{[]*check.Rule{sum(check.Pass), sum(check.Unknown)}, "cross-footing", check.Undecided, "1项成立，1项无从核对"},
		{[]*check.Rule{sum(check.Pass), sum(check.Fail)}, "cross-footing", check.Discrepant, "有不符（待核）1项，1项成立"},
		{[]*check.Rule{sum(check.Pass), says(check.Heuristic, false, check.CrossFooting, check.S1, check.Hint)}, "cross-footing", check.Clear, "1项成立"},
		{[]*check.Rule{lacks}, "cross-year", check.Undecided, "未收录2023年"},
		{[]*check.Rule{lacks, says(check.Logical, false, check.CrossYear, check.S1, check.Pass)}, "cross-year", check.Clear, "1项成立，1项无从核对"},
		{[]*check.Rule{says(check.Logical, false, check.TableTwo, check.S1, check.Pass)}, "structure", check.Clear, "1项成立"},
		{nil, "fees", check.NoRules, "不适用"},
	} {
		for _, f := range check.FamilyStates(judge(entry(), c.rules...)) {
			if said := f.Said(nil).ZH; f.Key == c.key && (f.State != c.state || said != c.want) {
				t.Errorf("%s: %s %q, want %s %q", f.Key, f.State, said, c.state, c.want)
			}
		}
	}
}

func TestAllZeroReport(t *testing.T) {
	e := entry()
	if j := judge(e); !j.AllZero {
		t.Error("all zeros")
	}
	put(e, "requests.received.total", number(1))
	if j := judge(e); j.AllZero {
		t.Error("one request is not none")
	}
	put(e, "requests.received.total", report.Cell{})
	if j := judge(e); j.AllZero {
		t.Error("a missing cell is not zero")
	}
}
