package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textNormativeDocuments: see text-normative-documents.md for the text readers get.
var textNormativeDocuments = &check.Rule{
	ID: "text-normative-documents", Title: tongue.Of("正文规范性文件数", "normative documents, in the prose"),
	Found:  tongue.Of("正文规范性文件数与表不符", "normative documents differ from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表二“行政规范性文件”所述应为同一事实",
		"the text and table two of one report state the same fact"),
	Formula: "正文“制发（废止、现行有效）行政规范性文件N件”：N = 表二相应格",
	MayBeWrong: tongue.Of("正文所说的文件不都是行政规范性文件，或是代拟、参与制定的。",
		"not all the documents meant are normative documents, or the agency only drafted them"),
	Check: ask(fact.NormativeIssued, fact.NormativeRepealed, fact.NormativeInForce),
}
