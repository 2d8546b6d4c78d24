package rule

import (
	"strconv"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// tables of fewer numbers than this may be the same by chance.
const copiedAtLeast = 5

// tablesCopied: see tables-copied.md for the text readers get.
var tablesCopied = &check.Rule{
	ID: "tables-copied", Title: tongue.Of("两年表格是否相同", "tables of two years"),
	Found:  tongue.Of("表格数据与上年全同", "tables same as last year"),
	Family: check.CrossYear, Severity: check.S2, Grade: check.Assessed,
	Basis:      tongue.Of("三张表反映一年的工作，两年全同的可能很小", "the tables are of one year's work; two years are hardly ever the same"),
	Formula:    "三张表中不为零的各格，与上年全同的表数 = 0（至少5格不为零）",
	MayBeWrong: tongue.Of("业务量小而稳定的机关，数字可能碰巧相同。", "a small and steady body may have the same numbers by chance"),
	Needs:      check.LastYear,
	Check: func(p *check.Run) {
		if p.Report.Form == form.Free {
			p.NA()
			return
		}
		e, why := lastYear(p)
		if why != "" {
			notHeld(p, why)
			return
		}
		same, compared := 0, 0
		var ops []check.Operand
		for i, d := range p.Report.Form.Defs {
			if i >= len(p.Report.Cells) || e.Report.Form.Index(d.Key) < 0 {
				continue
			}
			a, b := p.Report.Cells[i], e.Report.Cell(d.Key)
			if a.State != report.Number || b.State != report.Number {
				continue
			}
			compared++
			if a.Value.Cmp(b.Value) != 0 {
				p.Pass()
				return
			}
			if !a.Value.IsZero() {
				same++
				ops = append(ops, p.Cell(d.Key))
			}
		}
		if same < copiedAtLeast || compared == 0 {
			p.NA()
			return
		}
		n := strconv.Itoa(same)
		p.Hint(check.Finding{
			Message: tongue.Of("三张表中不为零的"+n+"格与"+strconv.Itoa(e.Year)+"年年报全部相同，请核实。",
				"all "+n+" numbers of the tables are those of last year."),
			Formula: n + "/" + n, Operands: ops,
		})
	},
}
