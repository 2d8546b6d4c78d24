package stat

import (
	"math/big"

	"ogi/generator/archive"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Point is an indicator of one agency in one year. Entry is nil where no
// report of that year is held.
type Point struct {
	Year   int
	Entry  *archive.Entry
	Value  Value
	Change Change // on the year before
}

// Series is the indicator over all years from the agency's first to its last
// report; years not held are in it as unknown.
func Series(ind *Indicator, a *archive.Agency) []Point {
	if len(a.Reports) == 0 {
		return nil
	}
	var points []Point
	first, last := a.Reports[0].Year, a.Reports[len(a.Reports)-1].Year
	for year := first; year <= last; year++ {
		e := a.Report(year)
		p := Point{Year: year, Entry: e, Value: Of(ind, e)}
		if n := len(points); n > 0 {
			p.Change = change(points[n-1].Entry, e, points[n-1].Value, p.Value)
		}
		points = append(points, p)
	}
	return points
}

// A Change compares a value with that of the year before. Diff is in the
// indicator's unit, percentage points for shares; Rate is in per cent and nil
// where the base is zero or the indicator is itself a ratio.
type Change struct {
	Known      bool
	Diff, Rate *big.Rat
	N          int64       // of a ratio: the smaller of both denominators
	Note       tongue.Text // why it is not known
}

func change(before, now *archive.Entry, v, w Value) Change {
	switch {
	case now == nil:
		return Change{Note: w.Note}
	case before == nil:
		return Change{Note: tongue.Of("上年报告未收录", "last year's report is not held")}
	case !v.Known:
		return Change{Note: tongue.Of("上年："+v.Note.ZH, "last year: "+v.Note.EN)}
	case !w.Known:
		return Change{Note: w.Note}
	case !sameScope(scopeOf(before), scopeOf(now)):
		return Change{Note: tongue.Of("两年口径不同", "the two years differ in scope")}
	}
	c := Change{Known: true, Diff: new(big.Rat).Sub(w.Rat(), v.Rat()), N: min(v.N(), w.N())}
	if !w.Indicator.Ratio() && !v.IsZero() {
		c.Rate = new(big.Rat).Quo(c.Diff, v.Rat())
		c.Rate.Mul(c.Rate, big.NewRat(100, 1))
	}
	return c
}

// Small reports whether a change of ratios rests on fewer than n cases in one
// of the years and is therefore not to be shown.
func (c Change) Small(n int) bool { return c.Known && c.N > 0 && c.N < int64(n) }

// Text is the change with its sign: "+12", "−3.4 个百分点"; "" where unknown.
func (c Change) Text(u Unit) string {
	if !c.Known {
		return ""
	}
	s := signed(c.Diff, u)
	if u == Share && s != "" {
		return s[:len(s)-1] + "\u00a0个百分点"
	}
	return s
}

// RateText is the change in per cent: "+12.5%"; "" where there is none.
func (c Change) RateText() string {
	if !c.Known || c.Rate == nil {
		return ""
	}
	return signed(c.Rate, Percent)
}

func signed(r *big.Rat, u Unit) string {
	s := Format(new(big.Rat).Abs(r), u)
	switch r.Sign() {
	case 1:
		return "+" + s
	case -1:
		return "−" + s
	}
	return s
}

// scopeOf is the scope of an entry's figures, unclear where it has no report.
func scopeOf(e *archive.Entry) report.Scope {
	if e == nil || e.Report == nil {
		return report.ScopeUnclear
	}
	return e.Scope()
}

// sameScope holds unless one is of the whole area and the other is not known
// to be: comparing those would show growth where only the counting changed.
func sameScope(a, b report.Scope) bool {
	return (a == report.ScopeArea) == (b == report.ScopeArea)
}
