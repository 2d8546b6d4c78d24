package rule

import (
	"slices"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// copiesAnotherAgency: see copies-another-agency.md for the text readers get.
var copiesAnotherAgency = &check.Rule{
	ID: "copies-another-agency", Title: tongue.Of("与他机关正文是否雷同", "prose of other bodies"),
	Found:  tongue.Of("与他机关正文雷同", "copies another body"),
	Family: check.Duplication, Severity: check.S2, Grade: check.Assessed,
	Basis:   tongue.Of("考核通报列举的情形：照搬他机关年报", "named by assessors: passages copied from other bodies"),
	Formula: "正文每8字一段，见于同年或更早的他机关年报的最高比例 < 0.50（≥ 0.80 为一般，≥ 0.50 为提示）",
	MayBeWrong: tongue.Of("同一机关改名，或主管部门下发了范本。谁照搬谁，不作判断。",
		"the same office renamed, or a model text handed down; who copied is not judged"),
	Prepare: func(a *archive.Archive) any { return newIndex(a) },
	Check: func(p *check.Run) {
		ix, _ := p.Shared.(*index)
		mine, l := ownProse(p), limits(p)
		switch {
		case ix == nil || len(ix.entries) == 0:
			p.NA()
			return
		case len(mine.runes) < l.ProseTooShortToMatch:
			tooShort(p, slices.ContainsFunc(ix.entries, func(e *archive.Entry) bool { return e.Agency != p.Agency }), "正文", "他机关", l.ProseTooShortToMatch)
			return
		}
		best, found := (*archive.Entry)(nil), 0.0
		var theirs *passage
		for _, e := range ix.candidates(p.Entry, mine.sample()) {
			g := proseOf(e.Report, 0)
			if s := shareOf(mine, g, share(l.CopiesAnotherHint)); s > found {
				best, found, theirs = e, s, g
			}
		}
		if best == nil {
			p.Pass()
			return
		}
		overlap(p, best, mine, theirs, found, share(l.CopiesAnother), share(l.CopiesAnotherHint))
	},
}

// An index finds reports that share prose with one, in time that grows with
// the length of that one: it holds every sixteenth shingle by value, and of a
// set phrase that many reports share only the first few.
type index struct {
	entries  []*archive.Entry
	postings map[uint64][]int32
}

const (
	sampleOf    = 16 // of so many shingles one is held
	sharedBy    = 48 // of a shingle in more reports than this, the first are held
	exactlyFor  = 3  // so many candidates are compared in full
	worthALook  = 0.3
	minEvidence = 4
)

func sampled(h uint64) bool { return h%sampleOf == 0 }

func newIndex(a *archive.Archive) *index {
	if a == nil {
		return nil
	}
	ix := &index{postings: map[uint64][]int32{}}
	es := slices.Clone(a.Entries())
	slices.SortStableFunc(es, func(x, y *archive.Entry) int { return x.Year - y.Year })
	for _, e := range es {
		if e.Report == nil || e.Abridged() {
			continue
		}
		g := proseOf(e.Report, 0)
		if len(g.runes) < shingleLen {
			continue
		}
		id := int32(len(ix.entries))
		ix.entries = append(ix.entries, e)
		for _, h := range g.sample() {
			if len(ix.postings[h]) < sharedBy {
				ix.postings[h] = append(ix.postings[h], id)
			}
		}
	}
	return ix
}

// candidates are the reports of other bodies, of the same year or earlier,
// that share most of the sampled shingles.
func (ix *index) candidates(e *archive.Entry, sample []uint64) []*archive.Entry {
	counts, n := map[int32]int{}, len(sample)
	for _, h := range sample {
		for _, id := range ix.postings[h] {
			counts[id]++
		}
	}
	var ids []int32
	for id, c := range counts {
		o := ix.entries[id]
		if o.Agency == e.Agency || o.Year > e.Year || c < minEvidence || float64(c) < worthALook*float64(n) || related(e.Agency, o.Agency) {
			continue
		}
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int32) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return int(a - b)
	})
	var out []*archive.Entry
	for _, id := range ids[:min(len(ids), exactlyFor)] {
		out = append(out, ix.entries[id])
	}
	return out
}

// related reports whether one body went on from the other.
func related(a, b *archive.Agency) bool {
	for _, p := range a.Predecessors {
		if p.Agency == b.Slug {
			return true
		}
	}
	for _, p := range b.Predecessors {
		if p.Agency == a.Slug {
			return true
		}
	}
	return a.Name == b.Name && a.Region == b.Region
}
