package stat

import (
	"math/big"
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

// SpreadOf gives the spread of an indicator among entries.
func SpreadOf(ind *Indicator, entries []*archive.Entry, smallN int) Spread {
	s := Spread{Indicator: ind, Held: len(entries)}
	var values []*big.Rat
	for _, e := range entries {
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
		values = append(values, v.Rat())
	}
	s.N = len(values)
	if s.N == 0 || s.N < smallN {
		return s
	}
	slices.SortFunc(values, (*big.Rat).Cmp)
	s.Min, s.Max = values[0], values[s.N-1]
	s.Q1, s.Median, s.Q3 = quantile(values, 1), quantile(values, 2), quantile(values, 3)
	return s
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

// quantile is the q-th quarter of sorted values, between two values by linear
// interpolation, exactly.
func quantile(values []*big.Rat, q int64) *big.Rat {
	at := q * int64(len(values)-1)
	i, rest := at/4, at%4
	v := new(big.Rat).Set(values[i])
	if rest > 0 {
		d := new(big.Rat).Sub(values[i+1], values[i])
		v.Add(v, d.Mul(d, big.NewRat(rest, 4)))
	}
	return v
}
