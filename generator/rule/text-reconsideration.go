package rule

import (
	"regexp"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textReconsideration: see text-reconsideration.md for the text readers get.
var textReconsideration = &check.Rule{
	ID: "text-reconsideration", Title: tongue.Of("正文复议数", "reconsideration, in the prose"),
	Found:  tongue.Of("正文复议数与表不符", "reconsideration differs from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表四“行政复议”所述应为同一事实",
		"the text and table four of one report state the same fact"),
	Formula: "正文“政府信息公开行政复议N件”或“未发生”：N = 表四行政复议总计",
	MayBeWrong: tongue.Of("正文说的不是政府信息公开方面的复议，或只是其中一部分。",
		"the text speaks of other reviews, or of a part of them"),
	Check: func(p *check.Run) {
		ask(p, question{
			what: tongue.Of("行政复议总计", "reviews"), facts: whole(facts(p).Of(fact.Reviews)),
			is: []amount{cells("remedies.reconsideration.total")}, hedge: remedyHedge, topic: disclosure,
		})
	},
}

// remedyHedge are words of a sentence that count only some of the cases against
// the agency, or cases it decides itself.
var remedyHedge = regexp.MustCompile(`新收|新增|新发生|上年|去年|未结|第三人|共同|作为(?:行政)?复议机关|审理|二审|再审|撤回|撤诉|驳回|不予受理|其中|涉及[^，。；]{0,6}(?:信息)?公开|为被申请人|为被告|历年|以来|引发的?败诉`)

// disclosure are words that make a review or a suit one about disclosure.
var disclosure = regexp.MustCompile(`信息公开|政务公开|依申请公开|公开申请`)
