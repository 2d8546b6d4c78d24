package rule

import (
	"regexp"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// The number of requests received is r1, or r1 + r2 where the prose counts
// what was carried in along.
var receivedAmounts = []amount{
	cells("requests.received.total"),
	cells("requests.received.total", "requests.carried_in.total"),
}

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
		ask(p, question{
			what: tongue.Of("本年新收总计", "received"), facts: whole(facts(p).Of(fact.Received)), is: receivedAmounts, hedge: receivedHedge, before: handledBy,
			// none against some is another rule
			skip: func(f fact.Fact, table report.Decimal, plain bool) bool {
				return plain && f.Value.IsZero() != table.IsZero()
			},
		})
	},
}

// receivedHedge are words of a sentence that count more or less than the
// requests received: what was sorted out, put off or handled for others. Those
// of handledBy only say so where they stand before the number.
var (
	receivedHedge = regexp.MustCompile(`剔除|收到[且并]已?办|不属于|补正后|历年|名义|以来|人次|政务服务|重复`)
	handledBy     = regexp.MustCompile(`登记|交办|转办|协助|承办|审核|指导`)
)
