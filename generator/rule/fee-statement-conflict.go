package rule

import (
	"slices"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

const feeUnpaid = "requests.other_outcome.fee_unpaid.total"

// feeStatementConflict: see fee-statement-conflict.md for the text readers get.
var feeStatementConflict = &check.Rule{
	ID: "fee-statement-conflict", Title: tongue.Of("收费说明与表三", "fee statement and table three"),
	Found:  tongue.Of("收费说明与表三矛盾", "fee statement conflicts with table three"),
	Family: check.Fees, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("表三（六）2“申请人逾期未按收费通知要求缴纳费用”以发出收费通知为前提",
		"row (6)2 of table three presupposes that a fee notice was sent"),
	Formula: "正文“未发出收费通知”：（六）2总计 = 0",
	MayBeWrong: tongue.Of("收费通知在上一年发出；正文只说某一类通知。",
		"the notice was sent the year before, or the text means one kind of notice"),
	Check: func(p *check.Run) {
		if !feesApply(p) || p.Report.Form.Index(feeUnpaid) < 0 {
			return
		}
		fs := slices.DeleteFunc(clearly(p, fact.FeeNotice), func(f fact.Fact) bool { return !f.Value.IsZero() })
		if len(fs) == 0 {
			return
		}
		none := &fs[0]
		c := p.Report.Cell(feeUnpaid)
		finding := check.Finding{
			Pos:      none.Pos,
			Operands: []check.Operand{{Label: "正文", Text: none.Text, Pos: none.Pos}, p.Cell(feeUnpaid)},
			Formula:  "收费通知0件，（六）2总计" + check.Shown(c),
		}
		unknown := func(zh, en string) {
			finding.Message = tongue.Of("正文称“"+none.Text+"”，与表三（六）2是否矛盾无法判断："+zh+"。",
				"the fee statement and row (6)2 cannot be compared: "+en+".")
			p.Unknown(finding)
		}
		switch {
		case c.State == report.Number && c.Value.IsZero():
			p.Pass()
		case c.State == report.Blank || c.State == report.Dash:
			p.PassNote(check.BlankAsZero)
		case !c.Plain():
			unknown("该格未能明确读出", "the cell was not read plainly")
		case p.Entry.Abridged():
			unknown("本站收录的是节录本，正文经过压缩", "this archive holds an abridged edition")
		case !sameScope(p, none):
			unknown("正文与表格的统计口径不明或不同", "the scope of the statement is not plainly that of the table")
		default:
			finding.Message = tongue.Of("正文称“"+none.Text+"”，与表三（六）2“逾期未按收费通知要求缴纳费用”"+c.Value.String()+"件不符。",
				"the text says that no fee notice was sent, row (6)2 has "+c.Value.String()+".")
			p.Fail(finding)
		}
	},
}
