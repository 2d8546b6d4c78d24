package rule

import (
	"ogi/generator/check"
	"ogi/generator/report"
)

// overviewItems: see overview-items.md for the text readers get.
var overviewItems = &check.Rule{
	ID: "overview-items", Title: "总体情况要素不全", TitleEN: "overview lacks an item",
	Family: check.Structure, Severity: check.S2, Grade: check.Assessed,
	Basis:        "年度报告格式第一部分“总体情况”主要包括的五项内容",
	BasisEN:      "the five items that part one of the printed form mainly includes",
	Formula:      "第一部分述及：主动公开、依申请公开、政府信息管理、平台建设、监督保障",
	MayBeWrong:   "该项内容用别的说法写在正文里，没有单列标题。",
	MayBeWrongEN: "the item is treated in other words in the running text",
	Check: func(p *check.Run) {
		if p.Entry.Year < 2021 {
			p.NA()
			return
		}
		s := p.Report.Section(1)
		if s == nil {
			p.Unknown(check.Finding{
				Message:   "未能读出第一部分“总体情况”，无法判断其要素。",
				MessageEN: "part one could not be read.",
				Formula:   "总体情况：缺",
			})
			return
		}
		for i, item := range p.Report.Items {
			if item.Found {
				p.Pass()
				continue
			}
			p.Absent(check.Finding{
				Message:   "第一部分未见“" + report.ItemNames[i] + "”的表述。",
				MessageEN: "part one was not seen to treat “" + itemEN[i] + "”.",
				Formula:   "总体情况：缺“" + report.ItemNames[i] + "”",
				Operands:  []check.Operand{{Label: "第一部分标题", Text: s.Title, Pos: s.Pos}},
			})
		}
	},
}

var itemEN = [5]string{
	"proactive disclosure", "disclosure on request", "management of government information", "platforms", "supervision and safeguards",
}
