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
	p := &Home{Description: s.Archive.Site.Description, Reports: len(s.briefs), Agencies: len(s.bodies)}
	b.rests(s.briefs...)
	b.Title, b.Abstract = tongue.ZH(s.Archive.Site.Title), p.Description
	if n := len(s.allYears); n > 0 {
		p.First, p.Last = s.allYears[n-1], s.allYears[0]
	}
	newest := slices.Clone(s.briefs)
	slices.SortStableFunc(newest, func(x, y *Brief) int {
		return cmp.Or(cmp.Compare(y.Released, x.Released), cmp.Compare(y.Year, x.Year))
	})
	for _, r := range newest[:min(8, len(newest))] {
		p.Newest = append(p.Newest, s.listed(&b, r))
	}
	gs := s.bodies
	if len(gs) > homeRows {
		gs = nil
		seen := map[*BodyBrief]bool{}
		for _, r := range newest {
			if !seen[r.Of] && len(gs) < homeRows {
				seen[r.Of], gs = true, append(gs, r.Of)
			}
		}
		p.Cut = len(s.bodies) - len(gs)
	}
	p.Matrix, p.Key = s.matrix(&b, gs), s.key()
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

func (s *site) listed(b *Base, r *Brief) Entry {
	year, a := strconv.Itoa(r.Year), r.Of.Agency
	l := Entry{
		Agency: Link{tongue.ZH(a.Name), b.to(agencyPath(a))},
		Report: Link{tongue.Of(year+"年", year), b.to(r.path())},
		Year:   r.Year, Published: r.Released, State: s.held(r),
	}
	if len(l.Published) == 4 {
		l.Published = ""
	}
	if code := a.Region; code != "" {
		l.Region = Link{s.regionName(code), b.to(regionPath(code))}
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
