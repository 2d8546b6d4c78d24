package rule

import (
	"ogi/generator/archive"
	"ogi/generator/body"
	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// lateGovernment: see late-government.md for the text readers get.
var lateGovernment = &check.Rule{
	ID: "late-government", Title: tongue.Of("政府年报公布期限", "a government's deadline"),
	Found:  tongue.Of("政府年报所见日期晚于期限", "government: the date seen is after the deadline"),
	Family: check.Timeliness, Severity: check.S1, Grade: check.Printed,
	Basis:   tongue.Of("《政府信息公开条例》第四十九条第二款：每年3月31日前", "Regulation art. 49(2): by 31 March"),
	Formula: "所见各日期 ≤ 报告年度次年3月31日",
	MayBeWrong: tongue.Of("网站迁移改写了公布日期，或所见为转载页的日期；政府办公厅（室）作为部门的年报适用部门期限。",
		"a site migration re-dated the page, or the date is that of a mirror"),
	Check: func(p *check.Run) {
		if p.Agency.Kind != archive.Government || body.DutyOf(p.Agency.Kind, p.Agency.Name) != body.ByMarch {
			p.NA()
			return
		}
		onTime(p, governmentDeadline(p.Entry.Year))
	},
}

func governmentDeadline(year int) report.Date { return report.Date{Year: year + 1, Month: 3, Day: 31} }
