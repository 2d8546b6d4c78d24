package rule

import (
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// carryOverByApplicant: see carry-over-by-applicant.md for the text readers get.
var carryOverByApplicant = &check.Rule{
	ID: "carry-over-by-applicant", Title: tongue.Of("结转衔接（分列）", "carry-over from last year, by applicant type"),
	Found:  tongue.Of("结转不衔接（分列）", "carry-over does not continue, by applicant type"),
	Family: check.CrossYear, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("年度报告格式表三：本年“上年结转”即上年“结转下年度继续办理”，分列亦同",
		"table three of the printed form, column by column"),
	Formula: "六类申请人各列：本年上年结转 = 上年结转下年度",
	MayBeWrong: tongue.Of("申请人类别经重新划分，机构合并或拆分，或上年年报后来更正。不判断哪一年有误。",
		"applicants were re-classified, bodies merged or split, or last year's report was corrected; neither year is blamed"),
	Needs: check.LastYear,
	Check: func(p *check.Run) {
		if p.Report.Form == form.Free {
			p.NA()
			return
		}
		e, why := lastYear(p)
		if why != "" || merged(p) {
			if why == "" {
				why = "有前身机关并入"
			}
			notHeld(p, why)
			return
		}
		in, out := read(p.Report.Cell("requests.carried_in.total")), read(e.Report.Cell("requests.carried_out.total"))
		if allPlain(in, out) && in.n.Cmp(out.n) != 0 {
			p.NA() // carry-over-continuity speaks: one finding for one difference
			return
		}
		for _, col := range applicants {
			mine, before := p.Cell("requests.carried_in."+col), theirs(e, "requests.carried_out."+col)
			a, b := read(p.Report.Cell(mine.Key)), read(e.Report.Cell(before.Key))
			holds := a.n.Cmp(b.n) == 0
			settle(p, holds, check.Finding{
				Message: tongue.Of(form.ColumnNames[col]+"列：本年“上年结转”"+mine.Text+"件与上年“结转下年度”"+before.Text+"件不符。",
					columnEN[col]+": carried in does not equal what last year carried on."),
				Formula:  mine.Text + sign(holds) + before.Text,
				Operands: []check.Operand{mine, before}, Responsible: check.ByMixed,
			}, a, b)
		}
	},
}

// merged reports whether another body became part of this one that year.
func merged(p *check.Run) bool {
	for _, pre := range p.Agency.Predecessors {
		if pre.Year == p.Entry.Year {
			return true
		}
	}
	return false
}
