package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textCarriedIn: see text-carried-in.md for the text readers get.
var textCarriedIn = &check.Rule{
	ID: "text-carried-in", Title: tongue.Of("正文上年结转数", "carried in, in the prose"),
	Found:  tongue.Of("正文上年结转数与表不符", "carried in differs from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表三“二、上年结转”所述应为同一事实",
		"the text and table three of one report state the same fact"),
	Formula: "正文“上年结转N件”：N = 上年结转总计",
	MayBeWrong: tongue.Of("正文所说的结转只是其中一部分，或统计口径与表格不同。",
		"the text speaks of a part, or of another scope than the table"),
	Check: ask(fact.CarriedIn),
}
