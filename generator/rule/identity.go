package rule

import (
	"strconv"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/body"
	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// byOwnWord reports whether a place of the file is the report's own text, and
// not what the page says about it.
func byOwnWord(by report.By) bool { return by != report.ByPublisher && by != report.ByTrail }

// where names the places that tell a body or a year.
var where = map[report.By]tongue.Text{
	report.ByTitle:     tongue.Of("标题", "the title"),
	report.BySentence:  tongue.Of("正文开头", "the preamble"),
	report.ByPeriod:    tongue.Of("统计期限", "the period"),
	report.ByProse:     tongue.Of("正文", "the prose"),
	report.BySignature: tongue.Of("落款", "the signature"),
	report.ByPublisher: tongue.Of("网页来源", "the page's publisher"),
	report.ByTrail:     tongue.Of("网页导航", "the page's trail"),
}

// isBody reports whether name is the agency under any of its names, shortened
// (县司法局, 市发改委) or with its region before it. A government and its office
// are two bodies.
func isBody(a *archive.Agency, name string) bool {
	names := append([]string{a.Name}, a.Aliases...)
	for _, n := range a.Names {
		names = append(names, n.Name)
	}
	name = han.Fold(name)
	for _, n := range names {
		n = han.Fold(han.Squeeze(n))
		if n == "" {
			continue
		}
		if name == n || body.Same(name, n) {
			return true
		}
		if (body.KindOf(name) == body.Government) == (body.KindOf(n) == body.Government) && (strings.Contains(name, n) || subsequence(name, n)) {
			return true
		}
	}
	return false
}

// others are the bodies that a report names as its author and that are not the
// agency it is filed under.
func others(e *archive.Entry, r *report.Report) []report.Named {
	var out []report.Named
	for _, n := range r.Named {
		if !isBody(e.Agency, han.Squeeze(n.Text.Text)) {
			out = append(out, n)
		}
	}
	return out
}

// yearInDoubt is another year that title, period or most places of the report
// tell, 0 if none does.
func yearInDoubt(e *archive.Entry, r *report.Report) int {
	for _, y := range [...]int{titleYear(han.Squeeze(r.Title.Text)), r.Period[1].Year, r.Year} {
		if y != 0 && y != e.Year {
			return y
		}
	}
	return 0
}

// misfiled says in words why it is not sure that a report is of the body and
// year it is filed under, "" if its own word does not speak against it.
func misfiled(e *archive.Entry) string {
	r := e.Report
	year := strconv.Itoa(e.Year)
	if y := titleYear(han.Squeeze(r.Title.Text)); y != 0 && y != e.Year {
		return year + "年年报的标题年份为" + strconv.Itoa(y)
	}
	if r.Year != 0 && r.Year != e.Year {
		return year + "年年报文中所述年度为" + strconv.Itoa(r.Year)
	}
	if e.Agency.Name == "" {
		return ""
	}
	for _, n := range others(e, r) {
		if n.By == report.ByTitle || byOwnWord(n.By) && han.Squeeze(n.Text.Text) == han.Squeeze(r.Agency.Text) {
			return year + "年年报所署机关为“" + clip(n.Text.Text) + "”"
		}
	}
	return ""
}

// otherYear makes lateness unknown where the report's own places do not agree on
// its year.
func otherYear(p *check.Run, f *check.Finding) bool {
	r, _ := firstVersion(p.Entry)
	if r == nil {
		r = p.Report
	}
	y := yearInDoubt(p.Entry, r)
	if y == 0 {
		return false
	}
	f.Message = tongue.Of("报告中所示年度不一（归档为"+strconv.Itoa(p.Entry.Year)+"年，文中另有"+strconv.Itoa(y)+"年），是否按期无法判断。",
		"the report's places do not agree on its year, so whether it was late cannot be told.")
	return true
}

// otherBody makes a finding of lateness unknown where the report names other
// bodies, whose day may be another. The page's publisher counts where the days
// seen are in time for it.
func otherBody(p *check.Run, days []report.Date, f *check.Finding) bool {
	r, _ := firstVersion(p.Entry)
	if r == nil {
		r = p.Report
	}
	if p.Agency.Name == "" {
		return false
	}
	for _, n := range others(p.Entry, r) {
		name := n.Text.Text
		if !byOwnWord(n.By) && allAfter(days, dayOf(body.DutyOf(body.KindOf(name), name), p.Entry.Year)) {
			continue
		}
		f.Message = tongue.Of(where[n.By].ZH+"所示机关“"+clip(name)+"”与“"+clip(p.Agency.Name)+"”不是同一机关，是否按期无法判断。",
			where[n.By].EN+" names another body, so whether it was late cannot be told.")
		f.Operands = append(f.Operands, check.Operand{Label: where[n.By].ZH, Text: name, Pos: n.Text.Pos})
		return true
	}
	return false
}

// dayOf is the last day that article 49 leaves a body, the zero Date where it
// sets none or that cannot be told.
func dayOf(d body.Duty, year int) report.Date {
	switch d {
	case body.ByJanuary:
		return departmentDeadline(year)
	case body.ByMarch:
		return governmentDeadline(year)
	}
	return report.Date{}
}

// allAfter reports whether all days are after a day that is known.
func allAfter(days []report.Date, day report.Date) bool {
	for _, d := range days {
		if check.CompareDays(d, day) <= 0 {
			return false
		}
	}
	return !day.IsZero()
}
