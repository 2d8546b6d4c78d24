package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// textNoneVsSome: see text-none-vs-some.md for the text readers get.
var textNoneVsSome = &check.Rule{
	ID: "text-none-vs-some", Title: tongue.Of("正文所述有无申请", "none or some, in the prose"),
	Found:  tongue.Of("正文所述有无申请与表矛盾", "none in the prose, some in the table, or the reverse"),
	Family: check.TextVsTable, Severity: check.S1, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表三“一、本年新收”所述应为同一事实",
		"the text and table three of one report state the same fact"),
	Formula: "正文“未收到申请”当且仅当本年新收总计 = 0",
	MayBeWrong: tongue.Of("“未收到”说的是复议、某一单位、某一渠道或另一年。",
		"“none received” speaks of reviews, one unit, one channel or another year"),
	Check: func(p *check.Run) {
		c, _ := countOf(fact.Received)
		c.compare(p, c.facts(p), func(f fact.Fact, table report.Decimal, _ bool) bool {
			both := f.Value.IsZero() == table.IsZero()
			if both { // some here and there: whether it is the same number is another rule
				p.Pass()
			}
			return both
		})
	},
}
