package check

import (
	"ogi/generator/archive"
	"ogi/generator/near"
)

// Needs are what a rule looks at beside the report itself and its agency. What a
// verdict rests on is the report and these.
type Needs uint8

const (
	LastYear     Needs = 1 << iota // the agency's report of the year before
	YearsHeld                      // of which years a report is held
	Predecessors                   // last year's reports of the bodies that became the agency
	SameText                       // reports with the same text
	Overlap                        // reports of other bodies with the same passages
	Parts                          // reports of the year whose requests are a part of the agency's area
)

// Near is what a rule may look at beside the report, as far as it Needs it.
type Near struct {
	Alone     bool           // a single file outside any archive
	Last      *archive.Entry // nil if not held
	Before    int            // the last year before this one of which a report is held, 0 if none
	Forebears []Forebear     // of this year
	Same      []*archive.Entry
	Alike     []*archive.Entry // the closest first, three at most
	Prose     bool             // there is prose in the archive to compare with
	Others    bool             // and some of another body
	Parts     []*archive.Entry
}

// A Forebear is a body that became the agency this year.
type Forebear struct {
	Part bool           // it went on, and only some of its duties came
	Last *archive.Entry // its report of the year before, nil if not held
}

// only is what a rule may see of it.
func (n *Near) only(needs Needs) Near {
	m := Near{Alone: n.Alone}
	if needs&LastYear != 0 {
		m.Last = n.Last
	}
	if needs&YearsHeld != 0 {
		m.Before = n.Before
	}
	if needs&Predecessors != 0 {
		m.Forebears = n.Forebears
	}
	if needs&SameText != 0 {
		m.Same = n.Same
	}
	if needs&Overlap != 0 {
		m.Alike, m.Prose, m.Others = n.Alike, n.Prose, n.Others
	}
	if needs&Parts != 0 {
		m.Parts = n.Parts
	}
	return m
}

// neighbours are the reports of an archive as others meet them.
type neighbours struct {
	archive  *archive.Archive
	needs    Needs
	entries  []*archive.Entry
	at       map[*archive.Entry]int
	sketches []near.Sketch
	index    *near.Index
}

func meet(a *archive.Archive, needs Needs) *neighbours {
	n := &neighbours{archive: a, needs: needs}
	if needs&(SameText|Overlap|Parts) == 0 {
		return n
	}
	n.entries, n.at = a.Entries(), map[*archive.Entry]int{}
	n.sketches = make([]near.Sketch, len(n.entries))
	for i, e := range n.entries {
		n.at[e], n.sketches[i] = i, near.SketchOf(e)
	}
	n.index = near.New(n.sketches)
	return n
}

// near gathers what rules may look at beside a report. Without an archive it is
// what its agency has.
func (n *neighbours) near(g *archive.Agency, e *archive.Entry) *Near {
	out := &Near{Alone: n == nil, Last: g.Report(e.Year - 1)}
	for _, o := range g.Reports {
		if o.Year < e.Year {
			out.Before = max(out.Before, o.Year)
		}
	}
	for _, pre := range g.Predecessors {
		if pre.Year != e.Year {
			continue
		}
		f := Forebear{Part: pre.Part == "part"}
		if n != nil {
			if of := n.archive.Agency(pre.Agency); of != nil {
				f.Last = of.Report(e.Year - 1)
			}
		}
		out.Forebears = append(out.Forebears, f)
	}
	if n == nil || n.index == nil {
		return out
	}
	self, held := n.at[e]
	if !held {
		self = -1
	}
	s := near.Sketch{}
	if held {
		s = n.sketches[self]
	} else {
		s = near.SketchOf(e)
	}
	out.Same = n.of(n.index.Same(&s, self))
	out.Alike = n.of(n.index.Alike(&s))
	out.Prose, out.Others = n.index.Prose(&s)
	out.Parts = n.of(n.index.Parts(g.Region, e.Year))
	return out
}

func (n *neighbours) of(ids []int) []*archive.Entry {
	es := make([]*archive.Entry, len(ids))
	for i, id := range ids {
		es[i] = n.entries[id]
	}
	return es
}
