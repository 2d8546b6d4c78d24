package page

import (
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/tongue"
)

// An Agencies is the list of all agencies, by region.
type Agencies struct {
	Base
	Count   int
	Regions []AgencyGroup
}

// An AgencyGroup is the agencies of one region.
type AgencyGroup struct {
	Way      []Link // the region and those above, widest first
	code     string
	Agencies []AgencyRow
}

// An AgencyRow is one agency in a list.
type AgencyRow struct {
	Agency Link
	Kind   tongue.Text
	Years  []Link
	State  State // of the newest report
}

func (s *site) agencies(b Base, n int) *Agencies {
	b.at(tongue.Of("机关", "Agencies"))
	p := &Agencies{Base: b, Count: len(s.bodies)}
	for _, g := range part(s.listedBodies(), n) {
		a := g.Agency
		if k := len(p.Regions); k == 0 || p.Regions[k-1].code != a.Region {
			group := AgencyGroup{code: a.Region}
			if a.Region != "" {
				group.Way = s.way(&b, a.Region)
			}
			p.Regions = append(p.Regions, group)
		}
		group := &p.Regions[len(p.Regions)-1]
		group.Agencies = append(group.Agencies, s.agencyRows(&b, []*BodyBrief{g})...)
	}
	return p
}

// listedBodies are all agencies by region, those without one last.
func (s *site) listedBodies() []*BodyBrief {
	var gs []*BodyBrief
	for _, r := range s.allRegions {
		gs = append(gs, s.byRegion[r]...)
	}
	return append(gs, s.inside[""]...)
}

func (s *site) way(b *Base, code string) []Link {
	var ls []Link
	for _, c := range above(code) {
		ls = append(ls, Link{s.regionName(c), b.to(regionPath(c))})
	}
	return ls
}

func (s *site) agencyRows(b *Base, gs []*BodyBrief) []AgencyRow {
	var rows []AgencyRow
	for _, g := range gs {
		a := g.Agency
		row := AgencyRow{Agency: Link{tongue.ZH(a.Name), b.to(agencyPath(a))}, Kind: kinds[a.Kind], State: s.held(nil)}
		for _, r := range g.Reports {
			row.Years = append(row.Years, Link{tongue.ZH(strconv.Itoa(r.Year)), b.to(r.path())})
			row.State = s.held(r)
		}
		rows = append(rows, row)
	}
	return rows
}

var kinds = map[archive.Kind]tongue.Text{
	archive.Government:  tongue.Of("人民政府", "government"),
	archive.Department:  tongue.Of("政府部门", "department"),
	archive.Township:    tongue.Of("乡镇人民政府", "township"),
	archive.Subdistrict: tongue.Of("街道办事处", "subdistrict office"),
	archive.Zone:        tongue.Of("开发区管委会", "development zone"),
	archive.Vertical:    tongue.Of("垂直管理机构", "vertical agency"),
	archive.Authorised:  tongue.Of("授权组织", "authorised organisation"),
}
