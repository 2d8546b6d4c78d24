package rule

import (
	"regexp"
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// datesSeen are the days on which a report is known to have existed, each as
// printed somewhere: published, signed off, in its address. captured is the
// day the archive fetched it: it can prove that a report was there in time,
// never that it was late.
func datesSeen(p *check.Run) (seen []check.Operand, days []report.Date, captured report.Date) {
	add := func(label string, d report.Date) {
		if d.Year == 0 || d.Month == 0 {
			return
		}
		seen, days = append(seen, check.Day(label, d)), append(days, d)
	}
	r, meta := firstVersion(p.Entry)
	if d := check.ParseISO(meta.Published); !d.IsZero() {
		add("公布日期（归档记录）", d)
	} else {
		add("公布日期（网页）", r.Published)
	}
	add("落款日期", r.Signed)
	address := meta.Source
	if address == "" {
		address = r.Source
	}
	if d := addressDay(address, p.Entry.Year); !d.IsZero() {
		add("网址中的日期", d)
	}
	return seen, days, check.ParseISO(meta.Captured)
}

// firstVersion is the report as first published, with what the archive knows of
// it: lateness is about it, not about a later correction.
func firstVersion(e *archive.Entry) (*report.Report, config.File) {
	f := e.First()
	if f == nil || f.Path == e.Path {
		return e.Report, config.File{Source: e.Meta.Source, Published: e.Meta.Published, Captured: e.Meta.Captured}
	}
	return f.Report, f.Meta
}

// In addresses: /2025/1/20/, /202501/20/, t20250120_, /2025-01-20/.
var addressDate = regexp.MustCompile(`(?:^|[^0-9])(20[0-9]{2})[/_-]?(0?[1-9]|1[0-2])[/_-]?(0[1-9]|[12][0-9]|3[01]|[1-9])(?:[^0-9]|$)`)

// addressDay is a day that the address of a page carries, the zero Date where
// none lies after the report year (numbers in addresses are often something
// else).
func addressDay(address string, year int) report.Date {
	for _, m := range addressDate.FindAllStringSubmatch(address, -1) {
		y, _ := strconv.Atoi(m[1])
		mo, _ := strconv.Atoi(m[2])
		d, _ := strconv.Atoi(m[3])
		day := report.Date{Year: y, Month: mo, Day: d}
		if y > year && y < year+10 && validDay(day) {
			return day
		}
	}
	return report.Date{}
}

func validDay(d report.Date) bool { return !check.ParseISO(check.ISO(d)).IsZero() }

// onTime judges the dates seen against a deadline: all on time pass, all late
// fail, mixed is undecided, and a capture before the deadline proves.
func onTime(p *check.Run, deadline report.Date) {
	seen, days, captured := datesSeen(p)
	limit := check.ISO(deadline)
	due := check.Operand{Label: "期限", Text: limit}
	if !captured.IsZero() && check.CompareDays(captured, deadline) <= 0 {
		p.PassNote("本站于" + check.ISO(captured) + "已收存，早于期限")
		return
	}
	late := 0
	formula := ""
	for i, d := range days {
		mark := " ≤ "
		if check.CompareDays(d, deadline) > 0 {
			late++
			mark = " > "
		}
		if i > 0 {
			formula += "；"
		}
		formula += seen[i].Label + " " + check.ISO(d) + mark + limit
	}
	f := check.Finding{Formula: formula, Operands: append(seen, due)}
	switch {
	case len(days) == 0:
		f.Formula = "日期：缺"
		f.Message = tongue.Of("未见可核的公布或落款日期，无法判断是否按期公布。", "no date of publication or signature was seen.")
		f.Bar = &check.Bar{
			Why:   tongue.Of("未见可核的公布或落款日期", "no date of publication or signature was seen"),
			Brief: tongue.Of("未见日期", "no date seen"),
		}
		p.Unknown(f)
	case otherYear(p, &f):
		f.Responsible = check.ByMixed
		p.Unknown(f)
	case late == 0:
		p.Pass()
	case late == len(days) && otherBody(p, days, &f):
		f.Responsible = check.ByMixed
		p.Unknown(f)
	case late == len(days):
		f.Message = tongue.Of("所见日期均晚于期限"+limit+"，与按期公布的规定不符。", "every date seen is after the deadline "+limit+".")
		for i, d := range days {
			if check.CompareDays(d, deadline) > 0 && !seen[i].Pos.IsZero() {
				f.Pos = seen[i].Pos
				break
			}
		}
		p.Fail(f)
	default:
		f.Message = tongue.Of("所见日期有早于期限"+limit+"的，也有晚于期限的，无法判断。",
			"some dates seen are before the deadline "+limit+", some after.")
		f.Bar = &check.Bar{
			Why:   tongue.Of("所见日期有早于期限的，也有晚于期限的", "some dates seen are before the deadline, some after"),
			Brief: tongue.Of("所见日期早晚不一", "dates disagree"),
		}
		p.Unknown(f)
	}
}

// unsureDuty is for a body of which the name does not tell whether article 49
// means it: what is in time is no question; what is not cannot be told.
func unsureDuty(p *check.Run) {
	seen, days, captured := datesSeen(p)
	deadline := departmentDeadline(p.Entry.Year)
	if len(days) == 0 || !allAfter(days, deadline) || !captured.IsZero() && check.CompareDays(captured, deadline) <= 0 {
		p.NA()
		return
	}
	p.Unknown(check.Finding{
		Message: tongue.Of("所见日期均在"+check.ISO(deadline)+"之后，“"+clip(p.Agency.Name)+"”是否第四十九条所称县级以上人民政府部门，从名称无法判断。",
			"whether article 49(1) means this body cannot be told by its name."),
		Formula:     clip(p.Agency.Name) + " ？ 县级以上人民政府部门",
		Operands:    seen,
		Responsible: check.ByMixed,
	})
}
