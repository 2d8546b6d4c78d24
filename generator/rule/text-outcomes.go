package rule

import (
	"regexp"
	"strings"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/form"
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
	Check: func(p *check.Run) {
		for _, g := range outcomeGroups {
			keys := g.keys(p)
			if len(keys) == 0 {
				continue
			}
			q := question{
				what: tongue.Of(g.name.ZH+"各行总计", g.name.EN), facts: facts(p).Of(g.kind), is: []amount{{plus: keys}},
				firm: func(f fact.Fact) bool {
					return strings.Contains(f.Text, g.name.ZH) && witnessed(p, f)
				},
				hedge: outcomeHedge,
			}
			if g.kind == fact.Granted {
				q.near = []amount{cells("requests.granted.total", "requests.partial.total")}
			}
			ask(p, q)
		}
	},
}

// outcomeHedge are words of a sentence that may count a part of the outcomes, or
// two groups in one.
var outcomeHedge = regexp.MustCompile(`新收|收到的|受理的|当年|（含|(含|包括)[^，。；]{0,12}公开|征收|拆迁|涉及|类(?:申请|事项|信息)`)

// An outcomeGroup is one of the six groups of outcomes of table three.
type outcomeGroup struct {
	kind fact.Kind
	row  string
	name tongue.Text
}

// keys are the totals of its rows.
func (g outcomeGroup) keys(p *check.Run) []form.Key {
	var keys []form.Key
	for _, row := range p.Report.Form.Outcomes() {
		if row == g.row || strings.HasPrefix(row, g.row+".") {
			keys = append(keys, row+".total")
		}
	}
	return keys
}

var outcomeGroups = []outcomeGroup{
	{fact.Granted, "requests.granted", tongue.Of("予以公开", "granted")},
	{fact.Partial, "requests.partial", tongue.Of("部分公开", "partially granted")},
	{fact.Denied, "requests.denied", tongue.Of("不予公开", "denied")},
	{fact.Unavailable, "requests.unavailable", tongue.Of("无法提供", "unable to provide")},
	{fact.Unprocessed, "requests.unprocessed", tongue.Of("不予处理", "not processed")},
	{fact.Other, "requests.other_outcome", tongue.Of("其他处理", "otherwise handled")},
}

// witnessed reports whether the same sentence states another count that
// agrees with the table and is not zero. A share without such company may be
// a share of something else.
func witnessed(p *check.Run, f fact.Fact) bool {
	agrees := func(k fact.Kind, is []amount) bool {
		for _, g := range facts(p).Of(k) {
			if g.Kind != f.Kind && g.Section == f.Section && g.Paragraph == f.Paragraph && g.Sentence == f.Sentence &&
				g.Clear() && !g.Value.IsZero() && agreesWith(p, g, is) {
				return true
			}
		}
		return false
	}
	for _, k := range kindCells {
		if agrees(k.kind, k.is) {
			return true
		}
	}
	for _, g := range outcomeGroups {
		if agrees(g.kind, []amount{{plus: g.keys(p)}}) {
			return true
		}
	}
	for _, g := range applicantCells {
		if agrees(g.kind, []amount{cells(g.keys("requests.received")...)}) {
			return true
		}
	}
	return false
}
