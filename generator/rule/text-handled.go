package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textHandled: see text-handled.md for the text readers get.
var textHandled = &check.Rule{
	ID: "text-handled", Title: tongue.Of("正文办结数", "handled, in the prose"),
	Found:  tongue.Of("正文办结数与表不符", "handled differs from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表三“（七）总计”所述应为同一事实",
		"the text and table three of one report state the same fact"),
	Formula:    "正文“共答复（办结）N件”：N = （七）总计",
	MayBeWrong: tongue.Of("正文只计本年新收中已办结的，或只计某一部分。", "the text counts only a part of what was handled"),
	Check:      ask(fact.Handled, fact.Processed),
}
