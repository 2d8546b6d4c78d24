package stat

import (
	"math/big"

	"ogi/generator/archive"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Value is one indicator of one report, or of several added up.
type Value struct {
	Indicator *Indicator
	Known     bool
	Absent    bool // the form of that year has no such figure
	Empty     bool // a ratio of nothing: its denominator is known to be zero
	Num, Den  report.Decimal
	Recovered bool // a cell it rests on was inferred, not read at its own place
	// Note says what to know about a known value (空白按零计) or why it is not known.
	Note tongue.Text
}

// Of is the indicator of one report.
func Of(ind *Indicator, e *archive.Entry) Value {
	v := Value{Indicator: ind}
	if e == nil {
		return v.because(tongue.Of("未收录", "not held"))
	}
	if e.Unread() {
		return v.because(tongue.Of("已收录，未能读取", "held, and no program reads it"))
	}
	if e.Report == nil || e.Report.Form == nil {
		return v.because(tongue.Of("报告不可用", "report not available"))
	}
	p := planOf(e.Report.Form, ind)
	num := sum(e.Report, p.num)
	if !num.known {
		v.Absent = num.absent
		return v.because(num.n)
	}
	var den reading
	if ind.Ratio() {
		if den = sum(e.Report, p.den); !den.known {
			v.Absent = den.absent
			return v.because(den.n)
		}
		if &ind.Den[0] == &handled[0] {
			if s := sum(e.Report, all[e.Report.Form]); s.known && s.value != den.value {
				den.n = noted(den.n, tongue.Of("各项结果之和与总计不符", "the outcomes do not add up to their total"))
			}
		}
	}
	return v.of(num, den)
}

// of fills in a value whose sums are known.
func (v Value) of(num, den reading) Value {
	if v.Indicator.Ratio() {
		if den.value.IsZero() {
			v.Empty = true
			return v.because(tongue.Of("分母为零，无从计算", "nothing to divide by"))
		}
		if v.Indicator.Unit == Share && num.value.Cmp(den.value) > 0 {
			return v.because(tongue.Of("分子大于分母，报告数据有矛盾", "part larger than the whole, figures contradict"))
		}
	}
	v.Known, v.Num, v.Den = true, num.value, den.value
	v.Recovered = num.recovered || den.recovered
	v.Note = noted(num.n, den.n)
	return v
}

func (v Value) because(n tongue.Text) Value {
	v.Note = n
	return v
}

// N is how many cases a ratio rests on, 0 for a plain figure.
func (v Value) N() int64 { return v.Den.Int64() }

// Small reports whether a ratio rests on fewer than n cases and is therefore
// not to be shown as one.
func (v Value) Small(n int) bool { return v.Known && v.Indicator.Ratio() && v.N() < int64(n) }

// IsZero reports whether the value is known to be zero.
func (v Value) IsZero() bool { return v.Known && v.Num.IsZero() }

// Rat is the exact value, times a hundred for shares; nil where unknown.
func (v Value) Rat() *big.Rat {
	if !v.Known {
		return nil
	}
	r := rat(v.Num)
	if v.Indicator.Ratio() {
		r.Quo(r, rat(v.Den))
		r.Mul(r, big.NewRat(100, 1))
	}
	return r
}

// Float is the nearest float to Rat, for drawing only.
func (v Value) Float() float64 {
	if !v.Known {
		return 0
	}
	f, _ := v.Rat().Float64()
	return f
}

// Text is the figure with the digits readers get: "95", "43.7%", "2.1"; a
// ratio below small n as "1/3"; "" where unknown.
func (v Value) Text(smallN int) string {
	switch {
	case !v.Known:
		return ""
	case v.Small(smallN):
		return v.Num.String() + "/" + v.Den.String()
	case v.Indicator.Ratio():
		return Format(v.Rat(), v.Indicator.Unit)
	}
	return Group(v.Num.String())
}

// Count adds cells of one report by the reading policy, outside the list of
// indicators.
func Count(e *archive.Entry, keys ...string) Value {
	return Of(&Indicator{Unit: Cases, Num: keys}, e)
}
