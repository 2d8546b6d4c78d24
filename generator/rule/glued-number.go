package rule

import (
	"regexp"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// gluedNumber: see glued-number.md for the text readers get.
var gluedNumber = &check.Rule{
	ID: "glued-number", Title: tongue.Of("数字是否粘连", "numbers apart from each other"),
	Found:  tongue.Of("数字粘连", "glued numbers"),
	Family: check.Numbers, Severity: check.S3, Grade: check.Heuristic, Guard: true,
	Basis:      tongue.Of("格内应为一个数字", "a cell holds one number"),
	Formula:    "行号、标签不与数字相连；一格不大于本行总计的100倍",
	MayBeWrong: tongue.Of("数字确实很大而总计有误。", "the number is really large and the total is wrong"),
	Check: func(p *check.Run) {
		eachTable(p, func(t form.Table) {
			ops := cellsOf(p, t, func(_ form.Def, c report.Cell) bool { return labelGlued.MatchString(han.Squeeze(c.Raw)) })
			formula := ""
			if len(ops) > 0 {
				formula = "“" + clip(p.Report.Cell(ops[0].Key).Raw) + "”"
			}
			if t == form.Three {
				for _, row := range p.Report.Form.Rows(t) {
					if d := doubtfulRows(p)[row]; d.glued {
						formula = d.formula
						for _, c := range form.Columns {
							ops = append(ops, p.Cell(row+"."+c))
						}
					}
				}
			}
			if len(ops) == 0 {
				p.Pass()
				return
			}
			p.Hint(check.Finding{
				Message: tongue.Of(tableNames[t].ZH+"有数字疑似粘连，请对照原件。",
					tableNames[t].EN+": a number may be stuck to its label or its neighbour."),
				Formula: formula, Operands: ops,
			})
		})
	},
}

// A printed row number or label that runs into a value: 3.其他0.
var labelGlued = regexp.MustCompile(`^[（(]?[0-9一二三四五六七八]{1,2}[）).．、]?\p{Han}{2,}[0-9]+$`)
