package rule

import (
	"strings"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// feeAmount: see fee-amount.md for the text readers get.
var feeAmount = &check.Rule{
	ID: "fee-amount", Title: tongue.Of("收费金额与计费标准", "amount and tariff"),
	Found:  tongue.Of("收费金额与计费标准不合", "amount does not fit the tariff"),
	Family: check.Fees, Severity: check.S3, Grade: check.Assessed,
	Basis: tongue.Of("国办函〔2020〕109号：按件每件100元起，按量每页10、20、40元",
		"State Council Office letter 2020 no. 109: by item from 100 yuan, by page 10, 20 or 40 yuan"),
	Formula: "收取的信息处理费（元）是10的整数倍",
	MayBeWrong: tongue.Of("金额含退费、零头或其他费用，或以万元计并经四舍五入。",
		"the amount holds refunds or other charges, or was rounded"),
	Check: func(p *check.Run) {
		if !feesApply(p) {
			return
		}
		for _, f := range clearly(p, fact.Fee) {
			finding := check.Finding{
				Pos: f.Pos, Operands: []check.Operand{{Label: "正文", Text: f.Text, Pos: f.Pos}},
				Formula: f.Value.String() + "元不是10元的整数倍",
			}
			switch {
			case f.Value.IsInt() && f.Value.Int64()%10 == 0:
				p.Pass()
			case strings.Contains(f.Text, "万"):
				finding.Message = tongue.Of("正文称“"+f.Text+"”，以万元计，是否合计费标准无法判断。",
					"the amount is stated in ten thousand yuan and may be rounded.")
				p.Unknown(finding)
			case p.Entry.Abridged():
				finding.Message = tongue.Of("正文称“"+f.Text+"”，本站收录的是节录本，无法判断。", "this archive holds an abridged edition.")
				p.Unknown(finding)
			default:
				finding.Message = tongue.Of("正文称“"+f.Text+"”，"+f.Value.String()+"元与信息处理费的计费标准不合。",
					"the fee of "+f.Value.String()+" yuan does not fit the tariff, whose amounts are multiples of ten.")
				p.Hint(finding)
			}
		}
	},
}
