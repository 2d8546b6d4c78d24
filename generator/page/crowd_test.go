package page

import (
	"fmt"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
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

// A page of thousands of rows cannot be read; it goes by region and still has
// every body and every report.
func TestManyAgenciesAreListedByRegion(t *testing.T) {
	s := crowd(fullRows + 1)
	b := s.base("coverage/")
	c := s.coverage(b)
	if len(c.Matrix.Rows) > 0 || c.Chart.Options != nil {
		t.Error("coverage shows every agency")
	}
	agencies, reports := 0, 0
	for _, r := range c.Regions {
		if r.Depth == 0 {
			agencies += r.Agencies
			for _, n := range r.Held {
				reports += n
			}
		}
	}
	if agencies != fullRows+1 || reports != 2*(fullRows+1) {
		t.Errorf("coverage counts %d agencies, %d reports", agencies, reports)
	}
	y := s.year(s.base("years/2025/"), 2025)
	reports = 0
	for _, r := range y.Briefly {
		reports += len(r.Reports)
	}
	if len(y.Reports) > 0 || reports != fullRows+1 {
		t.Errorf("the year lists %d reports in full, %d in short", len(y.Reports), reports)
	}
	if !s.agencies(s.base("agencies/")).Names {
		t.Error("the agencies are more than names")
	}
}

func TestFewAgenciesAreListedInFull(t *testing.T) {
	s := crowd(fullRows)
	c := s.coverage(s.base("coverage/"))
	y := s.year(s.base("years/2025/"), 2025)
	if len(c.Matrix.Rows) != fullRows || c.Regions != nil || len(y.Reports) != fullRows || y.Briefly != nil {
		t.Error("a page that can be read whole is cut")
	}
}
