package stat

import (
	"cmp"
	"iter"
	"math/big"
	"math/bits"
	"slices"

	"ogi/generator/archive"
	"ogi/generator/report"
)

// A Peer group holds bodies that may be compared: same level, same kind, same
// function, and figures that either all cover an area or all do not.
type Peer struct {
	Level    archive.Level
	Kind     archive.Kind
	Function string
	Area     bool
}

// PeerOf is the group of an entry; not ok where the body cannot be compared
// with any: a department, zone or vertical body whose function is not known.
func PeerOf(e *archive.Entry) (Peer, bool) {
	a := e.Agency
	p := Peer{Level: a.Level, Kind: a.Kind, Function: a.Function, Area: scopeOf(e) == report.ScopeArea}
	switch a.Kind {
	case archive.Government, archive.Township, archive.Subdistrict:
		return p, a.Level != ""
	}
	return p, a.Level != "" && a.Function != ""
}

// Peers are the entries of one year in the group, in the order given.
func Peers(entries []*archive.Entry, p Peer, year int) []*archive.Entry {
	var es []*archive.Entry
	for _, e := range entries {
		if q, ok := PeerOf(e); ok && q == p && e.Year == year {
			es = append(es, e)
		}
	}
	return es
}

// A Spread is how an indicator lies among bodies. Held counts the reports, N
// those whose value is known and, for a ratio, rests on small n cases or more;
// Small those it does not; Zero the known values that are zero, to be shown
// beside the median. The quantiles are exact and nil where N is below small n.
type Spread struct {
	Indicator                *Indicator
	Held, N, Small, Unknown  int
	Zero                     int
	Min, Q1, Median, Q3, Max *big.Rat
}

// SpreadsOf gives the spreads of indicators among entries, which are looked at one by
// one and not held: those of a year may be tens of thousands.
func SpreadsOf(inds []*Indicator, entries iter.Seq[*archive.Entry], smallN int) []Spread {
	spreads, known := make([]Spread, len(inds)), make([][]quotient, len(inds))
	for i, ind := range inds {
		spreads[i].Indicator = ind
	}
	for e := range entries {
		for i, ind := range inds {
			s := &spreads[i]
			s.Held++
			v := Of(ind, e)
			switch {
			case !v.Known:
				s.Unknown++
				continue
			case v.Small(smallN):
				s.Small++
				continue
			case v.IsZero():
				s.Zero++
			}
			if !ind.Ratio() {
				v.Den = report.Int(1)
			}
			s.N++
			known[i] = append(known[i], quotient{v.Num, v.Den})
		}
	}
	for i := range spreads {
		spreads[i].part(known[i], smallN)
	}
	return spreads
}

// SpreadOf gives the spread of one indicator.
func SpreadOf(ind *Indicator, entries iter.Seq[*archive.Entry], smallN int) Spread {
	return SpreadsOf([]*Indicator{ind}, entries, smallN)[0]
}

// part fills in the quantiles.
func (s *Spread) part(values []quotient, smallN int) {
	if s.N == 0 || s.N < smallN {
		return
	}
	slices.SortFunc(values, quotient.cmp)
	at := func(i int) *big.Rat {
		return Value{Indicator: s.Indicator, Known: true, Num: values[i].num, Den: values[i].den}.Rat()
	}
	s.Min, s.Max = at(0), at(s.N-1)
	s.Q1, s.Median, s.Q3 = quantile(at, s.N, 1), quantile(at, s.N, 2), quantile(at, s.N, 3)
}

// A quotient is what is kept of a value that is known. A count is divided by one.
type quotient struct{ num, den report.Decimal }

// cmp compares exactly.
func (q quotient) cmp(o quotient) int {
	if q.num.Scale|q.den.Scale|o.num.Scale|o.den.Scale == 0 && min(q.num.Unscaled, q.den.Unscaled, o.num.Unscaled, o.den.Unscaled) >= 0 {
		high, low := bits.Mul64(uint64(q.num.Unscaled), uint64(o.den.Unscaled))
		h, l := bits.Mul64(uint64(o.num.Unscaled), uint64(q.den.Unscaled))
		return cmp.Or(cmp.Compare(high, h), cmp.Compare(low, l))
	}
	a, b := rat(q.num), rat(o.num)
	return a.Quo(a, rat(q.den)).Cmp(b.Quo(b, rat(o.den)))
}

// ZeroShare is the share of known values that are zero, in per cent; nil where
// the median is hidden too.
func (s Spread) ZeroShare() *big.Rat {
	if s.Median == nil {
		return nil
	}
	return big.NewRat(int64(s.Zero)*100, int64(s.N))
}

// Text is the median as readers get it, "" where hidden.
func (s Spread) Text() string { return Format(s.Median, s.Indicator.Unit) }

// quantile is the q-th quarter of n sorted values, between two values by linear
// interpolation, exactly.
func quantile(value func(i int) *big.Rat, n int, q int64) *big.Rat {
	at := q * int64(n-1)
	i, rest := int(at/4), at%4
	v := value(i)
	if rest > 0 {
		d := new(big.Rat).Sub(value(i+1), v)
		v.Add(v, d.Mul(d, big.NewRat(rest, 4)))
	}
	return v
}
