package rule

import (
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// requestsBalance: see requests-balance.md for the text readers get.
var requestsBalance = &check.Rule{
	ID: "requests-balance", Title: tongue.Of("收办平衡", "balance of requests received and handled"),
	Found:  tongue.Of("收办不平衡", "requests received and handled do not balance"),
	Family: check.CrossFooting, Severity: check.S1, Grade: check.Printed,
	Basis: tongue.Of("年度报告格式表三表头：第一项加第二项之和，等于第三项加第四项之和",
		"printed in the head of table three: item one plus item two equals item three plus item four"),
	Formula:    "每列：本年新收 + 上年结转 = （七）总计 + 结转下年度",
	MayBeWrong: tongue.Of("行、列对应有误，或数字在转换中被拆分。", "a row or column was taken for another, or a number was split in conversion"),
	Check: func(p *check.Run) {
		if !tableThree(p) {
			return
		}
		f := p.Report.Form
		for _, s := range f.Sums(form.Three, form.Balance) {
			e := equation(f, s)
			if blankTotal(p, e.Right[0]) { // （七）总计
				p.NA()
				continue
			}
			col := f.Defs[s.Left[0]].Column
			e.Name = tongue.Of(form.ColumnNames[col]+"列收办", columnEN[col]+" column, received and handled")
			sumUp(p, e)
		}
	},
}
