package rule

import (
	"regexp"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textHandled: see text-handled.md for the text readers get.
var textHandled = &check.Rule{
	ID: "text-handled", Title: tongue.Of("正文办结数", "handled, in the prose"),
	Found:  tongue.Of("正文办结数与表不符", "handled differs from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("同一份年度报告的正文与表三“（七）总计”所述应为同一事实",
		"the text and table three of one report state the same fact"),
	Formula:    "正文“共答复（办结）N件”：N = （七）总计",
	MayBeWrong: tongue.Of("正文只计本年新收中已办结的，或只计某一部分。", "the text counts only a part of what was handled"),
	Check: func(p *check.Run) {
		total := cells("requests.outcomes_total.total")
		ask(p, question{
			what: tongue.Of("（七）总计", "outcomes"), facts: whole(facts(p).Of(fact.Handled)),
			is: []amount{total},
			near: []amount{
				{plus: total.plus, minus: []string{"requests.carried_in.total"}},
				cells("requests.received.total"),
			},
			firm: marked, hedge: handledHedge,
		})
		ask(p, question{ // 办理 may count what came in or what was done
			what: tongue.Of("（七）总计", "outcomes"), facts: whole(facts(p).Of(fact.Processed)),
			is:   append([]amount{total}, receivedAmounts...),
			firm: marked, hedge: handledHedge,
		})
	},
}

// marked statements say 共, 合计 or the like.
func marked(f fact.Fact) bool { return f.Total }

// handledHedge are words of a sentence that count other answers than outcomes.
var handledHedge = regexp.MustCompile(`撤回|撤销|终止|中止|放弃|件次|人次|次[（，。]|补正|合并|不予受理|告知书|历年|以来|协助|审核|指导|交办|转办|承办|名义|剔除|不属于|重复|其中[^，。]*答复`)
