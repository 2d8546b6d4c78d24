package rule

import (
	"ogi/generator/archive"
	"ogi/generator/body"
	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// lateDepartment: see late-department.md for the text readers get.
var lateDepartment = &check.Rule{
	ID: "late-department", Title: tongue.Of("部门年报公布期限", "a department's deadline"),
	Found:  tongue.Of("部门年报所见日期晚于期限", "department: the date seen is after the deadline"),
	Family: check.Timeliness, Severity: check.S1, Grade: check.Printed,
	Basis: tongue.Of("《政府信息公开条例》第四十九条第一款：每年1月31日前；报告年度2018年及以前为3月31日前",
		"Regulation art. 49(1): by 31 January; for report years up to 2018, by 31 March"),
	Formula: "所见各日期 ≤ 报告年度次年1月31日",
	MayBeWrong: tongue.Of("网站迁移改写了公布日期，或所见为转载页的日期。",
		"a site migration re-dated the page, or the date is that of a mirror"),
	Check: func(p *check.Run) {
		switch {
		case p.Agency.Name == "" || p.Agency.Kind != archive.Department && p.Agency.Kind != "":
			p.NA()
		case body.DutyOf(p.Agency.Kind, p.Agency.Name) == body.ByJanuary:
			onTime(p, departmentDeadline(p.Entry.Year))
		case body.DutyOf(p.Agency.Kind, p.Agency.Name) == body.Unsure:
			unsureDuty(p)
		default:
			p.NA()
		}
	},
}

// departmentDeadline is 31 January of the next year; the regulation in force
// up to report year 2018 gave everybody until 31 March.
func departmentDeadline(year int) report.Date {
	if year <= 2018 {
		return governmentDeadline(year)
	}
	return report.Date{Year: year + 1, Month: 1, Day: 31}
}
