package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// textReceived: see text-received.md for the text readers get.
var textReceived = &check.Rule{
	ID: "text-received", Title: tongue.Of("正文新收数", "received, in the prose"),
	Found:  tongue.Of("正文新收数与表不符", "received differs from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表三“一、本年新收”所述应为同一事实",
		"the text and table three of one report state the same fact"),
	Formula: "正文“收到申请N件”：N = 本年新收总计，或 N = 本年新收总计 + 上年结转总计",
	MayBeWrong: tongue.Of("正文只计某一渠道、某一单位或本级，或统计口径与表格不同。",
		"the text counts one channel, one unit or another scope than the table"),
	Check: func(p *check.Run) {
		c, _ := countOf(fact.Received)
		c.compare(p, c.facts(p), func(f fact.Fact, table report.Decimal, plain bool) bool {
			return plain && f.Value.IsZero() != table.IsZero() // none against some is another rule
		})
	},
}
