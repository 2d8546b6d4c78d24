package page

import (
	"fmt"

	"ogi/generator/tongue"
)

// fullRows is how many rows a page of a list has. Lists go on in pages of their
// own: one of thousands of rows would take seconds to open, and at 550 bytes
// a row this is some 80 KB.
const fullRows = 150

// fullCells is how many years of agencies one table shows: beside a list of the same
// agencies, as on a region's page, it is half of what may be there.
const fullCells = 200

// fits reports whether a table can show every year of some agencies.
func fits(gs []*BodyBrief) bool {
	first, last := 0, 0
	for _, g := range gs {
		for _, r := range g.Reports {
			if first == 0 || r.Year < first {
				first = r.Year
			}
			last = max(last, r.Year)
		}
	}
	return len(gs) <= fullRows && len(gs)*(last-first+1) <= fullCells
}

// A Pager says which part of a list a page has, and leads to the others.
type Pager struct {
	N, Of       int
	First, Last string // addresses, "" on the page itself
	Earlier     string
	Later       string
	list        string // path of the list
}

// list are the pages of a list of so many rows.
func (s *site) list(path, kind string, rows int, value func(b Base, n int) any) []Page {
	of := max(1, (rows+fullRows-1)/fullRows)
	var ps []Page
	for n := 1; n <= of; n++ {
		ps = append(ps, s.page(listPath(path, n), kind, func(b Base) any {
			if of > 1 {
				b.Pages = pager(&b, path, n, of)
			}
			return value(b, n)
		}))
	}
	return ps
}

// listPath is the path of the n-th page of a list.
func listPath(path string, n int) string {
	if n == 1 {
		return path
	}
	return fmt.Sprintf("%spage/%d/", path, n)
}

func pager(b *Base, path string, n, of int) *Pager {
	p := &Pager{N: n, Of: of, list: path}
	if n > 1 {
		p.First, p.Earlier = b.to(path), b.to(listPath(path, n-1))
	}
	if n < of {
		p.Later, p.Last = b.to(listPath(path, n+1)), b.to(listPath(path, of))
	}
	return p
}

// turned ends the crumbs of a further page of a list at its number.
func (b *Base) turned() {
	if b.Pages == nil || b.Pages.N == 1 {
		return
	}
	n := tongue.Sprintf("第%d页", "page %d", b.Pages.N)
	b.Title = b.Title.Plus(" "+n.ZH, ", "+n.EN)
	b.Crumbs[len(b.Crumbs)-1].Href = b.to(b.Pages.list)
	b.Crumbs = append(b.Crumbs, Crumb{Text: n})
}

// part are the rows of the n-th page of a list.
func part[T any](rows []T, n int) []T {
	from := min((n-1)*fullRows, len(rows))
	return rows[from:min(from+fullRows, len(rows))]
}
