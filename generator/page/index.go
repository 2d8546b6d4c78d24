package page

import (
	"cmp"
	"fmt"
	"slices"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/region"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A site is the input with what all pages share worked out once. It is not
// changed once it is made.
type site struct {
	Input
	ruleAt     map[*check.Rule]int // their places in Rules
	bodies     []*BodyBrief        // by slug
	briefs     []*Brief            // all reports held, by agency and year
	byYear     map[int][]*Brief
	byRegion   map[string][]*BodyBrief // of exactly that region
	inside     map[string][]*BodyBrief // of that region and all within it; "" has those without one
	allYears   []int                   // descending
	allRegions []string                // with every region above, ascending
	smallN     int
	peers      peers
	byPath     map[string]filed
	bySlug     map[string]*BodyBrief
	heirs      map[string][]*BodyBrief // bodies that took over duties, by the slug of the one that had them
}

func newSite(in Input) *site {
	s := begin(in)
	for _, a := range s.Archive.Agencies {
		s.file(a.Reports)
		s.bodies = append(s.bodies, s.briefOf(a))
	}
	s.index()
	return s
}

// known is a site of which there are briefs alone.
func known(in Input, of []*BodyBrief) *site {
	s := begin(in)
	s.bodies = of
	s.index()
	return s
}

func begin(in Input) *site {
	s := &site{
		Input: in, ruleAt: map[*check.Rule]int{}, byYear: map[int][]*Brief{}, byPath: map[string]filed{}, peers: peers{},
		byRegion: map[string][]*BodyBrief{}, inside: map[string][]*BodyBrief{}, smallN: in.Archive.Site.SmallN,
	}
	if s.smallN == 0 {
		s.smallN = 5
	}
	for i, r := range s.Rules {
		s.ruleAt[r] = i
	}
	return s
}

// file puts down where the files of reports are shown.
func (s *site) file(es []*archive.Entry) {
	for _, e := range es {
		for i, f := range e.Files {
			s.byPath[f.Path] = filed{e, i}
		}
	}
}

// index orders the bodies and their reports by year and region.
func (s *site) index() {
	s.bySlug, s.heirs = map[string]*BodyBrief{}, map[string][]*BodyBrief{}
	for _, g := range s.bodies {
		s.bySlug[g.Agency.Slug] = g
		for _, p := range g.Agency.Predecessors {
			if hs := s.heirs[p.Agency]; len(hs) == 0 || hs[len(hs)-1] != g {
				s.heirs[p.Agency] = append(hs, g)
			}
		}
		s.briefs = append(s.briefs, g.Reports...)
		for _, r := range g.Reports {
			s.byYear[r.Year] = append(s.byYear[r.Year], r)
			s.peers.join(r)
		}
	}
	for y := range s.byYear {
		s.allYears = append(s.allYears, y)
	}
	slices.SortFunc(s.allYears, func(a, b int) int { return cmp.Compare(b, a) })
	for _, g := range s.bodies {
		code := g.Agency.Region
		if code == "" {
			s.inside[""] = append(s.inside[""], g)
			continue
		}
		s.byRegion[code] = append(s.byRegion[code], g)
		for _, r := range above(code) {
			if s.inside[r] == nil {
				s.allRegions = append(s.allRegions, r)
			}
			s.inside[r] = append(s.inside[r], g)
		}
	}
	slices.Sort(s.allRegions)
}

// dates are the days that the content itself names for a report.
func dates(e *archive.Entry) []string {
	ds := []string{e.Meta.Captured, e.Meta.Published}
	if e.Report != nil {
		ds = append(ds, day(e.Report.Published), day(e.Report.Signed))
	}
	return ds
}

func day(d report.Date) string {
	if d.IsZero() || d.Month == 0 || d.Day == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// above are a region and the regions it lies in, the widest first: 320813 →
// 320000 320800 320813.
func above(code string) []string {
	if len(code) != 6 {
		return nil
	}
	var cs []string
	for _, c := range []string{code[:2] + "0000", code[:4] + "00", code} {
		if _, ok := region.Lookup(c); !ok && c == code[:4]+"00" && c != code {
			continue // 市辖区 of a municipality and the like: a code that names no place
		}
		if len(cs) == 0 || cs[len(cs)-1] != c {
			cs = append(cs, c)
		}
	}
	return cs
}

// within reports whether region lies in code or is it.
func within(region, code string) bool { return slices.Contains(above(region), code) }

// regionName is a region's name, or its code where the name is not known.
func (s *site) regionName(code string) tongue.Text {
	if r, ok := region.Lookup(code); ok {
		return tongue.ZH(r.Name)
	}
	return tongue.Of("地区 "+code, "region "+code)
}

// judgement is never nil.
func (s *site) judgement(e *archive.Entry) *check.Judgement {
	if j := s.Results[e]; j != nil {
		return j
	}
	return &check.Judgement{}
}
