package stage

import (
	"context"

	"ogi/generator/archive"
	"ogi/generator/near"
)

// An Around names what lies around a report, as near.Around has it by places.
type Around struct {
	Same, Alike, Parts []near.Report
	Prose, Others      bool
}

// Among is Agency for one of which all that lies around is at hand: around is of its
// reports, one each, and beside are the agencies of the reports that it names and the
// predecessors, with these reports at least.
func (s *Frame) Among(ctx context.Context, a *archive.Agency, around []Around, beside []*archive.Agency) (*Agency, error) {
	at := &table{bySlug: map[string]*archive.Agency{}, byDir: map[string]*archive.Agency{}, place: map[near.Report]int{}}
	at.put(a)
	for _, b := range beside {
		if b.Slug != a.Slug {
			at.put(b)
		}
	}
	placed := make([]near.Around, len(around))
	for i, of := range around {
		placed[i] = near.Around{Same: at.places(of.Same), Alike: at.places(of.Alike), Parts: at.places(of.Parts), Prose: of.Prose, Others: of.Others}
	}
	set := s.Neighbours(func(i int) near.Around { return placed[i] }, at)
	return s.Agency(ctx, a, 0, set, at)
}

// A table has the reports that lie around those of one agency, and these themselves,
// which are the first.
type table struct {
	entries       []*archive.Entry
	place         map[near.Report]int
	bySlug, byDir map[string]*archive.Agency
}

func (t *table) put(a *archive.Agency) {
	t.bySlug[a.Slug], t.byDir[a.Dir] = a, a
	for _, e := range a.Reports {
		t.place[near.Report{Agency: a.Slug, Year: e.Year}] = len(t.entries)
		t.entries = append(t.entries, e)
	}
}

func (t *table) places(of []near.Report) []int {
	var at []int
	for _, r := range of {
		if i, held := t.place[r]; held {
			at = append(at, i)
		}
	}
	return at
}

// Entry is the i-th report of the table.
func (t *table) Entry(i int) *archive.Entry { return t.entries[i] }

// Agency is the one with that slug, nil if it is not on the table.
func (t *table) Agency(slug string) *archive.Agency { return t.bySlug[slug] }

// Owner is the one whose folder it is, nil for none on the table.
func (t *table) Owner(dir string) *archive.Agency { return t.byDir[dir] }

// Lent is an agency with those of its reports alone that another wants to look at, by
// year.
func Lent(a *archive.Agency, years map[int]bool) *archive.Agency {
	out := *a
	out.Reports = nil
	for _, e := range a.Reports {
		if years[e.Year] {
			out.Reports = append(out.Reports, e)
		}
	}
	return &out
}
