package render_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/page"
)

// The pages that list everything stay small in a large archive.
func TestPagesOfALargeArchiveStaySmall(t *testing.T) {
	var as []*archive.Agency
	for i := range 2000 {
		a := &archive.Agency{Slug: fmt.Sprintf("agency-%04d", i), Name: fmt.Sprintf("某某县第%04d管理局", i), Region: []string{"410403", "320813"}[i%2]}
		for y := 2021; y <= 2025; y++ {
			a.Reports = append(a.Reports, &archive.Entry{Agency: a, Year: y, Report: free("")})
		}
		as = append(as, a)
	}
	s := set(t)
	in := page.Input{Archive: archive.New(config.Site{Title: "示例档案"}, as), Results: check.Results{}, Rules: allRules}
	for _, p := range page.Site(in) {
		if strings.HasPrefix(p.Path, "agencies/a") || strings.HasPrefix(p.Path, "rules/") {
			continue
		}
		var b bytes.Buffer
		if err := s.Render(&b, p); err != nil {
			t.Errorf("%s: %v", p.Path, err)
		}
		limit := 600_000
		if strings.HasPrefix(p.Path, "regions/") {
			limit = 1_500_000 // a region lists its own bodies, a thousand here
		}
		if b.Len() > limit {
			t.Errorf("%s has %d bytes", p.Path, b.Len())
		}
		switch p.Path {
		case "agencies/index.html":
			if n := strings.Count(b.String(), `<li><a href="../agencies/agency-`); n != 2000 {
				t.Errorf("%s names %d agencies", p.Path, n)
			}
		case "years/2025/index.html":
			if n := strings.Count(b.String(), `/2025/index.html"><span class="shape`); n != 2000 {
				t.Errorf("%s names %d reports", p.Path, n)
			}
		}
	}
}
