package rule

import (
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// carryOverExceedsSupply: see carry-over-exceeds-supply.md for the text readers get.
var carryOverExceedsSupply = &check.Rule{
	ID: "carry-over-exceeds-supply", Title: tongue.Of("结转与总量", "carry-over against supply"),
	Found:  tongue.Of("结转多于总量", "carry-over exceeds the supply"),
	Family: check.CrossFooting, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("由表三表头公式推得：结转下年度不多于本年新收与上年结转之和",
		"follows from the formula in the head of table three"),
	Formula: "结转下年度 ≤ 本年新收 + 上年结转",
	MayBeWrong: tongue.Of("行、列对应有误。只在“收办平衡”无法核对时使用。",
		"a row or column was taken for another; asked only where the balance cannot be checked"),
	Check: func(p *check.Run) {
		if !tableThree(p) {
			return
		}
		for _, col := range form.Columns {
			k := func(row string) form.Key { return "requests." + row + "." + col }
			in, before, out := p.Cell(k("received")), p.Cell(k("carried_in")), p.Cell(k("carried_out"))
			a, b, c := read(p.Report.Cell(in.Key)), read(p.Report.Cell(before.Key)), read(p.Report.Cell(out.Key))
			if p.Report.Cell(k("outcomes_total")).Plain() || !allPlain(a, b, c) {
				p.NA()
				continue
			}
			if c.n.Cmp(a.n.Add(b.n)) <= 0 {
				p.Pass()
				continue
			}
			p.Fail(check.Finding{
				Message: tongue.Of(form.ColumnNames[col]+"列结转下年度"+out.Text+"件，与本年新收、上年结转之和"+a.n.Add(b.n).String()+"件不符。",
					"more was carried on than there was."),
				Formula: out.Text + " > " + in.Text + " + " + before.Text, Operands: []check.Operand{out, in, before},
			})
		}
	},
}
