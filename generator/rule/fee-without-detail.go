package rule

import (
	"strings"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// feeWithoutDetail: see fee-without-detail.md for the text readers get.
var feeWithoutDetail = &check.Rule{
	ID: "fee-without-detail", Title: tongue.Of("收费是否写明件数金额", "count and amount of fees"),
	Found:  tongue.Of("收费未写明件数或金额", "fee without count or amount"),
	Family: check.Fees, Severity: check.S3, Grade: check.Assessed,
	Basis: tongue.Of("流通的2021年空白格式第六部分注明在此报告收取信息处理费的情况；国办函〔2020〕109号按件或按量计收",
		"a blank 2021 form in circulation says that the fee is reported in part six; it is charged by item or by page"),
	Formula:    "收取信息处理费 > 0 时，正文载有件数和金额",
	MayBeWrong: tongue.Of("明细写在附件或别处。", "the detail stands in an attachment or elsewhere"),
	Check: func(p *check.Run) {
		if !feesApply(p) {
			return
		}
		amount, items := some(facts(p).Of(fact.Fee)), some(facts(p).Of(fact.FeeItems, fact.FeeNotice))
		collected := some(facts(p).Of(fact.FeeItems))
		switch {
		case amount == nil && collected == nil:
			if t, ok := collectedSome(p); ok {
				p.Absent(check.Finding{
					Message: tongue.Of("正文称“"+clip(t.Text)+"”，未见收费件数和金额的说明。",
						"fees were charged, neither the number of requests nor the amount was seen."),
					Formula: "件数：缺，金额：缺", Operands: []check.Operand{check.Words("正文", t)}, Pos: t.Pos,
				})
				return
			}
			if len(facts(p).Of(fact.Fee)) > 0 { // none, said in words or as 0
				p.Pass()
			}
		case amount != nil && (items != nil || len(amount.Counts()) > 0):
			p.Pass()
		case amount != nil:
			p.Absent(check.Finding{
				Message: tongue.Of("正文称“"+amount.Text+"”，未见收费件数的说明。",
					"an amount of fees is stated, the number of requests it was charged for was not seen."),
				Formula:  "金额" + amount.Value.String() + "元，件数：缺",
				Operands: []check.Operand{{Label: "正文", Text: amount.Text, Pos: amount.Pos}}, Pos: amount.Pos,
			})
		default:
			p.Absent(check.Finding{
				Message:  tongue.Of("正文称“"+collected.Text+"”，未见收费金额的说明。", "fees were charged, the amount was not seen."),
				Formula:  "件数" + collected.Value.String() + "，金额：缺",
				Operands: []check.Operand{{Label: "正文", Text: collected.Text, Pos: collected.Pos}}, Pos: collected.Pos,
			})
		}
	},
}

// collectedSome is a sentence that says no more than that a fee was collected.
func collectedSome(p *check.Run) (report.Text, bool) {
	for _, s := range sentences(p) {
		if w := tookFee.Find(s.flat); w != "" && strings.HasSuffix(strings.TrimRight(s.flat, "，。；"), w) && !tookNone.In(s.flat) {
			return s.words(), true
		}
	}
	return report.Text{}, false
}

var (
	tookFee  = han.List("收取了…6信息处理费")
	tookNone = han.List("未 没 不 无 免 如 若 是否")
)

// some is the first statement about this year that is not zero, nil if none.
func some(fs []fact.Fact) *fact.Fact {
	for i := range fs {
		if fs[i].Time == fact.ThisYear && fs[i].Scope < fact.Channel && !fs[i].Value.IsZero() {
			return &fs[i]
		}
	}
	return nil
}
