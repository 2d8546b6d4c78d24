package rule

import (
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// documents are the two kinds of documents of table two.
var documents = []struct {
	row  string
	name tongue.Text
}{
	{"proactive.rules", tongue.Of("规章", "government rules")},
	{"proactive.normative_documents", tongue.Of("行政规范性文件", "normative documents")},
}

// inForceBelowNetIssue: see in-force-below-net-issue.md for the text readers get.
var inForceBelowNetIssue = &check.Rule{
	ID: "in-force-below-net-issue", Title: tongue.Of("现行有效与净制发", "in force against net issue"),
	Found:  tongue.Of("现行有效少于净制发", "fewer in force than issued less repealed"),
	Family: check.TableTwo, Severity: check.S2, Grade: check.Assessed,
	Basis:      tongue.Of("年度报告格式表二：本年制发、本年废止、现行有效件数", "table two of the printed form: issued, repealed, in force"),
	Formula:    "现行有效 ≥ 本年制发 − 本年废止",
	MayBeWrong: tongue.Of("文件到期失效而未废止，尚未施行，或是联合发文。", "documents lapsed, are not yet in force, or are joint"),
	Check: func(p *check.Run) {
		if p.Report.Form.Version != "2021" || !p.Report.Tables[0].Found {
			p.NA()
			return
		}
		for _, d := range documents {
			issued, repealed, force := p.Cell(d.row+".issued"), p.Cell(d.row+".repealed"), p.Cell(d.row+".in_force")
			a, b, c := read(p.Report.Cell(issued.Key)), read(p.Report.Cell(repealed.Key)), read(p.Report.Cell(force.Key))
			net := a.n.Add(negative(b.n))
			holds := c.n.Cmp(net) >= 0
			f := check.Finding{
				Message: tongue.Of(d.name.ZH+"现行有效"+force.Text+"件，与本年制发"+issued.Text+"件、废止"+repealed.Text+"件不符。",
					d.name.EN+": fewer in force than were issued and not repealed this year."),
				Formula:  force.Text + " < " + issued.Text + " − " + repealed.Text,
				Operands: []check.Operand{force, issued, repealed},
			}
			if holds {
				f.Formula = force.Text + " ≥ " + issued.Text + " − " + repealed.Text
			}
			settle(p, holds, f, a, b, c)
		}
	},
}
