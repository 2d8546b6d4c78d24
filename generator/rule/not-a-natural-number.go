package rule

import (
	"fmt"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// notANaturalNumber: see not-a-natural-number.md for the text readers get.
var notANaturalNumber = &check.Rule{
	ID: "not-a-natural-number", Title: tongue.Of("件数是否自然数", "counts as natural numbers"),
	Found:  tongue.Of("件数非整数或为负", "count negative or with decimals"),
	Family: check.Numbers, Severity: check.S2, Grade: check.Printed,
	Basis:   tongue.Of("年度报告格式各格以件数、数量计", "the cells of the printed form are counts"),
	Formula: "件数是非负整数；金额不为负",
	MayBeWrong: tongue.Of("小数点或负号由转换工具带入。金额可以有小数。",
		"a point or a minus sign came with a converter; amounts may have decimals"),
	Check: func(p *check.Run) {
		eachTable(p, func(t form.Table) {
			var plain, doubtful []check.Operand
			for i, d := range p.Report.Form.Defs {
				if d.Table != t || i >= len(p.Report.Cells) || strings.HasSuffix(d.Key, ".change") {
					continue
				}
				c := p.Report.Cells[i]
				if c.State != report.Number || c.Value.Unscaled >= 0 && (d.Amount || c.Value.IsInt()) {
					continue
				}
				if check.Firm(c) {
					plain = append(plain, p.Cell(d.Key))
				} else {
					doubtful = append(doubtful, p.Cell(d.Key))
				}
			}
			// What sums ask of tables three and four tells of their unread cells;
			// nothing else asks those of table two.
			unread := cellsOf(p, t, func(d form.Def, c report.Cell) bool { return t == form.Two && c.State == report.Garbled })
			f := check.Finding{Operands: append(plain, doubtful...)}
			if len(f.Operands) > 0 {
				f.Formula = f.Operands[0].Text + " ∉ ℕ"
				f.Message = tongue.Of("“"+f.Operands[0].Label+"”填报"+f.Operands[0].Text+"，与件数为非负整数不符。", "a count is not a natural number.")
			}
			switch {
			case len(plain) > 0:
				p.Fail(f)
			case len(doubtful) > 0:
				p.Unknown(f)
			case len(unread) > 0:
				p.Unknown(unreadOf(p, t, unread))
			default:
				p.Pass()
			}
		})
	},
}

// unreadOf says which cells of a table are no number that can be asked.
func unreadOf(p *check.Run, t form.Table, ops []check.Operand) check.Finding {
	for i := range ops {
		if raw := p.Report.Cell(ops[i].Key).Raw; raw != "" {
			ops[i].Text = raw
		}
	}
	return check.Finding{
		Operands: ops,
		Message: tongue.Of(fmt.Sprintf("%s有%d格读不成数：“%s”填“%s”。", tableNames[t].ZH, len(ops), ops[0].Label, clip(ops[0].Text)),
			fmt.Sprintf("%s: %d cells are no number.", tableNames[t].EN, len(ops))),
		Formula: ops[0].Text + " ∉ ℕ",
	}
}
