package page

import (
	"crypto/sha256"
	"slices"

	"ogi/generator/codec"
)

// summed works out the sums of a body and its reports.
func (b *BodyBrief) summed() {
	named := *b
	named.Reports, named.sum = nil, [32]byte{}
	w := codec.Writer(nil)
	Packed(&w, &named)
	own := sha256.Sum256(w.Bytes())
	of := codec.Hash{}
	of.Add(own[:])
	for _, r := range b.Reports {
		w := codec.Writer(nil)
		packedFigures(&w, &r.Figures)
		r.figuresSum = sha256.Sum256(w.Bytes())
		w = codec.Writer(nil)
		packedBrief(&w, r)
		f := codec.Hash{}
		f.Text(b.Agency.Slug)
		f.Text(b.Agency.Name)
		f.Text(b.Agency.Region)
		f.Text(string(b.Agency.Kind))
		f.Add(w.Bytes())
		r.sum = f.Sum()
		of.Add(r.sum[:])
	}
	b.sum = of.Sum()
}

// within adds the years of which a report is held between the first and the last of
// some: lists link to them.
func (s *site) within(f *codec.Hash, rs ...*Brief) {
	if len(rs) == 0 {
		return
	}
	first, last := rs[0].Year, rs[0].Year
	for _, r := range rs {
		first, last = min(first, r.Year), max(last, r.Year)
	}
	for _, y := range s.allYears {
		if y >= first && y <= last {
			f.Number(y)
		}
	}
}

func (s *site) ofBodies(gs []*BodyBrief) [32]byte {
	f := codec.Hash{}
	var rs []*Brief
	for _, g := range gs {
		f.Add(g.sum[:])
		rs = append(rs, g.Reports...)
	}
	s.within(&f, rs...)
	return f.Sum()
}

// ofYear is what the lists of a year rest on: its reports, and which years stand
// beside it.
func (s *site) ofYear(y int) [32]byte {
	f := codec.Hash{}
	at := slices.Index(s.allYears, y)
	for _, o := range s.allYears[max(0, at-1):min(len(s.allYears), at+2)] {
		f.Number(o)
	}
	for _, r := range s.byYear[y] {
		f.Add(r.sum[:])
	}
	return f.Sum()
}

// ofBody is what an agency's page rests on: itself, the reports of its group, and the
// bodies from and to which duties went.
func (s *site) ofBody(g *BodyBrief) [32]byte {
	f := codec.Hash{}
	s.within(&f, g.Reports...)
	f.Add(g.sum[:])
	if r := g.newest(); r != nil {
		if key, ok := r.peer(); ok {
			rest := s.peers[key].rest()
			f.Add(rest[:])
		}
	}
	for _, p := range g.Agency.Predecessors {
		name := ""
		if o := s.bySlug[p.Agency]; o != nil {
			name = o.Agency.Name
		}
		f.Text(name)
	}
	for _, h := range s.heirs[g.Agency.Slug] {
		f.Text(h.Agency.Slug)
		f.Text(h.Agency.Name)
		for _, p := range h.Agency.Predecessors {
			f.Text(p.Agency)
			f.Number(p.Year)
			f.Text(p.Part)
		}
	}
	return f.Sum()
}

// ofRule is what a page of a rule rests on: its hits there, and how it answered in
// each year.
func (s *site) ofRule(at int, hits []hit, tallies map[int][]RuleTally, of int) [32]byte {
	f := codec.Hash{}
	f.Number(of)
	for _, h := range hits {
		f.Add(h.in.sum[:])
	}
	for _, y := range s.allYears {
		t := tallies[y][at]
		if t == (RuleTally{}) {
			continue
		}
		f.Number(y)
		for _, n := range []int{t.Pass, t.Fail, t.Hint, t.Unknown} {
			f.Number(n)
		}
	}
	return f.Sum()
}
