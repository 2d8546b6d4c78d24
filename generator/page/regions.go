package page

import (
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

// A Regions is the list of regions that the archive holds something of.
type Regions struct {
	Base
	Regions []RegionRow
}

// A RegionRow is one region; Depth 0 is a province.
type RegionRow struct {
	Region   Link
	Code     string
	Depth    int
	Agencies int // of the region and all within
	Reports  int
}

// A RegionPage is one region: what is held of it.
type RegionPage struct {
	Base
	Code     string
	Name     tongue.Text
	Children []RegionRow
	Own      []AgencyRow // bodies of exactly this region
	Agencies int
	Reports  int
	Matrix   Matrix
	Key      []State
	Years    []Link
	Totals   []Total
	Basis    []YearWords // what the totals of each year are
}

// A Total is one indicator of a region over the years.
type Total struct {
	Name  tongue.Text
	Unit  tongue.Text
	Cells []Cell
}

// A YearWords is a sentence about one year.
type YearWords struct {
	Year  int
	Words tongue.Text
}

var totals = []string{"received", "handled", "disclosed-share", "carried-out", "reconsiderations", "suits"}

// totals are the region's figures by year: its own area report's, else the sum
// of the bodies held, which is said to be no more than that.
func (s *site) totals(b *Base, p *RegionPage, code string, gs []*BodyBrief) {
	byYear := map[int][]*Brief{}
	for _, g := range gs {
		for _, r := range g.Reports {
			byYear[r.Year] = append(byYear[r.Year], r)
		}
	}
	var years []int
	for i := len(s.allYears) - 1; i >= 0; i-- {
		if y := s.allYears[i]; len(byYear[y]) > 0 {
			years = append(years, y)
			p.Years = append(p.Years, s.yearLink(b, y))
		}
	}
	var inds []*stat.Indicator
	for _, key := range totals {
		inds = append(inds, stat.ByKey(key))
	}
	figures := map[int][]stat.Total{}
	for _, y := range years {
		figures[y] = stat.Regions(inds, entries(byYear[y]), code)
	}
	for i, ind := range inds {
		row := Total{Name: ind.Name, Unit: ind.Unit.Label()}
		if ind.Unit == stat.Share {
			row.Unit = tongue.Text{}
		}
		for _, y := range years {
			t := figures[y][i]
			c := s.figure(t.Value)
			words := t.Words()
			if t.Entry != nil {
				c.Href = b.to(reportPath(t.Entry))
			}
			c.Title = join(c.Title, words.ZH)
			row.Cells = append(row.Cells, c)
			if i == 0 {
				p.Basis = append(p.Basis, YearWords{y, words})
			}
		}
		p.Totals = append(p.Totals, row)
	}
}

func (s *site) regions(b Base, n int) *Regions {
	b.at(tongue.Of("地区", "Regions"))
	p := &Regions{Base: b}
	for _, r := range part(s.allRegions, n) {
		p.Regions = append(p.Regions, s.regionRow(&b, r, len(above(r))-1))
	}
	return p
}

// regionRow counts what a region holds; without a code, what has no region.
func (s *site) regionRow(b *Base, code string, depth int) RegionRow {
	row := RegionRow{Region: Link{Text: tongue.Of("地区未填", "No region given")}, Code: code, Depth: depth}
	if code != "" {
		row.Region = Link{s.regionName(code), b.to(regionPath(code))}
	}
	for _, g := range s.inside[code] {
		row.Agencies++
		row.Reports += len(g.Reports)
	}
	return row
}

func (s *site) region(b Base, code string, n int) *RegionPage {
	p := &RegionPage{Code: code, Name: s.regionName(code), Key: s.key()}
	way := s.way(&b, code)
	b.Abstract = p.Name.ZH + "政府信息公开工作年度报告"
	b.at(p.Name, append([]Crumb{{tongue.Of("地区", "Regions"), b.to("regions/")}}, way[:len(way)-1]...)...)
	for _, g := range s.inside[code] {
		b.rests(g.Reports...)
	}
	depth := len(above(code))
	gs, all := s.inside[code], s.regionRow(&b, code, 0)
	p.Agencies, p.Reports = all.Agencies, all.Reports
	p.Own = s.agencyRows(&b, part(s.byRegion[code], n))
	if n > 1 { // what is said of the region stands on its first page
		p.Base = b
		return p
	}
	for _, r := range s.allRegions {
		if r != code && within(r, code) && len(above(r)) == depth+1 {
			p.Children = append(p.Children, s.regionRow(&b, r, 0))
		}
	}
	s.totals(&b, p, code, gs)
	if fits(gs) {
		p.Matrix = s.matrix(&b, gs)
	}
	p.Base = b
	return p
}
