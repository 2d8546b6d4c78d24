package rule

import (
	"slices"
	"strings"
	"sync"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// overviewItems: see overview-items.md for the text readers get.
var overviewItems = &check.Rule{
	ID: "overview-items", Title: tongue.Of("总体情况要素", "items of the overview"),
	Found:  tongue.Of("总体情况要素不全", "overview lacks an item"),
	Family: check.Structure, Severity: check.S2, Grade: check.Assessed,
	Basis: tongue.Of("年度报告格式第一部分“总体情况”主要包括的五项内容",
		"the five items that part one of the printed form mainly includes"),
	Formula:    "第一部分述及：主动公开、依申请公开、政府信息管理、平台建设、监督保障",
	MayBeWrong: tongue.Of("该项内容用别的说法写在正文里，没有单列标题。", "the item is treated in other words in the running text"),
	Check: func(p *check.Run) {
		if p.Entry.Year < 2021 {
			p.NA()
			return
		}
		s := p.Report.Section(1)
		if s == nil {
			p.Unknown(check.Finding{
				Message: tongue.Of("未能读出第一部分“总体情况”，无法判断其要素。", "part one could not be read."),
				Formula: "总体情况：缺",
			})
			return
		}
		told := sync.OnceValue(func() []string { return overview(p.Report) })
		for i, item := range p.Report.Items {
			if item.Found || slices.ContainsFunc(told(), itemWords[i].In) {
				p.Pass()
				continue
			}
			p.Absent(check.Finding{
				Message:  tongue.Of("第一部分未见“"+report.ItemNames[i]+"”的表述。", "part one was not seen to treat “"+itemEN[i]+"”."),
				Formula:  "总体情况：缺“" + report.ItemNames[i] + "”",
				Operands: []check.Operand{{Label: "第一部分标题", Text: s.Title, Pos: s.Pos}},
			})
		}
	},
}

// itemWords tell that an item is treated in running text.
var itemWords = [5]*han.Words{
	han.List("主动公开"), han.List("依申请 公开申请"), han.List("信息…8管理 信息资源…8管理 信息公开…8管理 信息发布…8管理"),
	han.List("平台"), han.List("监督 保障机制 考核"),
}

// overview is where items are looked for: part one and the headings of no part, where
// some reports give every item a top-level heading of its own.
func overview(r *report.Report) []string {
	var texts []string
	for _, s := range r.Sections {
		if s.N > 1 {
			continue
		}
		if s.N == 0 {
			texts = append(texts, clauses.Replace(han.Fold(s.Title)))
		}
		for _, t := range s.Paras {
			texts = append(texts, clauses.Replace(han.Fold(han.Squeeze(t.Text))))
		}
	}
	return texts
}

// clauses parts what stands in a list: 信息发布、网站管理 is no management of
// information.
var clauses = strings.NewReplacer("、", "，")

var itemEN = [5]string{
	"proactive disclosure", "disclosure on request", "management of government information", "platforms", "supervision and safeguards",
}
