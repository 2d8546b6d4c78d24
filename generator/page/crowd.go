package page

import (
	"slices"

	"ogi/generator/archive"
	"ogi/generator/tongue"
)

// fullRows is how many bodies or reports a page lists with all that is known of
// each. A page of more would take seconds to open and could not be read: it
// goes by region, with a name and a mark for each, or with counts, and leads to
// the pages that have the rest.
const fullRows = 300

// A RegionReports is the reports of one year and region, in short.
type RegionReports struct {
	Way     []Link // the region and those above, widest first; nil where none is given
	Reports []Brief
}

// A Brief is one report as a name and a mark.
type Brief struct {
	Agency tongue.Text
	Href   string
	State  State
}

// A RegionHeld is how many reports of a region, with all within it, are held
// by year.
type RegionHeld struct {
	RegionRow
	Held []int
}

// briefly lists reports by region, those without one last.
func (s *site) briefly(b *Base, entries []*archive.Entry) []RegionReports {
	by := map[string][]Brief{}
	for _, e := range entries {
		r := e.Agency.Region
		by[r] = append(by[r], Brief{tongue.ZH(e.Agency.Name), b.to(reportPath(e)), s.held(e)})
	}
	var out []RegionReports
	for _, r := range s.allRegions {
		if len(by[r]) > 0 {
			out = append(out, RegionReports{s.way(b, r), by[r]})
		}
	}
	if len(by[""]) > 0 {
		out = append(out, RegionReports{nil, by[""]})
	}
	return out
}

// heldByRegion counts the reports held by region and year, the years as in
// allYears.
func (s *site) heldByRegion(b *Base) []RegionHeld {
	var rows []RegionHeld
	add := func(code string, depth int) {
		row := RegionHeld{s.regionRow(b, code, depth), make([]int, len(s.allYears))}
		for _, a := range s.inside[code] {
			for _, e := range a.Reports {
				row.Held[slices.Index(s.allYears, e.Year)]++
			}
		}
		rows = append(rows, row)
	}
	for _, r := range s.allRegions {
		add(r, len(above(r))-1)
	}
	if s.inside[""] != nil {
		add("", 0)
	}
	return rows
}
