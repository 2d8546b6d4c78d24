package page

import (
	"slices"
	"strconv"

	"ogi/generator/tongue"
)

// A Matrix is agency × year, the newest year first: what is held and what was
// found.
type Matrix struct {
	Years []Link
	Rows  []MatrixRow
	Wide  bool // too many years to fit beside the names on every screen
}

// A MatrixRow is one agency.
type MatrixRow struct {
	Agency Link
	Cells  []MatrixCell
}

// A MatrixCell is one year of one agency; Href is empty where it is not held.
type MatrixCell struct {
	State State
	Href  string
}

// matrix lays out agencies by year, every year between the first and the last
// held so that gaps show.
func (s *site) matrix(b *Base, gs []*BodyBrief) Matrix {
	var m Matrix
	first, last := 0, 0
	for _, g := range gs {
		for _, r := range g.Reports {
			if first == 0 || r.Year < first {
				first = r.Year
			}
			last = max(last, r.Year)
		}
	}
	if first == 0 {
		return m
	}
	for y := first; y <= last; y++ {
		l := Link{Text: tongue.ZH(strconv.Itoa(y))}
		if len(s.byYear[y]) > 0 {
			l.Href = b.to(yearPath(y))
		}
		m.Years = append(m.Years, l)
	}
	slices.Reverse(m.Years)
	m.Wide = len(m.Years) > 12
	for _, g := range gs {
		row := MatrixRow{Agency: Link{tongue.ZH(g.Agency.Name), b.to(agencyPath(g.Agency))}}
		for y := first; y <= last; y++ {
			r := g.report(y)
			c := MatrixCell{State: s.held(r)}
			if r != nil {
				c.Href = b.to(r.path())
			}
			row.Cells = append(row.Cells, c)
		}
		slices.Reverse(row.Cells)
		m.Rows = append(m.Rows, row)
	}
	return m
}
