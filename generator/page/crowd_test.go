package page

import (
	"fmt"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/tongue"
)

// crowd is n agencies with two reports each, one without a region.
func crowd(n int) *site {
	var as []*archive.Agency
	for i := range n {
		a := &archive.Agency{Slug: fmt.Sprintf("a%d", i), Name: fmt.Sprintf("第%d局", i), Region: []string{"410403", "320813"}[i%2]}
		if i == 0 {
			a.Region = ""
		}
		for y := 2024; y <= 2025; y++ {
			a.Reports = append(a.Reports, &archive.Entry{Agency: a, Year: y, Report: written(nil)})
		}
		as = append(as, a)
	}
	return newSite(Input{Archive: archive.New(config.Site{}, as), Results: check.Results{}})
}

// A list of many goes on in pages of so many rows, which lead to each other and
// have every row once.
func TestLongListsGoOnInPages(t *testing.T) {
	s := crowd(2*fullRows + 1)
	r := &check.Rule{ID: "a-rule", Title: tongue.ZH("甲")}
	s.Rules = []*check.Rule{r}
	for _, a := range s.Archive.Agencies {
		s.Results[a.Reports[1]] = &check.Judgement{Verdicts: []check.Verdict{{Rule: r, Status: check.Hint}}}
	}
	rows := map[string]int{} // by list
	pages := map[string]int{}
	agencies := map[string]int{}
	add := func(list string, b *Base, n int) {
		if n > fullRows || n == 0 {
			t.Errorf("%s has %d rows", b.Path, n)
		}
		if p := b.Pages; p == nil || p.Of != 3 || (p.Earlier == "") != (p.N == 1) || (p.Later == "") != (p.N == 3) {
			t.Errorf("%s: leads to %+v", b.Path, p)
		} else if p.N > 1 && (!strings.Contains(b.Title.ZH, "第") || b.Crumbs[len(b.Crumbs)-2].Href == "") {
			t.Errorf("%s does not say which page it is: %s, %v", b.Path, b.Title.ZH, b.Crumbs)
		}
		rows[list] += n
		pages[list]++
	}
	for _, p := range Site(s.Input) {
		switch v := p.Value().(type) {
		case *Agencies:
			n := 0
			for _, r := range v.Regions {
				n += len(r.Agencies)
				for _, a := range r.Agencies {
					agencies[a.Agency.Text.ZH]++
				}
			}
			add("agencies", &v.Base, n)
		case *Year:
			add(v.Title.ZH[:4], &v.Base, len(v.Reports))
		case *Rule:
			add("rule", &v.Base, len(v.Hits))
			if (len(v.Tallies) > 0) != (v.Pages.N == 1) {
				t.Errorf("%s has %d tallies", v.Path, len(v.Tallies))
			}
		case *Coverage:
			if len(v.Matrix.Rows) > 0 || v.Chart != nil && v.Chart.Options != nil {
				t.Error("coverage shows every agency")
			}
			held := 0
			for _, r := range v.Regions {
				if r.Depth == 0 {
					rows["covered"] += r.Agencies
					for _, n := range r.Held {
						held += n
					}
				}
			}
			rows["held"] += held
		case *RegionPage:
			if v.Code == "410403" && len(v.Own) != fullRows {
				t.Errorf("a region of %d bodies lists %d", fullRows, len(v.Own))
			}
		}
	}
	const all = 2*fullRows + 1
	for list, want := range map[string]int{"agencies": all, "2024": all, "2025": all, "rule": all, "covered": all, "held": 2 * all} {
		if rows[list] != want {
			t.Errorf("%s: %d rows in all, want %d", list, rows[list], want)
		}
	}
	if len(agencies) != all {
		t.Errorf("%d agencies are listed, want %d", len(agencies), all)
	}
}

func TestFewAgenciesAreListedInFull(t *testing.T) {
	s := crowd(fullCells / 2) // of two years
	c := s.coverage(s.base("coverage/"), 1)
	y := s.year(s.base("years/2025/"), 2025, 1)
	if len(c.Matrix.Rows) != fullCells/2 || c.Regions != nil || len(y.Reports) != fullCells/2 {
		t.Error("a page that can be read whole is cut")
	}
	for _, p := range Site(s.Input) {
		if strings.Contains(p.Path, "/page/") {
			t.Errorf("there is %s", p.Path)
		}
	}
}
