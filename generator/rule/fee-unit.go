package rule

import (
	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// feeUnit: see fee-unit.md for the text readers get.
var feeUnit = &check.Rule{
	ID: "fee-unit", Title: tongue.Of("收费金额的单位", "unit of the fee"),
	Found:  tongue.Of("收费金额单位疑误", "unit of the fee suspect"),
	Family: check.TableTwo, Severity: check.S3, Grade: check.Heuristic,
	Basis:      tongue.Of("年度报告格式表二“本年收费金额（单位：万元）”", "table two of the printed form: fees in units of 10,000 yuan"),
	Formula:    "收费金额以万元计；两年之比在 1/1000 与 1000 之间",
	MayBeWrong: tongue.Of("收费项目确有重大调整。", "fees were really reformed"),
	Needs:      check.LastYear,
	Check: func(p *check.Run) {
		const key = "proactive.charges.amount"
		c := p.Report.Cell(key)
		if p.Report.Form.Version != "2021" || c.State != report.Number {
			p.NA()
			return
		}
		op := p.Cell(key)
		if c.Unit == report.Yuan {
			p.Hint(check.Finding{
				Message: tongue.Of("收费金额写作“"+c.Raw+"”，与表头单位“万元”不符。", "the amount is written in yuan, the head says 10,000 yuan."),
				Formula: "元 ≠ 万元", Operands: []check.Operand{op},
			})
			return
		}
		e, why := lastYear(p)
		if why != "" {
			notHeld(p, why)
			return
		}
		last := e.Report.Cell(key)
		if e.Report.Form.Version != "2021" || last.State != report.Number {
			notHeld(p, "上一年的收费金额未能读出")
			return
		}
		a, b := c.Value, last.Value
		if a.Unscaled > 0 && b.Unscaled > 0 && (a.Cmp(times(b, 1000)) >= 0 || b.Cmp(times(a, 1000)) >= 0) {
			p.Hint(check.Finding{
				Message: tongue.Of("收费金额由上年"+b.String()+"万元变为"+a.String()+"万元，相差千倍以上，单位请核实。",
					"the amount changed a thousandfold: the unit may be wrong."),
				Formula: a.String() + " / " + b.String(), Operands: []check.Operand{op, theirs(e, key)},
			})
			return
		}
		p.Pass()
	},
}

func times(d report.Decimal, n int64) report.Decimal { d.Unscaled *= n; return d }
