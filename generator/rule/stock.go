package rule

import (
	"strconv"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// lastYear is the agency's report of the year before, nil with the reason in
// words where it is not held or not on a form.
func lastYear(p *check.Run) (*archive.Entry, string) {
	last := strconv.Itoa(p.Entry.Year - 1)
	e := p.Near.Last
	switch {
	case e == nil || e.Report == nil:
		return nil, absent(e, last)
	case e.Report.Form.Version == "free":
		return nil, last + "年年报没有法定表格"
	}
	for _, one := range [...]*archive.Entry{p.Entry, e} {
		if why := misfiled(one); why != "" {
			return nil, why
		}
	}
	a, b := e.Scope(), p.Entry.Scope()
	if a != b && a != report.ScopeUnclear && b != report.ScopeUnclear {
		return nil, "两年统计口径不同"
	}
	return e, ""
}

// notHeld records that a rule needs a report that is not at hand.
func notHeld(p *check.Run, why string) {
	p.Unknown(check.Finding{
		Message:     tongue.Of(why+"，无法核对。", "last year's report is not at hand or not comparable."),
		Formula:     strconv.Itoa(p.Entry.Year) + "年 ？ " + strconv.Itoa(p.Entry.Year-1) + "年",
		Responsible: check.ByMixed,
		Lacks:       lacks(p, why),
		Bar:         notReadBar(why),
	})
}

// absent says why there is no report of a year to compare with: nobody put it in, or
// no program reads it.
func absent(e *archive.Entry, year string) string {
	if e != nil && e.Unread() {
		return year + "年年报" + heldUnread
	}
	return "未收录" + year + "年年报"
}

const heldUnread = "已收录，但未能读取"

// notReadBar is such a reason as one for all checks that need the report.
func notReadBar(why string) *check.Bar {
	year, ok := strings.CutSuffix(why, "年年报"+heldUnread)
	if !ok {
		return nil
	}
	return &check.Bar{
		Why:   tongue.Of(why, "the report of "+year+" is held, but no program reads it"),
		Brief: tongue.Of(year+"年未能读取", year+" not read"),
	}
}

// lacks names the report that is not held, "" where it is held and cannot be
// compared.
func lacks(p *check.Run, why string) string {
	if !strings.HasPrefix(why, "未收录") {
		return ""
	}
	return strconv.Itoa(p.Entry.Year-1) + "年年报"
}

// theirs is a cell of another year's report as an operand.
func theirs(e *archive.Entry, key string) check.Operand {
	op := check.CellOf(e.Report, key, e.Path)
	op.Label = strconv.Itoa(e.Year) + "年 " + op.Label
	return op
}

// A reading is a cell as a number for a comparison: blank and dash count as
// zero but are not plain.
type reading struct {
	n     report.Decimal
	plain bool // a number read at its own place
	known bool // plain, inferred, or a blank or dash taken for zero
}

func read(c report.Cell) reading {
	return reading{n: c.Value, plain: check.Firm(c), known: zeroable(c)}
}

func allPlain(rs ...reading) bool {
	for _, r := range rs {
		if !r.plain {
			return false
		}
	}
	return true
}

func allKnown(rs ...reading) bool {
	for _, r := range rs {
		if !r.known {
			return false
		}
	}
	return true
}

// settle records the outcome of a comparison: it holds, it does not hold on
// plain numbers, or it cannot be told.
func settle(p *check.Run, holds bool, f check.Finding, rs ...reading) {
	switch {
	case !allKnown(rs...):
		f.Message = tongue.Of("有一格未能读出，无法核对。", "a cell could not be read.")
		p.Unknown(f)
	case holds && !allPlain(rs...):
		p.PassNote(check.BlankAsZero)
	case holds:
		p.Pass()
	case !allPlain(rs...):
		f.Message = tongue.Of("有一格为空白、符号或推定值，无法核对。", "a cell is blank, a dash or inferred.")
		p.Unknown(f)
	default:
		p.Fail(f)
	}
}

func negative(d report.Decimal) report.Decimal { d.Unscaled = -d.Unscaled; return d }
