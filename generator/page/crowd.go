package page

import (
	"ogi/generator/archive"
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
	Agency Text
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
		by[r] = append(by[r], Brief{zh(e.Agency.Name), b.to(reportPath(e)), s.held(e)})
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
	column := map[int]int{}
	for i, y := range s.allYears {
		column[y] = i
	}
	at := map[string]int{}
	var rows []RegionHeld
	for i, r := range s.allRegions {
		at[r] = i
		rows = append(rows, RegionHeld{
			RegionRow{Region: Link{s.regionName(r), b.to(regionPath(r))}, Code: r, Depth: len(above(r)) - 1},
			make([]int, len(s.allYears)),
		})
	}
	loose := RegionHeld{RegionRow{Region: Link{Text: Text{"地区未填", "No region given"}}}, make([]int, len(s.allYears))}
	add := func(row *RegionHeld, a *archive.Agency) {
		row.Agencies++
		for _, e := range a.Reports {
			row.Held[column[e.Year]]++
			row.Reports++
		}
	}
	for _, a := range s.Archive.Agencies {
		for _, r := range above(a.Region) {
			add(&rows[at[r]], a)
		}
		if a.Region == "" {
			add(&loose, a)
		}
	}
	if loose.Agencies > 0 {
		rows = append(rows, loose)
	}
	return rows
}
