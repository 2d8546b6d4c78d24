package rule

import (
	"fmt"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
)

// dashForZero: see dash-for-zero.md for the text readers get.
var dashForZero = &check.Rule{
	ID: "dash-for-zero", Title: "零的写法", TitleEN: "how zero is written",
	Found: "以符号代零", FoundEN: "dash for zero",
	Family: check.Numbers, Severity: check.S3, Grade: check.Assessed,
	Basis:        "年度报告格式各格填报数字",
	BasisEN:      "the cells of the printed form take numbers",
	Formula:      "以“—”“/”“无”“不适用”等代替数字的格数 = 0",
	MayBeWrong:   "部门无权制定规章而填“不适用”，可以理解；转换工具也会用符号占位。",
	MayBeWrongEN: "a department that may make no rules sensibly writes “not applicable”; converters use dashes as placeholders",
	Check: func(p *check.Run) {
		eachTable(p, func(t form.Table) {
			ops := cellsOf(p, t, func(_ form.Def, c report.Cell) bool { return c.State == report.Dash })
			if len(ops) == 0 {
				p.Pass()
				return
			}
			p.Hint(check.Finding{
				Message:   fmt.Sprintf("%s有%d格以符号代替数字：%s。", tableNames[t][0], len(ops), listLabels(ops)),
				MessageEN: fmt.Sprintf("%s has %d cells with a sign instead of a number.", tableNames[t][1], len(ops)),
				Formula:   fmt.Sprintf("%s以符号代数字%d格", tableNames[t][0], len(ops)),
				Operands:  ops,
			})
		})
	},
}

// eachTable calls do for each of the statutory tables that was found; with
// none the rule does not apply.
func eachTable(p *check.Run, do func(form.Table)) {
	if p.Report.Form == form.Free {
		return
	}
	for t := form.Two; t <= form.Four; t++ {
		if p.Report.Table(t).Found {
			do(t)
		}
	}
}
