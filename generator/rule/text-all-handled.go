package rule

import (
	"slices"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textAllHandled: see text-all-handled.md for the text readers get.
var textAllHandled = &check.Rule{
	ID: "text-all-handled", Title: tongue.Of("正文所述结转与办结", "all done or carried on, in the prose"),
	Found:  tongue.Of("正文所述结转或“全部办结”与表不符", "all done or carried on differs from the table"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Assessed,
	Basis: tongue.Of("同一份年度报告的正文与表三“四、结转下年度继续办理”所述应为同一事实",
		"the text and table three of one report state the same fact"),
	Formula:    "正文“结转下年度N件”：N = 结转下年度总计；正文“全部办结”：结转下年度总计 = 0",
	MayBeWrong: tongue.Of("“全部”可能只指到期应当答复的申请。", "“all” may mean those that were due"),
	Check: func(p *check.Run) {
		c, _ := countOf(fact.CarriedOut)
		out := c.facts(p)
		open := slices.ContainsFunc(out, func(f fact.Fact) bool { return !f.Value.IsZero() })
		c.compare(p, out, nil)
		if !open {
			ask(fact.AllHandled)(p)
			return
		}
		// The text itself tells what is still open: “all” are those due, unless it
		// also says that nothing is.
		c.compare(p, slices.DeleteFunc(c.facts(p), func(f fact.Fact) bool { return !f.None }), nil)
	},
}
