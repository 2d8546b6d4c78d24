package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textApplicants: see text-applicants.md for the text readers get.
var textApplicants = &check.Rule{
	ID: "text-applicants", Title: tongue.Of("正文申请人分类数", "applicants, in the prose"),
	Found:  tongue.Of("正文申请人分类数与表不符", "applicants differ from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表三“一、本年新收”各列所述应为同一事实",
		"the text and the columns of table three of one report state the same fact"),
	Formula: "正文“自然人N件，法人或其他组织M件”：N = 本年新收自然人列，M = 本年新收其余五列之和",
	MayBeWrong: tongue.Of("正文分列的是办结数而不是新收数，或以人计而不以件计。",
		"the text breaks down what was handled, or counts persons and not requests"),
	Check: ask(fact.Natural, fact.Legal, fact.Enterprise, fact.Research, fact.PublicWelfare, fact.LegalService),
}
