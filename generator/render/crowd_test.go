package render_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/page"
	"ogi/generator/tongue"
)

// The pages that list everything stay small in a large archive, and still name all.
func TestPagesOfALargeArchiveStaySmall(t *testing.T) {
	var as []*archive.Agency
	results := check.Results{}
	for i := range 2000 {
		a := &archive.Agency{Slug: fmt.Sprintf("agency-%04d", i), Name: fmt.Sprintf("某某县第%04d管理局", i), Region: []string{"410403", "320813"}[i%2]}
		for y := 2021; y <= 2025; y++ {
			a.Reports = append(a.Reports, &archive.Entry{Agency: a, Year: y, Report: free("")})
		}
		results[a.Reports[i%5]] = &check.Judgement{
			Verdicts: []check.Verdict{{Rule: balance, Status: check.Fail, Counts: check.Counts{0, 0, 0, 0, 1}}},
			Findings: []check.Finding{{Rule: balance, Status: check.Fail, Message: tongue.Of(
				"表三“总计”列收办不平衡，新收与结转之和同办结与结转下年之和不符，请核实。",
				"the total column of table three does not balance: what came in is not what went out.",
			)}},
		}
		as = append(as, a)
	}
	s, named := set(t), map[string]bool{}
	in := page.Input{Archive: archive.New(config.Site{Title: "示例档案"}, as), Results: results, Rules: allRules}
	for _, p := range page.Site(in) {
		if strings.HasPrefix(p.Path, "agencies/a") {
			continue
		}
		var b bytes.Buffer
		if err := s.Render(&b, p); err != nil {
			t.Errorf("%s: %v", p.Path, err)
		}
		if b.Len() > 100_000 {
			t.Errorf("%s has %d bytes", p.Path, b.Len())
		}
		for _, m := range leads.FindAllStringSubmatch(b.String(), -1) {
			named[strings.SplitN(p.Path, "page/", 2)[0]+" "+m[1]] = true
		}
	}
	listed := map[string]int{}
	for name := range named {
		list, _, _ := strings.Cut(name, " ")
		listed[strings.TrimSuffix(list, "index.html")]++
	}
	for list, want := range map[string]int{"agencies/": 2000, "years/2025/": 2000, "regions/410403/": 1000, "rules/requests-balance/": 2000} {
		if listed[list] != want {
			t.Errorf("%s and its further pages name %d agencies, want %d", list, listed[list], want)
		}
	}
}

// leads finds the agencies that a page leads to.
var leads = regexp.MustCompile(`(agency-[0-9]+)/(?:20../)?index.html"`)
