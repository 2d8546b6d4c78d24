package generator

import (
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A rule that breaks on one report leaves it without verdicts; the others are
// judged.
func TestABrokenRuleCostsOneReport(t *testing.T) {
	g := &archive.Agency{Slug: "a", Name: "某局"}
	for _, y := range []int{2023, 2024} {
		g.Reports = append(g.Reports, &archive.Entry{Agency: g, Year: y, Path: "content/a/x.txt", Report: &report.Report{Form: form.Free}})
	}
	breaks := &check.Rule{ID: "breaks", Check: func(p *check.Run) {
		if p.Entry.Year == 2023 {
			panic("on purpose")
		}
		p.Pass()
	}}
	a := archive.New(config.Site{}, []*archive.Agency{g})
	results, ds, err := judge(t.Context(), a, check.Ready(a, []*check.Rule{breaks}, false), nil)
	if err != nil || len(ds) != 1 || ds[0].File != "content/a/x.txt" || !strings.Contains(ds[0].Message, "on purpose") {
		t.Errorf("%v %v", ds, err)
	}
	if n := len(results[g.Reports[0]].Verdicts); n != 0 {
		t.Errorf("%d verdicts on the report that broke", n)
	}
	if v := results[g.Reports[1]].Verdicts; len(v) != 1 || v[0].Status != check.Pass {
		t.Errorf("the other report: %v", v)
	}
}
