package rule

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
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
		carried := []amount{cells("requests.carried_out.total")}
		out := facts(p).Of(fact.CarriedOut)
		ask(p, question{what: tongue.Of("结转下年度总计", "carried on"), facts: out, is: carried})
		open := slices.ContainsFunc(out, func(f fact.Fact) bool { return !f.Value.IsZero() })
		if open { // the text itself tells what is still open: “all” are those due, unless it also says that nothing is
			ask(p, question{what: tongue.Of("结转下年度总计", "carried on"), is: carried, facts: slices.DeleteFunc(out, func(f fact.Fact) bool { return !f.None })})
			return
		}
		all := facts(p).Of(fact.AllHandled)
		all = slices.DeleteFunc(all, func(f fact.Fact) bool { return allOfSome(p, f) })
		for i := range all {
			all[i].Value = report.Int(0) // that is what “all” says of the carry-over
		}
		ask(p, question{what: tongue.Of("结转下年度总计", "carried on"), facts: all, is: carried})
	},
}

// someOnly makes “all” those carried in, or all by the day the report was written.
var someOnly = regexp.MustCompile(`上年|上一年|去年|结转|之日|截至目前|截至今|目前|至今|现已|到期|应答复|应办结|通过|网上|信函`)

func allOfSome(p *check.Run, f fact.Fact) bool {
	return someOnly.MatchString(f.Said) || strings.Contains(f.Whole, strconv.Itoa(p.Entry.Year+1)+"年") || strings.Contains(f.Whole, "之日")
}
