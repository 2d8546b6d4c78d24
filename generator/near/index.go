package near

import (
	"cmp"
	"slices"
)

const (
	sharedBy    = 48 // of a piece in more reports than this, the first by year and agency are held
	exactlyFor  = 3  // so many candidates are compared in full
	worthALook  = 0.3
	minEvidence = 4 // pieces in common
)

// An Index finds reports by what they have in common, in time that grows with the
// length of the one that is asked for: it holds every sixteenth piece of prose, and
// of a set phrase that many reports share only the first few.
type Index struct {
	sketches []Sketch
	byText   map[uint64][]int
	pieces   postings
	parts    map[part][]int
	prose    int            // reports with prose to be compared with
	proseOf  map[string]int // of an agency
}

type part struct {
	region string
	year   int
}

// New is the index of reports, each known by its place in the list.
func New(sketches []Sketch) *Index { return build(sketches, func(uint64) bool { return true }) }

// NewFor is the index of reports for questions about some of them alone, the i-th
// of the list for each i: those of others it does not answer.
func NewFor(sketches []Sketch, of []int) *Index {
	asked := map[uint64]bool{}
	for _, i := range of {
		for _, h := range sketches[i].Sample {
			asked[h] = true
		}
	}
	return build(sketches, func(piece uint64) bool { return asked[piece] })
}

func build(sketches []Sketch, asked func(piece uint64) bool) *Index {
	x := &Index{sketches: sketches, byText: map[uint64][]int{}, parts: map[part][]int{}, proseOf: map[string]int{}}
	order := make([]int, len(sketches))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(sketches[a].Year-sketches[b].Year, cmp.Compare(sketches[a].Agency, sketches[b].Agency))
	})
	var held []int
	for _, i := range order {
		s := &sketches[i]
		if s.Text != 0 {
			x.byText[s.Text] = append(x.byText[s.Text], i)
		}
		if s.Within != "" {
			k := part{s.Within, s.Year}
			x.parts[k] = append(x.parts[k], i)
		}
		if s.Prose {
			x.prose++
			x.proseOf[s.Agency]++
			held = append(held, i)
		}
	}
	x.pieces = post(sketches, held, asked)
	return x
}

// Around is what is beside a report, each by its place in the list.
type Around struct {
	Same          []int
	Alike         []int // the closest first, three at most
	Parts         []int
	Prose, Others bool // as Index.Prose
}

// Around is all that is beside a report, which is the self-th of the list, or none
// of it, -1.
func (x *Index) Around(s *Sketch, self int) Around {
	a := Around{Same: x.Same(s, self), Alike: x.Alike(s)}
	if s.Above {
		a.Parts = x.Parts(s.Region, s.Year)
	}
	a.Prose, a.Others = x.Prose(s)
	return a
}

// Same are the other reports with the same text.
func (x *Index) Same(s *Sketch, self int) []int {
	if s.Text == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(x.byText[s.Text]), func(i int) bool { return i == self })
}

// Parts are the reports of a year whose requests are a part of a region's.
func (x *Index) Parts(region string, year int) []int { return x.parts[part{region, year}] }

// Prose reports whether any report has prose to be compared with, and whether one
// of another body has.
func (x *Index) Prose(s *Sketch) (anyone, others bool) {
	return x.prose > 0, x.prose > x.proseOf[s.Agency]
}

// Alike are the reports of other bodies, of the same year or earlier, that share
// most of the sampled pieces of prose.
func (x *Index) Alike(s *Sketch) []int {
	counts, n := map[int32]int{}, len(s.Sample)
	for _, h := range s.Sample {
		for _, p := range x.pieces.of(h) {
			counts[p.report]++
		}
	}
	var found []int
	for i, c := range counts {
		o := &x.sketches[i]
		if o.Agency == s.Agency || o.Year > s.Year || c < minEvidence || float64(c) < worthALook*float64(n) || related(s, o) {
			continue
		}
		found = append(found, int(i))
	}
	slices.SortFunc(found, func(a, b int) int {
		p, q := &x.sketches[a], &x.sketches[b]
		return cmp.Or(counts[int32(b)]-counts[int32(a)], p.Year-q.Year, cmp.Compare(p.Agency, q.Agency), a-b)
	})
	return found[:min(len(found), exactlyFor)]
}

// related reports whether one body went on from the other.
func related(a, b *Sketch) bool {
	return slices.Contains(a.Before, b.Agency) || slices.Contains(b.Before, a.Agency) ||
		a.Name == b.Name && a.Region == b.Region
}
