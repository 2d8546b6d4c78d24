package rule

import (
	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/tongue"
)

// rulesStock: see rules-stock.md for the text readers get.
var rulesStock = &check.Rule{
	ID: "rules-stock", Title: tongue.Of("规章存量衔接", "stock of rules"),
	Found:  tongue.Of("规章存量不衔接", "stock of rules does not continue from last year"),
	Family: check.CrossYear, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("年度报告格式表二：制发、废止、现行有效件数，两年相接",
		"table two of the printed form: issued, repealed and in force, year on year"),
	Formula:    "本年现行有效 = 上年现行有效 + 本年制发 − 本年废止",
	MayBeWrong: tongue.Of("失效而未废止、修改、清理，或统计口径改变。", "rules lapsed, were amended or cleared, or the scope changed"),
	Needs:      check.LastYear,
	Check:      func(p *check.Run) { stock(p, 0) },
}

// normativeDocumentsStock: see normative-documents-stock.md for the text readers get.
var normativeDocumentsStock = &check.Rule{
	ID: "normative-documents-stock", Title: tongue.Of("规范性文件存量衔接", "stock of normative documents"),
	Found:  tongue.Of("规范性文件存量不衔接", "stock of normative documents does not continue from last year"),
	Family: check.CrossYear, Severity: check.S3, Grade: check.Assessed,
	Basis: tongue.Of("年度报告格式表二：制发、废止、现行有效件数，两年相接",
		"table two of the printed form: issued, repealed and in force, year on year"),
	Formula:    "本年现行有效 = 上年现行有效 + 本年制发 − 本年废止",
	MayBeWrong: tongue.Of("规范性文件有有效期，每年都有文件自然失效。", "normative documents have periods of validity and lapse every year"),
	Needs:      check.LastYear,
	Check:      func(p *check.Run) { stock(p, 1) },
}

var clearing = han.List("清理 失效 机构改革 有效期")

// stock compares what is in force with last year's and this year's movements.
func stock(p *check.Run, kind int) {
	d := documents[kind]
	if p.Report.Form.Version != "2021" || !p.Report.Tables[0].Found {
		p.NA()
		return
	}
	e, why := lastYear(p)
	if why == "" && e.Report.Form.Version != "2021" {
		why = "上年年报用的是2019年格式，没有现行有效件数"
	}
	if why == "" && merged(p) {
		why = "有前身机关并入"
	}
	if why != "" {
		notHeld(p, why)
		return
	}
	now, issued, repealed := p.Cell(d.row+".in_force"), p.Cell(d.row+".issued"), p.Cell(d.row+".repealed")
	before := theirs(e, d.row+".in_force")
	a, i, r, b := read(p.Report.Cell(now.Key)), read(p.Report.Cell(issued.Key)), read(p.Report.Cell(repealed.Key)), read(e.Report.Cell(before.Key))
	want := b.n.Add(i.n).Add(negative(r.n))
	holds := a.n.Cmp(want) == 0
	f := check.Finding{
		Message: tongue.Of(d.name.ZH+"现行有效"+now.Text+"件，与上年存量加减本年增减所得"+want.String()+"件不符。",
			d.name.EN+" in force do not follow from last year's and this year's movements."),
		Formula:  now.Text + sign(holds) + before.Text + " + " + issued.Text + " − " + repealed.Text,
		Operands: []check.Operand{now, before, issued, repealed}, Responsible: check.ByMixed,
	}
	if !holds && mentioned(p, clearing) {
		f.Severity = check.S3
	}
	settle(p, holds, f, a, i, r, b)
}
