package rule

import (
	"fmt"
	"slices"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// blankCell: see blank-cell.md for the text readers get.
var blankCell = &check.Rule{
	ID: "blank-cell", Title: tongue.Of("单元格是否填写", "cells filled in"),
	Found:  tongue.Of("有空白单元格", "blank cells"),
	Family: check.Numbers, Severity: check.S3, Grade: check.Assessed,
	Basis:       tongue.Of("年度报告格式各格填报数字；空白不等于零", "the cells of the printed form take numbers; a blank is not a zero"),
	Formula:     "空白格数 = 0",
	MayBeWrong:  tongue.Of("数字在转换中丢失，或表格以图片填写。", "the number was lost in conversion"),
	OnConverted: check.Unknown,
	Check: func(p *check.Run) {
		if p.Report.Form.Version != "2021" {
			p.NA() // the 2019 form leaves zeros blank
			return
		}
		everyTable(func(t form.Table) {
			ops := cellsOf(p, t, func(_ form.Def, c report.Cell) bool { return c.State == report.Blank })
			if len(ops) == 0 {
				// Without the lines of a table a blank is not there to be seen: it
				// leaves a row with a number too few, put in place by its sums.
				lost := flattened(p.Report) || p.Report.Layout == "md"
				if !unread(p, t, func(c report.Cell) bool { return c.Recovered && lost }, "是否空白") {
					p.Pass()
				}
				return
			}
			f := check.Finding{
				Message: tongue.Of(fmt.Sprintf("%s有%d格空白：%s。", tableNames[t].ZH, len(ops), listLabels(ops)),
					fmt.Sprintf("%s has %d blank cells.", tableNames[t].EN, len(ops))),
				Formula:  fmt.Sprintf("%s空白%d格", tableNames[t].ZH, len(ops)),
				Operands: ops,
			}
			if slices.ContainsFunc(ops, keyCell) {
				f.Severity = check.S2
			}
			p.Hint(f)
		})
	},
}

// flattened reports whether the tables came without their lines, as text.
func flattened(r *report.Report) bool { return r.Layout == "text" || r.Layout == "pdf" }

// keyCell reports whether an operand lies in the balance of table three or in
// a total.
func keyCell(o check.Operand) bool {
	row, col, _ := cutLast(o.Key)
	return col == "total" || slices.Contains(keyRows, row)
}

func cutLast(key form.Key) (row, col string, ok bool) {
	i := strings.LastIndexByte(key, '.')
	if i < 0 {
		return key, "", false
	}
	return key[:i], key[i+1:], true
}

// listLabels names operands, the first three of many.
func listLabels(ops []check.Operand) string {
	var names []string
	for i, o := range ops {
		if i == 3 {
			return strings.Join(names, "、") + "等"
		}
		names = append(names, "“"+o.Label+"”")
	}
	return strings.Join(names, "、")
}
