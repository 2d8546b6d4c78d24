package page

import "slices"

// A RegionHeld is how many reports of a region, with all within it, are held
// by year.
type RegionHeld struct {
	RegionRow
	Held []int
}

// heldByRegion counts the reports held by region and year, the years as in
// allYears.
func (s *site) heldByRegion(b *Base, n int) []RegionHeld {
	var rows []RegionHeld
	add := func(code string, depth int) {
		row := RegionHeld{s.regionRow(b, code, depth), make([]int, len(s.allYears))}
		for _, g := range s.inside[code] {
			for _, r := range g.Reports {
				row.Held[slices.Index(s.allYears, r.Year)]++
			}
		}
		rows = append(rows, row)
	}
	regions := s.allRegions
	if s.inside[""] != nil {
		regions = append(slices.Clone(regions), "")
	}
	for _, r := range part(regions, n) {
		add(r, max(0, len(above(r))-1))
	}
	return rows
}
