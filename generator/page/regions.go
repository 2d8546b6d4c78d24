package page

import "ogi/generator/archive"

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
	Name     Text
	Children []RegionRow
	Own      []AgencyRow // bodies of exactly this region
	Agencies int
	Reports  int
	Matrix   Matrix
	Key      []State
}

func (s *site) regions(b Base) *Regions {
	b.at(Text{"地区", "Regions"})
	p := &Regions{Base: b}
	for _, r := range s.allRegions {
		p.Regions = append(p.Regions, s.regionRow(&b, r, len(above(r))-1))
	}
	return p
}

func (s *site) regionRow(b *Base, code string, depth int) RegionRow {
	row := RegionRow{Region: Link{s.regionName(code), b.to(regionPath(code))}, Code: code, Depth: depth}
	for _, a := range s.inside(code) {
		row.Agencies++
		row.Reports += len(a.Reports)
	}
	return row
}

// inside are the agencies of a region and of all within it, by slug.
func (s *site) inside(code string) []*archive.Agency {
	var as []*archive.Agency
	for _, a := range s.Archive.Agencies {
		if within(a.Region, code) {
			as = append(as, a)
		}
	}
	return as
}

func (s *site) region(b Base, code string) *RegionPage {
	p := &RegionPage{Code: code, Name: s.regionName(code), Key: s.key()}
	way := s.way(&b, code)
	b.Summary = p.Name.ZH + "政府信息公开工作年度报告"
	b.at(p.Name, append([]Crumb{{Text{"地区", "Regions"}, b.to("regions/")}}, way[:len(way)-1]...)...)
	depth := len(above(code))
	for _, r := range s.allRegions {
		if r != code && within(r, code) && len(above(r)) == depth+1 {
			p.Children = append(p.Children, s.regionRow(&b, r, 0))
		}
	}
	as := s.inside(code)
	for _, a := range as {
		p.Agencies, p.Reports = p.Agencies+1, p.Reports+len(a.Reports)
	}
	p.Own = s.agencyRows(&b, s.byRegion[code])
	p.Matrix = s.matrix(&b, as)
	p.Base = b
	return p
}
