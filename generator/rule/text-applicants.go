package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/form"
	"ogi/generator/report"
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
	Check: func(p *check.Run) {
		for _, g := range applicantCells {
			fs := facts(p).Of(g.kind)
			kept := fs[:0]
			for _, f := range fs {
				if f.Unit != "人" && f.Unit != "人次" && f.Unit != "户" && f.Unit != "家" && f.Unit != "名" {
					kept = append(kept, f)
				}
			}
			received := g.keys("requests.received")
			ask(p, question{
				what: tongue.Of("本年新收"+g.name.ZH, "received, "+g.name.EN), facts: kept,
				is: []amount{cells(received...)},
				near: []amount{
					{plus: append(g.keys("requests.received"), g.keys("requests.carried_in")...)},
					{plus: g.keys("requests.outcomes_total")},
				},
				firm: func(f fact.Fact) bool { return witnessed(p, f) || allApplicants(p, f) },
			})
		}
	},
}

var applicantCells = []applicantColumns{
	{fact.Natural, tongue.Of("自然人", "natural persons"), form.Columns[:1]},
	{fact.Legal, tongue.Of("法人或其他组织五列之和", "organisations"), form.Columns[1:6]},
	{fact.Enterprise, tongue.Of("商业企业", "enterprises"), form.Columns[1:2]},
	{fact.Research, tongue.Of("科研机构", "research institutions"), form.Columns[2:3]},
	{fact.PublicWelfare, tongue.Of("社会公益组织", "public-interest organisations"), form.Columns[3:4]},
	{fact.LegalService, tongue.Of("法律服务机构", "legal-service organisations"), form.Columns[4:5]},
}

// applicantColumns are the columns of table three that one word of the prose
// counts.
type applicantColumns struct {
	kind    fact.Kind
	name    tongue.Text
	columns []string
}

func (a applicantColumns) keys(row string) []form.Key {
	var ks []form.Key
	for _, c := range a.columns {
		ks = append(ks, row+"."+c)
	}
	return ks
}

// allApplicants reports whether the sentence counts natural persons and
// organisations, and both together are what was received.
func allApplicants(p *check.Run, f fact.Fact) bool {
	var sum report.Decimal
	n := 0
	for _, g := range facts(p).Of(fact.Natural, fact.Legal) {
		if g.Section == f.Section && g.Paragraph == f.Paragraph && g.Sentence == f.Sentence && g.Clear() {
			sum, n = sum.Add(g.Value), n+1
		}
	}
	c := p.Report.Cell("requests.received.total")
	return n == 2 && c.Plain() && sum.Cmp(c.Value) == 0
}
