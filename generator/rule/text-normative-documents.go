package rule

import (
	"regexp"

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
	Check: func(p *check.Run) {
		const row = "proactive.normative_documents."
		issued := row + "issued"
		if p.Report.Form.Version == "2019" {
			issued = row + "made"
		}
		for _, q := range []struct {
			kind fact.Kind
			what tongue.Text
			key  string
		}{
			{fact.NormativeIssued, tongue.Of("行政规范性文件本年制发件数", "normative documents issued"), issued},
			{fact.NormativeRepealed, tongue.Of("行政规范性文件本年废止件数", "normative documents repealed"), row + "repealed"},
			{fact.NormativeInForce, tongue.Of("行政规范性文件现行有效件数", "normative documents in force"), row + "in_force"},
		} {
			ask(p, question{what: q.what, facts: whole(facts(p).Of(q.kind)), is: []amount{cells(q.key)}, hedge: documentHedge})
		}
	},
}

// documentHedge are words of a sentence that count documents of others, or more
// than this year's.
var documentHedge = regexp.MustCompile(`修订|修改|修正|重新|牵头|起草|代拟|联合|会同|名义|以来|期间|累计|历年|审查|备案|转发|失效|五年|三年|部门制|参与|提请|推动`)
