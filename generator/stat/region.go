package stat

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Basis says what a region's figure is.
type Basis uint8

const (
	Nothing    Basis = iota // no usable report held
	AreaReport              // the region's own area report
	SumOfHeld               // the bodies held, added up: not the region
)

// A Total is one indicator of a region in a year. Where the government's
// report covers the area it is that report's figure; else it is the sum of the
// bodies held, which is never the region. Bodies counts the reports added;
// Unclear those of them whose scope is not known, which count as the body's own;
// Unknown the reports left out because the figure is not known; AreaLeftOut
// those left out because they cover an area.
type Total struct {
	Basis       Basis
	Entry       *archive.Entry // the area report
	Value       Value
	Bodies      int
	Unclear     int
	Unknown     int
	AreaLeftOut int
}

// Regions gives indicators for a region code and the year of the entries, which are
// looked at one by one and not held, but for the area report.
func Regions(inds []*Indicator, entries iter.Seq[*archive.Entry], code string) []Total {
	sums := make([]adding, len(inds))
	for i, ind := range inds {
		sums[i] = adding{ind: ind, num: reading{known: true}, den: reading{known: true}}
	}
	var area *archive.Entry
	areas := 0
	for e := range entries {
		if e.Report == nil {
			continue
		}
		if areaReport(e, code) {
			areas++
			area = kept(e)
		}
		if within(e.Agency.Region, code) {
			for i := range sums {
				sums[i].add(e)
			}
		}
	}
	totals := make([]Total, len(inds))
	for i, ind := range inds {
		if areas == 1 { // of two one could not say which is the region
			totals[i] = Total{Basis: AreaReport, Entry: area, Value: Of(ind, area), Bodies: 1}
		} else {
			totals[i] = sums[i].total()
		}
	}
	return totals
}

// kept is an entry that outlasts the next one.
func kept(e *archive.Entry) *archive.Entry {
	out, r := *e, *e.Report
	r.Cells = slices.Clone(r.Cells)
	out.Report = &r
	return &out
}

// An adding is an indicator of the bodies of a region while it is added up.
type adding struct {
	Total
	ind      *Indicator
	num, den reading
}

func (t *adding) add(e *archive.Entry) {
	if !t.num.known || !t.den.known {
		return
	}
	scope := e.Scope()
	if scope == report.ScopeArea || scope == report.ScopeUnclear && e.Agency.Kind == archive.Government {
		t.AreaLeftOut++
		return
	}
	v := Of(t.ind, e)
	if !v.Known && !(t.ind.Ratio() && ratioOfNothing(t.ind, e)) {
		t.Unknown++
		return
	}
	if v.Known {
		t.num.add(reading{value: v.Num, known: true, recovered: v.Recovered, n: v.Note})
		t.den.add(reading{value: v.Den, known: true})
	}
	t.Bodies++
	if scope == report.ScopeUnclear {
		t.Unclear++
	}
}

func (t *adding) total() Total {
	t.Value = Value{Indicator: t.ind}
	switch {
	case t.Bodies == 0:
		t.Value = t.Value.because(noneHeld)
	case !t.num.known:
		t.Basis, t.Value = SumOfHeld, t.Value.because(t.num.n)
	case !t.den.known:
		t.Basis, t.Value = SumOfHeld, t.Value.because(t.den.n)
	default:
		t.num.value = trim(t.num.value)
		t.Basis, t.Value = SumOfHeld, t.Value.of(t.num, t.den)
	}
	return t.Total
}

// ratioOfNothing reports whether a ratio is unknown only because its
// denominator is zero: such a body counts, adding nothing.
func ratioOfNothing(ind *Indicator, e *archive.Entry) bool {
	p := planOf(e.Report.Form, ind)
	num, den := sum(e.Report, p.num), sum(e.Report, p.den)
	return num.known && den.known && den.value.IsZero() && num.value.IsZero()
}

// Words says what the figure is: the area report, or the sum of n bodies held.
func (t Total) Words() tongue.Text {
	switch t.Basis {
	case AreaReport:
		return tongue.Sprintf("取自%s的全区域报告", "from the area report of %s", t.Entry.Agency.Name)
	case SumOfHeld:
		s := tongue.Of(fmt.Sprintf("本站收录的%d个机关之和，不代表全区域", t.Bodies),
			fmt.Sprintf("sum of %s held, not the region", plural(t.Bodies, "body", "bodies")))
		if t.Unclear > 0 {
			s = s.Then(tongue.Sprintf("；其中%d份口径不明，按本机关计", "; scope not told in %d, taken for the body's own", t.Unclear))
		}
		if t.AreaLeftOut > 0 {
			s = s.Plus(fmt.Sprintf("；另有%d份含或可能含下级数据，未相加", t.AreaLeftOut),
				fmt.Sprintf("; %s left out that may cover an area", plural(t.AreaLeftOut, "report", "reports")))
		}
		if t.Unknown > 0 {
			s = s.Then(tongue.Sprintf("；另有%d份该项未知", "; in %d more the figure is not known", t.Unknown))
		}
		return s
	}
	return noneHeld
}

var noneHeld = tongue.Of("无可用报告", "no usable report held")

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// areaReport reports whether an entry is a report of the region's government on its area.
func areaReport(e *archive.Entry, code string) bool {
	return e.Agency.Kind == archive.Government && e.Agency.Region == code && e.Scope() == report.ScopeArea
}

// within reports whether a region code lies in another by GB/T 2260: 320813 in
// 320800 and in 320000, and each in itself.
func within(code, in string) bool {
	for strings.HasSuffix(in, "00") {
		in = in[:len(in)-2]
	}
	return strings.HasPrefix(code, in)
}
