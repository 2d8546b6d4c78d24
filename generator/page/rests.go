package page

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"

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

// yearsInto adds the years of which a report is held: lists link to them.
func (s *site) yearsInto(f *fingerprint) {
	for _, y := range s.allYears {
		f.number(y)
	}
}

func (s *site) ofBodies(gs []*BodyBrief) [32]byte {
	f := fingerprint{}
	s.yearsInto(&f)
	for _, g := range gs {
		f.add(g.sum[:])
	}
	return f.sum()
}

func (s *site) ofReports(rs []*Brief) [32]byte {
	f := fingerprint{}
	s.yearsInto(&f)
	for _, r := range rs {
		f.add(r.sum[:])
	}
	return f.sum()
}

// ofBody is what an agency's page rests on: itself, and the reports of its group.
func (s *site) ofBody(g *BodyBrief) [32]byte {
	f := fingerprint{}
	s.yearsInto(&f)
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
	s.yearsInto(&f)
	f.number(of)
	for _, h := range hits {
		f.add(h.in.sum[:])
	}
	for _, y := range s.allYears {
		t := tallies[y][at]
		for _, n := range []int{t.Pass, t.Fail, t.Hint, t.Unknown} {
			f.number(n)
		}
	}
	return f.sum()
}
