package page

import (
	"ogi/generator/badge"
	"ogi/generator/chart"
	"ogi/generator/tongue"
)

// A Coverage is what the archive holds and what it does not.
type Coverage struct {
	Base
	Matrix  Matrix
	Key     []State
	Years   []Link       // of Regions
	Regions []RegionHeld // instead of Matrix where there are too many agencies
	Gaps    int          // years between an agency's first and last that are not held
	Chart   *chart.Chart
}

// coverageRows are how many regions coverage lists, where there are too many agencies
// for a row each.
func (s *site) coverageRows() int {
	if fits(s.bodies) {
		return 0
	}
	return len(s.allRegions) + min(1, len(s.inside[""]))
}

func (s *site) coverage(b Base, n int) *Coverage {
	b.at(tongue.Of("收录", "Coverage"))
	b.rests(s.briefs...)
	p := &Coverage{}
	crowded := !fits(s.bodies)
	if crowded {
		p.Regions = s.heldByRegion(&b, n)
		for _, y := range s.allYears {
			p.Years = append(p.Years, s.yearLink(&b, y))
		}
	} else {
		p.Matrix, p.Key = s.matrix(&b, s.bodies), s.key()
	}
	for _, g := range s.bodies {
		if n := len(g.Reports); n > 0 {
			p.Gaps += g.Reports[n-1].Year - g.Reports[0].Year + 1 - n
		}
	}
	if n > 1 {
		p.Base = b
		return p
	}
	if p.Chart = s.verdicts(s.bodies); crowded && p.Chart != nil {
		p.Chart.Options, p.Chart.Note = nil, tongue.Text{} // the first few are no picture of all
	}
	b.Scripts = p.Chart != nil && len(p.Chart.Options) > 0
	p.Base = b
	return p
}

// verdicts is the heat map of what was found, in the site's own words.
func (s *site) verdicts(gs []*BodyBrief) *chart.Chart {
	n := len(s.allYears)
	if n == 0 {
		return nil
	}
	var rows []chart.VerdictRow
	for _, g := range gs {
		row := chart.VerdictRow{Name: g.Agency.Name, States: map[int]badge.State{}}
		for _, r := range g.Reports {
			row.States[r.Year] = badge.State(s.held(r).Key)
		}
		rows = append(rows, row)
	}
	return chart.Verdicts(rows, s.allYears[n-1], s.allYears[0], badge.LooksWith(s.Archive.Site.Labels))
}
