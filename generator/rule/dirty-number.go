package rule

import (
	"fmt"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// dirtyNumber: see dirty-number.md for the text readers get.
var dirtyNumber = &check.Rule{
	ID: "dirty-number", Title: tongue.Of("数字的写法", "how numbers are written"),
	Found:  tongue.Of("数字夹杂字符", "dirty number"),
	Family: check.Numbers, Severity: check.S3, Grade: check.Assessed,
	Basis:   tongue.Of("年度报告格式各格填报数字，单位印在表头", "the cells of the printed form take numbers; units are printed in the head"),
	Formula: "格内只有数字",
	MayBeWrong: tongue.Of("字符由转换工具带入。本站只取数字，原样保留所见文字。",
		"the characters came with a converter; the number is used and the text kept as printed"),
	Check: func(p *check.Run) {
		eachTable(p, func(t form.Table) {
			ops := cellsOf(p, t, func(d form.Def, c report.Cell) bool {
				// The 2019 form leaves the unit of procurement to the agency: 251000元.
				return c.Dirty && !(d.Amount && p.Report.Form.Version == "2019")
			})
			if len(ops) == 0 {
				p.Pass()
				return
			}
			for i := range ops {
				ops[i].Text = p.Report.Cell(ops[i].Key).Raw
			}
			p.Hint(check.Finding{
				Message: tongue.Of(fmt.Sprintf("%s有%d格数字夹杂其他字符：“%s”。", tableNames[t].ZH, len(ops), clip(ops[0].Text)),
					fmt.Sprintf("%s has %d cells where other characters stand with the number.", tableNames[t].EN, len(ops))),
				Formula:  fmt.Sprintf("%s夹杂字符%d格", tableNames[t].ZH, len(ops)),
				Operands: ops,
			})
		})
	},
}
