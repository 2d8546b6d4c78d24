package rule

import (
	"slices"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// applicantTotal: see applicant-total.md for the text readers get.
var applicantTotal = &check.Rule{
	ID: "applicant-total", Title: tongue.Of("横向合计", "sum over applicants"),
	Found:  tongue.Of("横向合计不符", "applicants do not add up to the total"),
	Family: check.CrossFooting, Severity: check.S1, Grade: check.Printed,
	Basis:      tongue.Of("年度报告格式表三“总计”列", "column “total” of table three of the printed form"),
	Formula:    "每行：自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计",
	MayBeWrong: tongue.Of("某一列在转换中丢失，或一行的数字整体错位。", "a column was lost in conversion, or the numbers of a row moved"),
	Check: func(p *check.Run) {
		if !tableThree(p) {
			return
		}
		f := p.Report.Form
		for _, s := range f.Sums(form.Three, form.Across) {
			e := equation(f, s)
			if blankTotal(p, e.At) {
				p.NA()
				continue
			}
			row := f.Defs[s.Right[0]].Row
			e.Name = tongue.Of("“"+f.RowLabel(row)+"”行", "row "+rowEN(row))
			e.Severity = check.S2
			if slices.Contains(keyRows, row) {
				e.Severity = check.S1
			}
			sumUp(p, e)
		}
	},
}
