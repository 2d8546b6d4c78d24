package rule

import (
	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// reportingPeriod: see reporting-period.md for the text readers get.
var reportingPeriod = &check.Rule{
	ID: "reporting-period", Title: tongue.Of("统计期限", "reporting period"),
	Found:  tongue.Of("统计期限与报告年度不符", "reporting period differs from the report year"),
	Family: check.Structure, Severity: check.S3, Grade: check.Heuristic,
	Basis:      tongue.Of("《政府信息公开条例》第四十九条：年报反映上一年度", "Regulation art. 49: the report is about last year"),
	Formula:    "所述统计期限 = 报告年度1月1日至12月31日",
	MayBeWrong: tongue.Of("所述期限是别的数据的期限。", "the period stated is that of other figures"),
	Check: func(p *check.Run) {
		from, to := p.Report.Period[0], p.Report.Period[1]
		if p.Entry.Year < 2019 || from.IsZero() || to.IsZero() {
			p.NA() // not known to be required
			return
		}
		y := p.Entry.Year
		if check.CompareDays(from, report.Date{Year: y, Month: 1, Day: 1}) == 0 && check.CompareDays(to, report.Date{Year: y, Month: 12, Day: 31}) == 0 {
			p.Pass()
			return
		}
		if from.Year == y && check.CompareDays(to, report.Date{Year: y, Month: 12, Day: 31}) == 0 && founded(p) {
			p.Pass()
			return
		}
		want := check.ISO(report.Date{Year: y, Month: 1, Day: 1}) + "至" + check.ISO(report.Date{Year: y, Month: 12, Day: 31})
		p.Hint(check.Finding{
			Message: tongue.Of("所述统计期限"+check.ISO(from)+"至"+check.ISO(to)+"与报告年度"+want+"不符。",
				"the period stated is not the report year."),
			Formula:  check.ISO(from) + "…" + check.ISO(to) + " ≠ " + want,
			Operands: []check.Operand{check.Day("起", from), check.Day("止", to)},
		})
	},
}

// founded reports whether the report tells that the body was set up in the
// course of the year.
func founded(p *check.Run) bool {
	for _, s := range sentences(p) {
		if s.section <= 1 && foundedWords.In(s.flat) {
			return true
		}
	}
	return false
}

var foundedWords = han.List("挂牌 组建 合并 更名 本…10成立 我…10成立 机构…10成立 机关…10成立 单位…10成立 局…10成立 委…10成立 办…10成立 中心…10成立")
