package check_test

import (
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// One reader's cells bear no fail, two readers' do; of a file that only people
// could read the prose decides nothing.
func TestHumanReadings(t *testing.T) {
	const a, b = "requests.received.total", "requests.carried_in.total"
	sums := &check.Rule{ID: "sums", Family: check.CrossFooting, Grade: check.Printed, Check: func(p *check.Run) {
		p.Equal(check.Equation{Name: tongue.ZH("甲"), Left: []form.Key{a}, Right: []form.Key{b}})
	}}
	prose := &check.Rule{ID: "prose", Family: check.Structure, Grade: check.Printed, Check: func(p *check.Run) {
		p.Fail(check.Finding{Message: tongue.ZH("未见概述。")})
	}}
	day := &check.Rule{ID: "day", Family: check.Timeliness, Grade: check.Printed, Check: func(p *check.Run) {
		p.Hint(check.Finding{Message: tongue.ZH("未见日期。")})
	}}
	guard := &check.Rule{ID: "guard", Family: check.Structure, Guard: true, Check: func(p *check.Run) { p.Hint(check.Finding{}) }}
	for _, x := range []struct {
		reading report.Reading
		right   int64
		want    check.Status
	}{
		{report.Entered, 2, check.Unknown},
		{report.Entered, 1, check.Pass},
		{report.Reviewed, 2, check.Fail},
		{report.ByProgram, 2, check.Fail},
	} {
		r := archive.Unread("a.pdf", form.F2021)
		r.Cells[r.Form.Index(a)] = report.Cell{State: report.Number, Value: report.Int(1), Raw: "1", Reading: x.reading}
		r.Cells[r.Form.Index(b)] = report.Cell{State: report.Number, Value: report.Int(x.right), Raw: "2"}
		g := &archive.Agency{Slug: "a"}
		e := &archive.Entry{Agency: g, Year: 2024, Report: r}
		j := check.One(g, e, nil, []*check.Rule{sums, prose, day, guard}, false)
		for id, want := range map[string]check.Status{"sums": x.want, "prose": check.Unknown, "day": check.Unknown, "guard": check.NA} {
			if got := j.Verdict(id).Status; got != want {
				t.Errorf("%v, 1 and %d: %s is %s, want %s", x.reading, x.right, id, got, want)
			}
		}
	}
}
