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
	byPiece  map[uint64][]int32 // by year and agency
	parts    map[part][]int
	prose    int            // reports with prose to be compared with
	proseOf  map[string]int // of an agency
}

type part struct {
	region string
	year   int
}

// New is the index of reports, each known by its place in the list.
func New(sketches []Sketch) *Index {
	x := &Index{sketches: sketches, byText: map[uint64][]int{}, byPiece: map[uint64][]int32{}, parts: map[part][]int{}, proseOf: map[string]int{}}
	order := make([]int, len(sketches))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(sketches[a].Year-sketches[b].Year, cmp.Compare(sketches[a].Agency, sketches[b].Agency))
	})
	for _, i := range order {
		s := &sketches[i]
		if s.Text != 0 {
			x.byText[s.Text] = append(x.byText[s.Text], i)
		}
		if s.Within != "" {
			k := part{s.Within, s.Year}
			x.parts[k] = append(x.parts[k], i)
		}
		if !s.Prose {
			continue
		}
		x.prose++
		x.proseOf[s.Agency]++
		for _, h := range s.Sample {
			if held := x.byPiece[h]; len(held) < sharedBy {
				x.byPiece[h] = append(held, int32(i))
			}
		}
	}
	return x
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
		for _, i := range x.byPiece[h] {
			counts[i]++
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
