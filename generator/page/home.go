package page

import (
	"cmp"
	"slices"
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/tongue"
)

// A Home is the first page: what this is, how much it holds, what is new.
type Home struct {
	Base
	Description string
	Reports     int
	Agencies    int
	First, Last int // report years held
	Newest      []Entry
	Matrix      Matrix
	Cut         int // agencies the matrix leaves out
	Key         []State
}

// An Entry is one report in a list.
type Entry struct {
	Agency    Link
	Report    Link
	Region    Link
	Year      int
	Published string
	State     State
}

// homeRows is how many agencies the first page shows year by year.
const homeRows = 40

func (s *site) home(b Base) *Home {
	p := &Home{Description: s.Archive.Site.Description, Reports: len(s.entries), Agencies: len(s.Archive.Agencies)}
	b.rests(s.entries...)
	b.Title, b.Abstract = tongue.ZH(s.Archive.Site.Title), p.Description
	if n := len(s.allYears); n > 0 {
		p.First, p.Last = s.allYears[n-1], s.allYears[0]
	}
	newest := slices.Clone(s.entries)
	slices.SortStableFunc(newest, func(x, y *archive.Entry) int {
		return cmp.Or(cmp.Compare(released(y), released(x)), cmp.Compare(y.Year, x.Year))
	})
	for _, e := range newest[:min(8, len(newest))] {
		p.Newest = append(p.Newest, s.listed(&b, e))
	}
	as := s.Archive.Agencies
	if len(as) > homeRows {
		as = nil
		seen := map[*archive.Agency]bool{}
		for _, e := range newest {
			if !seen[e.Agency] && len(as) < homeRows {
				seen[e.Agency], as = true, append(as, e.Agency)
			}
		}
		p.Cut = len(s.Archive.Agencies) - len(as)
	}
	p.Matrix, p.Key = s.matrix(&b, as), s.key()
	p.Base = b
	return p
}

// released is the day a report came out where the content says it, else the
// year after its report year, which sorts before every day in it.
func released(e *archive.Entry) string {
	d := e.Meta.Published
	if d == "" && e.Report != nil {
		d = max(day(e.Report.Published), day(e.Report.Signed))
	}
	if d == "" {
		d = strconv.Itoa(e.Year + 1)
	}
	return d
}

func (s *site) listed(b *Base, e *archive.Entry) Entry {
	year := strconv.Itoa(e.Year)
	l := Entry{
		Agency: Link{tongue.ZH(e.Agency.Name), b.to(agencyPath(e.Agency))},
		Report: Link{tongue.Of(year+"年", year), b.to(reportPath(e))},
		Year:   e.Year, Published: released(e), State: s.held(e),
	}
	if len(l.Published) == 4 {
		l.Published = ""
	}
	if r := e.Agency.Region; r != "" {
		l.Region = Link{s.regionName(r), b.to(regionPath(r))}
	}
	return l
}

// key are the states in the order of the key to the signs.
func (s *site) key() []State {
	var ks []State
	for _, k := range stateOrder {
		ks = append(ks, s.state(k))
	}
	return ks
}
