package page

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"slices"

	"ogi/generator/codec"
)

// A fingerprint is the sum of what a page rests on: pages of equal ones are equal.
type fingerprint struct{ h hash.Hash }

func (f *fingerprint) add(b []byte) {
	if f.h == nil {
		f.h = sha256.New()
	}
	f.h.Write(b)
}

func (f *fingerprint) text(s string) {
	f.number(len(s))
	f.add([]byte(s))
}

func (f *fingerprint) number(n int) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], uint64(n))
	f.add(b[:])
}

func (f *fingerprint) sum() (s [32]byte) {
	f.add(nil)
	f.h.Sum(s[:0])
	return s
}

// summed works out the sums of a body and its reports.
func (b *BodyBrief) summed() {
	named := *b
	named.Reports, named.sum = nil, [32]byte{}
	w := codec.Writer(nil)
	Packed(&w, &named)
	own := sha256.Sum256(w.Bytes())
	of := fingerprint{}
	of.add(own[:])
	for _, r := range b.Reports {
		w := codec.Writer(nil)
		packedFigures(&w, &r.Figures)
		r.figuresSum = sha256.Sum256(w.Bytes())
		w = codec.Writer(nil)
		packedBrief(&w, r)
		f := fingerprint{}
		f.text(b.Agency.Slug)
		f.text(b.Agency.Name)
		f.text(b.Agency.Region)
		f.text(string(b.Agency.Kind))
		f.add(w.Bytes())
		r.sum = f.sum()
		of.add(r.sum[:])
	}
	b.sum = of.sum()
}

// within adds the years of which a report is held between the first and the last of
// some: lists link to them.
func (s *site) within(f *fingerprint, rs ...*Brief) {
	if len(rs) == 0 {
		return
	}
	first, last := rs[0].Year, rs[0].Year
	for _, r := range rs {
		first, last = min(first, r.Year), max(last, r.Year)
	}
	for _, y := range s.allYears {
		if y >= first && y <= last {
			f.number(y)
		}
	}
}

func (s *site) ofBodies(gs []*BodyBrief) [32]byte {
	f := fingerprint{}
	var rs []*Brief
	for _, g := range gs {
		f.add(g.sum[:])
		rs = append(rs, g.Reports...)
	}
	s.within(&f, rs...)
	return f.sum()
}

// ofYear is what the lists of a year rest on: its reports, and which years stand
// beside it.
func (s *site) ofYear(y int) [32]byte {
	f := fingerprint{}
	at := slices.Index(s.allYears, y)
	for _, o := range s.allYears[max(0, at-1):min(len(s.allYears), at+2)] {
		f.number(o)
	}
	for _, r := range s.byYear[y] {
		f.add(r.sum[:])
	}
	return f.sum()
}

// ofBody is what an agency's page rests on: itself, and the reports of its group.
func (s *site) ofBody(g *BodyBrief) [32]byte {
	f := fingerprint{}
	s.within(&f, g.Reports...)
	f.add(g.sum[:])
	if r := g.newest(); r != nil {
		if key, ok := r.peer(); ok {
			rest := s.peers[key].rest()
			f.add(rest[:])
		}
	}
	return f.sum()
}

// ofRule is what a page of a rule rests on: its hits there, and how it answered in
// each year.
func (s *site) ofRule(at int, hits []hit, tallies map[int][]RuleTally, of int) [32]byte {
	f := fingerprint{}
	f.number(of)
	for _, h := range hits {
		f.add(h.in.sum[:])
	}
	for _, y := range s.allYears {
		t := tallies[y][at]
		if t == (RuleTally{}) {
			continue
		}
		f.number(y)
		for _, n := range []int{t.Pass, t.Fail, t.Hint, t.Unknown} {
			f.number(n)
		}
	}
	return f.sum()
}
