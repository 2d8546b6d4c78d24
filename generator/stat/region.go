package stat

import (
	"fmt"
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

// Region gives an indicator for a region code and year.
func Region(ind *Indicator, entries []*archive.Entry, code string) Total {
	if area := areaReport(entries, code); area != nil {
		v := Of(ind, area)
		return Total{Basis: AreaReport, Entry: area, Value: v, Bodies: 1}
	}
	t := Total{}
	num, den := reading{known: true}, reading{known: true}
	for _, e := range entries {
		if e.Report == nil || !within(e.Agency.Region, code) {
			continue
		}
		scope := e.Scope()
		if scope == report.ScopeArea || scope == report.ScopeUnclear && e.Agency.Kind == archive.Government {
			t.AreaLeftOut++
			continue
		}
		v := Of(ind, e)
		if !v.Known && !(ind.Ratio() && ratioOfNothing(ind, e)) {
			t.Unknown++
			continue
		}
		if v.Known {
			num.add(reading{value: v.Num, known: true, recovered: v.Recovered, n: v.Note})
			den.add(reading{value: v.Den, known: true})
		}
		t.Bodies++
		if scope == report.ScopeUnclear {
			t.Unclear++
		}
		if !num.known || !den.known {
			break
		}
	}
	t.Value = Value{Indicator: ind}
	switch {
	case t.Bodies == 0:
		t.Value = t.Value.because(noneHeld)
	case !num.known:
		t.Basis, t.Value = SumOfHeld, t.Value.because(num.n)
	case !den.known:
		t.Basis, t.Value = SumOfHeld, t.Value.because(den.n)
	default:
		num.value = trim(num.value)
		t.Basis, t.Value = SumOfHeld, t.Value.of(num, den)
	}
	return t
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

// areaReport is the one area report of the region's government; none where
// there are two, since one could not say which is the region.
func areaReport(entries []*archive.Entry, code string) *archive.Entry {
	var found *archive.Entry
	for _, e := range entries {
		if e.Report == nil || e.Agency.Kind != archive.Government || e.Agency.Region != code || e.Scope() != report.ScopeArea {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// within reports whether a region code lies in another by GB/T 2260: 320813 in
// 320800 and in 320000, and each in itself.
func within(code, in string) bool {
	for strings.HasSuffix(in, "00") {
		in = in[:len(in)-2]
	}
	return strings.HasPrefix(code, in)
}
