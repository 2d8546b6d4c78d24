package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textLitigation: see text-litigation.md for the text readers get.
var textLitigation = &check.Rule{
	ID: "text-litigation", Title: tongue.Of("正文诉讼数", "litigation, in the prose"),
	Found:  tongue.Of("正文诉讼数与表不符", "litigation differs from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表四“行政诉讼”所述应为同一事实",
		"the text and table four of one report state the same fact"),
	Formula:    "正文“政府信息公开行政诉讼N件”或“未发生”：N = 未经复议直接起诉总计 + 复议后起诉总计",
	MayBeWrong: tongue.Of("正文只计一审、二审或两类诉讼中的一类。", "the text counts one instance, or one of the two kinds of suit"),
	Check:      ask(fact.Suits, fact.SuitsDirect, fact.SuitsAfter),
}
