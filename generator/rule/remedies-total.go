package rule

import (
	"strconv"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// remediesTotal: see remedies-total.md for the text readers get.
var remediesTotal = &check.Rule{
	ID: "remedies-total", Title: tongue.Of("复议诉讼合计", "sums of reconsideration and litigation"),
	Found:  tongue.Of("复议诉讼合计不符", "results of reconsideration or litigation do not add up"),
	Family: check.CrossFooting, Severity: check.S1, Grade: check.Printed,
	Basis:      tongue.Of("年度报告格式表四各组“总计”栏", "the “total” of each group of table four of the printed form"),
	Formula:    "每组：结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计",
	MayBeWrong: tongue.Of("表四多出或缺少一格，数字与栏目错位。", "table four has a cell too many or too few, so numbers and headings part"),
	Check: func(p *check.Run) {
		t := p.Report.Table(form.Four)
		if p.Report.Form == form.Free || !t.Found {
			p.NA()
			return
		}
		// huzhu-sfj 2025 prints sixteen values under fifteen headings: which
		// belongs where cannot be told.
		f := p.Report.Form
		sums := f.Sums(form.Four, form.Across)
		cells := len(f.Defs) - sums[0].Left[0]
		surplus := t.Values > cells
		for _, s := range sums {
			e := equation(f, s)
			name := remedyNames[f.Defs[s.Right[0]].Row]
			if surplus {
				p.Unknown(check.Finding{
					Message: tongue.Of("表四"+name.ZH+"：读到"+strconv.Itoa(t.Values)+"格，格式为"+strconv.Itoa(cells)+"格，数字与栏目的对应无法判断。",
						"table four, "+name.EN+": "+strconv.Itoa(t.Values)+" values under "+strconv.Itoa(cells)+" headings, so which belongs where cannot be told."),
					Formula:  strconv.Itoa(t.Values) + " > " + strconv.Itoa(cells),
					Operands: []check.Operand{p.Cell(e.At)}, Pos: t.Pos,
				})
				continue
			}
			e.Name = tongue.Of("表四"+name.ZH, "table four, "+name.EN)
			p.Equal(e)
		}
	},
}
