package rule

import (
	"fmt"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// dashForZero: see dash-for-zero.md for the text readers get.
var dashForZero = &check.Rule{
	ID: "dash-for-zero", Title: tongue.Of("零的写法", "how zero is written"),
	Found:  tongue.Of("以符号代零", "dash for zero"),
	Family: check.Numbers, Severity: check.S3, Grade: check.Assessed,
	Basis:   tongue.Of("年度报告格式各格填报数字", "the cells of the printed form take numbers"),
	Formula: "以“—”“/”“无”“不适用”等代替数字的格数 = 0",
	MayBeWrong: tongue.Of("部门无权制定规章而填“不适用”，可以理解；转换工具也会用符号占位。",
		"a department that may make no rules sensibly writes “not applicable”; converters use dashes as placeholders"),
	Check: func(p *check.Run) {
		if p.Report.Form == form.Free {
			return
		}
		everyTable(func(t form.Table) {
			ops := cellsOf(p, t, func(_ form.Def, c report.Cell) bool { return c.State == report.Dash })
			if len(ops) == 0 {
				if !unread(p, t, func(report.Cell) bool { return false }, "是否以符号代替数字") {
					p.Pass()
				}
				return
			}
			p.Hint(check.Finding{
				Message: tongue.Of(fmt.Sprintf("%s有%d格以符号代替数字：%s。", tableNames[t].ZH, len(ops), listLabels(ops)),
					fmt.Sprintf("%s has %d cells with a sign instead of a number.", tableNames[t].EN, len(ops))),
				Formula:  fmt.Sprintf("%s以符号代数字%d格", tableNames[t].ZH, len(ops)),
				Operands: ops,
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

// everyTable calls do for each of the statutory tables, found or not.
func everyTable(do func(form.Table)) {
	for t := form.Two; t <= form.Four; t++ {
		do(t)
	}
}

// unread records that what stands in a table cannot be told where it was not
// read, or cells of it were not, and reports whether that is so. or names cells
// whose reading does not tell it either. Cells that a converter cut away, as
// whole columns are, are table-shape's matter: what is left can be told.
func unread(p *check.Run, t form.Table, or func(report.Cell) bool, asked string) bool {
	name := tableNames[t]
	short, _, _ := strings.Cut(name.ZH, "（")
	if !p.Report.Table(t).Found {
		p.Unknown(check.Finding{
			Message:     tongue.Of(name.ZH+"没有读到，"+asked+"无法判断。", name.EN+" was not read, so this cannot be told."),
			Formula:     name.ZH + "：缺",
			Responsible: check.ByMixed,
			Bar: &check.Bar{
				Why:   tongue.Of(short+"没有读到", name.EN+": not read"),
				Brief: tongue.Of(short+"没有读到", name.EN+" not read"),
			},
		})
		return true
	}
	none := !anyCell(p, t, func(c report.Cell) bool { return c.State != report.Missing })
	doubt := cellsOf(p, t, func(_ form.Def, c report.Cell) bool { return none || c.State == report.Garbled || or(c) })
	if len(doubt) == 0 {
		return false
	}
	p.Unknown(check.Finding{
		Message: tongue.Of(fmt.Sprintf("%s有%d格未能在其位置读出：%s，%s无法判断。", name.ZH, len(doubt), listLabels(doubt), asked),
			fmt.Sprintf("%s has %d cells that could not be read at their place, so this cannot be told.", name.EN, len(doubt))),
		Formula:     fmt.Sprintf("%s未读出%d格", name.ZH, len(doubt)),
		Operands:    doubt,
		Responsible: check.ByParser,
	})
	return true
}
