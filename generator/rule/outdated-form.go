package rule

import (
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// outdatedForm: see outdated-form.md for the text readers get.
var outdatedForm = &check.Rule{
	ID: "outdated-form", Title: tongue.Of("所用格式版本", "version of the form"),
	Found:  tongue.Of("沿用旧格式", "outdated form used"),
	Family: check.Structure, Severity: check.S2, Grade: check.Printed,
	Basis: tongue.Of("自2021年度起适用的年度报告格式（国办公开办函〔2021〕30号）",
		"the form in use from report year 2021 (letter 2021 no. 30)"),
	Formula:    "2021年度起：表二为2021年格式，表三（六）其他处理分列三行",
	MayBeWrong: tongue.Of("正确的表格之外另附了一张地方表格。", "a local table stands beside the right one"),
	Check: func(p *check.Run) {
		f := p.Report.Form
		if p.Entry.Year < 2021 || f == form.Free || !p.Report.Table(form.Two).Found && !p.Report.Table(form.Three).Found {
			p.NA()
			return
		}
		if f.Version != "2019" && !f.OneRow {
			p.Pass()
			return
		}
		find := check.Finding{
			Message:  tongue.Of("表二用的是2019年格式的栏目，与自2021年度起的格式不符。", "table two has the headings of the 2019 form."),
			Formula:  "2019年格式 ≠ 2021年格式",
			Operands: []check.Operand{p.Cell("proactive.rules.made")}, Pos: p.Report.Table(form.Two).Pos,
		}
		if f.Version != "2019" {
			find.Message = tongue.Of("表三“（六）其他处理”只有一行，与自2021年度起分列三行的格式不符。",
				"row (6) of table three is one row, not three.")
			find.Formula = "（六）1行 ≠ 3行"
			find.Operands = []check.Operand{p.Cell("requests.other_outcome.total")}
			find.Pos = find.Operands[0].Pos
		}
		p.Fail(find)
	},
}
