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

// A Shelf has the reports of an archive, of which rules look at a few beside each.
// It is asked by many goroutines at once.
type Shelf interface {
	Entry(i int) *archive.Entry         // the i-th report; nil if it is not to be had
	Agency(slug string) *archive.Agency // nil if there is none
}

// neighbours are the reports of an archive as others meet them.
type neighbours struct {
	shelf  Shelf
	around func(e *archive.Entry, self int) near.Around // nil where no rule asks
	at     map[*archive.Entry]int                       // where all are at hand
}

// whole is the shelf of an archive that is at hand.
type whole struct {
	*archive.Archive
	entries []*archive.Entry
}

func (w *whole) Entry(i int) *archive.Entry { return w.entries[i] }

func meet(a *archive.Archive, needs Needs) *neighbours {
	w := &whole{Archive: a}
	n := &neighbours{shelf: w}
	if needs&(SameText|Overlap|Parts) == 0 {
		return n
	}
	w.entries, n.at = a.Entries(), map[*archive.Entry]int{}
	sketches := make([]near.Sketch, len(w.entries))
	for i, e := range w.entries {
		n.at[e], sketches[i] = i, near.SketchOf(e)
	}
	index := near.New(sketches)
	n.around = func(e *archive.Entry, self int) near.Around {
		if self >= 0 {
			return index.Around(&sketches[self], self)
		}
		s := near.SketchOf(e)
		return index.Around(&s, self)
	}
	return n
}

// near gathers what rules may look at beside a report, which is the self-th of the
// archive, or none of it, -1. Without an archive it is what its agency has.
func (n *neighbours) near(g *archive.Agency, e *archive.Entry, self int) *Near {
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
			if of := n.shelf.Agency(pre.Agency); of != nil {
				f.Last = of.Report(e.Year - 1)
			}
		}
		out.Forebears = append(out.Forebears, f)
	}
	if n == nil || n.around == nil {
		return out
	}
	around := n.around(e, self)
	out.Same, out.Alike, out.Parts = n.of(around.Same), n.of(around.Alike), n.of(around.Parts)
	out.Prose, out.Others = around.Prose, around.Others
	return out
}

func (n *neighbours) of(ids []int) []*archive.Entry {
	es := make([]*archive.Entry, 0, len(ids))
	for _, id := range ids {
		if e := n.shelf.Entry(id); e != nil {
			es = append(es, e)
		}
	}
	return es
}

// place is where a report stands in an archive that is at hand, -1 if it is none
// of it.
func (n *neighbours) place(e *archive.Entry) int {
	if n != nil {
		if at, held := n.at[e]; held {
			return at
		}
	}
	return -1
}
