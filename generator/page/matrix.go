package page

import (
	"slices"
	"strconv"

	"ogi/generator/archive"
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
func (s *site) matrix(b *Base, as []*archive.Agency) Matrix {
	var m Matrix
	first, last := 0, 0
	for _, a := range as {
		for _, e := range a.Reports {
			if first == 0 || e.Year < first {
				first = e.Year
			}
			last = max(last, e.Year)
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
	for _, a := range as {
		row := MatrixRow{Agency: Link{tongue.ZH(a.Name), b.to(agencyPath(a))}}
		for y := first; y <= last; y++ {
			e := a.Report(y)
			c := MatrixCell{State: s.held(e)}
			if e != nil {
				c.Href = b.to(reportPath(e))
			}
			row.Cells = append(row.Cells, c)
		}
		slices.Reverse(row.Cells)
		m.Rows = append(m.Rows, row)
	}
	return m
}
