package rule

import (
	"strconv"

	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// magnitudeJump: see magnitude-jump.md for the text readers get.
var magnitudeJump = &check.Rule{
	ID: "magnitude-jump", Title: tongue.Of("许可处罚强制的数量级", "order of magnitude of decisions"),
	Found:  tongue.Of("数量级突变", "order-of-magnitude jump"),
	Family: check.TableTwo, Severity: check.S3, Grade: check.Heuristic,
	Basis: tongue.Of("年度报告格式表二：行政许可、行政处罚、行政强制的处理决定数量，两年比较",
		"table two of the printed form, two years compared"),
	Formula:    "两年之比在 1/10 与 10 之间（较大者 ≥ 100）",
	MayBeWrong: tongue.Of("职权划转行政审批局、综合执法队伍，或统计口径改变。", "powers moved to another body, or the scope changed"),
	Needs:      check.LastYear,
	Check: func(p *check.Run) {
		if p.Report.Form.Version == "free" || !p.Report.Tables[0].Found {
			p.NA()
			return
		}
		e, why := lastYear(p)
		if why != "" {
			notHeld(p, why)
			return
		}
		jump := limits(p).MagnitudeJump
		for _, key := range []string{"proactive.licensing.decisions", "proactive.penalties.decisions", "proactive.compulsion.decisions"} {
			op, before := p.Cell(key), theirs(e, key)
			c, last := p.Report.Cell(key), e.Report.Cell(key)
			if c.State != report.Number || last.State != report.Number {
				p.NA()
				continue
			}
			a, b := c.Value, last.Value
			big, small := a, b
			if a.Cmp(b) < 0 {
				big, small = b, a
			}
			if big.Cmp(report.Int(100)) >= 0 && big.Cmp(times(small, int64(jump))) >= 0 {
				p.Hint(check.Finding{
					Message: tongue.Of(op.Label+"由上年"+b.String()+"变为"+a.String()+"，相差"+strconv.Itoa(jump)+"倍以上，请核实。",
						"the number changed "+strconv.Itoa(jump)+" times against last year."),
					Formula: a.String() + " / " + b.String(), Operands: []check.Operand{op, before},
				})
				continue
			}
			p.Pass()
		}
	},
}
