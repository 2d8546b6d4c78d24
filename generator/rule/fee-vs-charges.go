package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// leastFee is the least fee, in yuan, that table two must show in 万元 with two
// decimals.
const leastFee = 100

// feeVsCharges: see fee-vs-charges.md for the text readers get.
var feeVsCharges = &check.Rule{
	ID: "fee-vs-charges", Title: tongue.Of("信息处理费与表二收费", "fee and charges of table two"),
	Found:  tongue.Of("收了信息处理费而表二收费为零", "fee taken, charges of table two nil"),
	Family: check.Fees, Severity: check.S3, Grade: check.Assessed,
	Basis: tongue.Of("信息处理费属于行政事业性收费的一种，表二列本年收费金额",
		"the information-processing fee is a kind of administrative charge, whose amount table two shows"),
	Formula: "收取的信息处理费 ≥ 100元时，表二行政事业性收费 > 0",
	MayBeWrong: tongue.Of("以万元计四舍五入为零，或费用缴入其他账户，未计入本机关收费。",
		"rounded to zero in ten thousand yuan, or paid into another account"),
	Check: func(p *check.Run) {
		const key = "proactive.charges.amount"
		if !feesApply(p) || p.Report.Form.Index(key) < 0 {
			return
		}
		for _, f := range clearly(p, fact.Fee) {
			if f.Value.Cmp(report.Int(leastFee)) < 0 {
				continue // none or too little to show; the reverse is no conflict
			}
			c := p.Report.Cell(key)
			finding := check.Finding{
				Pos:      f.Pos,
				Operands: []check.Operand{{Label: "正文", Text: f.Text, Pos: f.Pos}, p.Cell(key)},
				Formula:  f.Value.String() + "元，表二" + check.Shown(c),
			}
			switch {
			case c.State == report.Number && !c.Value.IsZero():
				p.Pass()
			case !c.Plain():
				finding.Message = tongue.Of("正文称“"+f.Text+"”，表二行政事业性收费未填数字，无法核对。",
					"the cell of charges in table two holds no plain number.")
				p.Unknown(finding)
			case p.Entry.Abridged():
				finding.Message = tongue.Of("正文称“"+f.Text+"”，本站收录的是节录本，无法判断。", "this archive holds an abridged edition.")
				p.Unknown(finding)
			default:
				finding.Message = tongue.Of("正文称“"+f.Text+"”，表二行政事业性收费为0。",
					"fees of "+f.Value.String()+" yuan are stated, table two shows no charges.")
				p.Hint(finding)
			}
		}
	},
}
