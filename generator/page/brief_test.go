package page

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/stat"
)

// Statistics of a brief are those of its report, whatever the cells are.
func TestABriefCountsAsItsReport(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	s := newSite(Input{Archive: archive.New(config.Site{}, nil)})
	day := func() report.Date {
		return report.Date{Year: 2024 + rng.IntN(2), Month: 1 + rng.IntN(12), Day: 1 + rng.IntN(28), Text: "某日"}
	}
	known := 0
	for i := range 400 {
		f := []*form.Form{form.F2021, form.F2021OneRow, form.F2019, form.Free}[i%4]
		r := &report.Report{Form: f, Scope: report.Scope(rng.IntN(3)), Published: day()}
		for range f.Defs {
			c := report.Cell{State: report.State(rng.IntN(5)), Recovered: rng.IntN(9) == 0, Unit: report.Unit(rng.IntN(5))}
			if rng.IntN(3) > 0 {
				c.State = report.Number
			}
			switch c.State {
			case report.Number:
				c.Value = report.Decimal{Unscaled: rng.Int64N(40) - 1, Scale: uint8(rng.IntN(7) / 6)}
				if rng.IntN(50) == 0 {
					c.Value.Unscaled = rng.Int64() - rng.Int64()
				}
			case report.Dash:
				c.Raw = []string{"/", "——", "不适用"}[rng.IntN(3)]
			}
			r.Cells = append(r.Cells, c)
		}
		a := &archive.Agency{Slug: "a", Kind: archive.Government, Level: archive.County, Region: "410403"}
		e := &archive.Entry{Agency: a, Year: 2024, Path: "content/a/2024.txt", Report: r}
		e.Meta.Scope = []string{"", "own", "area", "unclear"}[rng.IntN(4)]
		e.Files = []archive.File{{Path: e.Path, Role: "corrected", Report: r}}
		if rng.IntN(2) == 0 {
			first := archive.File{Path: "content/a/first.txt", Role: "earlier", Report: &report.Report{Published: day(), Signed: day()}}
			first.Meta.Published = []string{"", "2025-01-07"}[rng.IntN(2)]
			e.Files = append(e.Files, first)
		}
		if rng.IntN(8) == 0 {
			e.Report, e.Files[0].Report = nil, nil
		}
		a.Reports = []*archive.Entry{e}
		g := s.briefOf(a)
		light := g.agency().Reports[0]
		for _, ind := range stat.Indicators {
			v := stat.Of(ind, e)
			if w := stat.Of(ind, light); !reflect.DeepEqual(v, w) {
				t.Fatalf("%d: %s is %+v, of the brief %+v", i, ind.Key, v, w)
			}
			if v.Known {
				known++
			}
		}
		for name, of := range map[string]func(*archive.Entry) (report.Date, bool){"released": stat.Released, "signed": stat.Signed} {
			d, ok := of(e)
			if b, has := of(light); has != ok || bare(b) != bare(d) {
				t.Fatalf("%d: %s %v %v, of the brief %v %v", i, name, d, ok, b, has)
			}
		}
		if p, ok := stat.PeerOf(e); true {
			if q, has := stat.PeerOf(light); p != q || ok != has {
				t.Fatalf("%d: peers %v %v, of the brief %v %v", i, p, ok, q, has)
			}
		}
	}
	if known < 1000 {
		t.Errorf("only %d figures were known", known)
	}
}

// What each rule came to, and the first thing it found, are in a brief.
func TestABriefKeepsAnswers(t *testing.T) {
	var rules []*check.Rule
	j := &check.Judgement{}
	for i, status := range []check.Status{check.NA, check.Pass, check.Hint, check.Unknown, check.Fail} {
		r := &check.Rule{ID: string(rune('a' + i)), Grade: check.Printed, Severity: check.S2, Family: check.Structure}
		rules = append(rules, r)
		j.Verdicts = append(j.Verdicts, check.Verdict{Rule: r, Status: status})
		for _, words := range []string{"甲", "乙"} {
			if status > check.Pass {
				f := check.Finding{Rule: r, Status: status, Severity: check.S2}
				f.Message.ZH = r.ID + words
				j.Findings = append(j.Findings, f)
			}
		}
	}
	never := &check.Rule{ID: "never"}
	s := newSite(Input{Archive: archive.New(config.Site{}, nil), Rules: append(rules, never)})
	a := &archive.Agency{Slug: "a"}
	b := s.brief(&BodyBrief{Agency: a}, &archive.Entry{Agency: a, Year: 2024}, j)
	for i, v := range j.Verdicts {
		if got, ok := b.answer(i); !ok || got != v.Status {
			t.Errorf("%s: %v %v", v.Rule.ID, got, ok)
		}
	}
	if _, ok := b.answer(len(rules)); ok {
		t.Error("a rule that was not asked has an answer")
	}
	if len(b.Said) != 2 || b.Said[0].Rule != 2 || b.Said[0].Message.ZH != "c甲" || b.Said[1].Message.ZH != "e甲" || b.Said[1].N != 1 || b.Said[0].N == 0 {
		t.Errorf("said %+v", b.Said)
	}
}
