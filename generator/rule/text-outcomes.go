package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textOutcomes: see text-outcomes.md for the text readers get.
var textOutcomes = &check.Rule{
	ID: "text-outcomes", Title: tongue.Of("正文分类结果数", "outcomes, in the prose"),
	Found:  tongue.Of("正文分类结果数与表不符", "outcomes differ from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表三“三、本年度办理结果”所述应为同一事实",
		"the text and table three of one report state the same fact"),
	Formula: "正文“予以公开（部分公开、不予公开、无法提供、不予处理、其他处理）N件”：N = 表三该组各行总计之和",
	MayBeWrong: tongue.Of("正文用的词比表格的组宽或窄，或只计其中一部分。",
		"the words of the text are wider or narrower than the group, or speak of a part"),
	Check: ask(fact.Granted, fact.Partial, fact.Denied, fact.Unavailable, fact.Unprocessed, fact.Other),
}
