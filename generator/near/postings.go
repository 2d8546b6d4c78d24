package near

import (
	"cmp"
	"math/bits"
	"slices"
)

// Postings are the reports that hold each piece of prose, of each the first few:
// flat lists, since an archive has a hundred pieces a report and a map of them was
// most of what an index took. The pieces, which are hashes, lie in buckets by their
// upper bits, a few to each.
type postings struct {
	shift  uint
	bucket []uint32 // where it begins in pieces; one more at the end
	pieces []posting
}

type posting struct {
	piece  uint64
	report int32
}

// post lists the pieces of reports that may be asked for; the reports come in the
// order in which they count.
func post(sketches []Sketch, order []int, asked func(piece uint64) bool) postings {
	each := func(do func(posting)) {
		for _, i := range order {
			for _, h := range sketches[i].Sample {
				if asked(h) {
					do(posting{h, int32(i)})
				}
			}
		}
	}
	n := 0
	each(func(posting) { n++ })
	p := postings{shift: uint(64 - bits.Len(uint(n/8)))}
	counts := make([]uint32, 1<<(64-p.shift)+1)
	each(func(one posting) { counts[p.at(one.piece)+1]++ })
	for b := 1; b < len(counts); b++ {
		counts[b] += counts[b-1]
	}
	next := slices.Clone(counts)
	all := make([]posting, n)
	each(func(one posting) {
		at := &next[p.at(one.piece)]
		all[*at] = one
		*at++
	})
	// Of each piece the first few stay, in the order in which they came.
	p.bucket = counts
	kept := uint32(0)
	for b := range counts[:len(counts)-1] {
		in := all[counts[b]:counts[b+1]]
		slices.SortStableFunc(in, func(a, b posting) int { return cmp.Compare(a.piece, b.piece) })
		p.bucket[b] = kept
		run := 0
		for i, one := range in {
			if i == 0 || in[i-1].piece != one.piece {
				run = 0
			}
			if run++; run <= sharedBy {
				all[kept] = one
				kept++
			}
		}
	}
	p.bucket[len(counts)-1] = kept
	p.pieces = all[:kept]
	return p
}

func (p *postings) at(piece uint64) int { return int(piece >> p.shift) }

// of are the first reports that hold a piece.
func (p *postings) of(piece uint64) []posting {
	if len(p.pieces) == 0 {
		return nil
	}
	b := p.at(piece)
	in := p.pieces[p.bucket[b]:p.bucket[b+1]]
	from, _ := slices.BinarySearchFunc(in, piece, func(p posting, piece uint64) int { return cmp.Compare(p.piece, piece) })
	to := from
	for to < len(in) && in[to].piece == piece {
		to++
	}
	return in[from:to]
}
