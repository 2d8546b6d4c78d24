package rule

import (
	"regexp"
	"slices"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A question is one comparison of the prose with the table.
type question struct {
	what  tongue.Text // 新收数
	facts []fact.Fact
	// is are the readings of the table that agree with the statement; shown is
	// the first of them.
	is []amount
	// near are readings that explain a difference without an error: unknown.
	near []amount
	// firm says that a statement is plain enough to fail on, nil for always.
	firm func(fact.Fact) bool
	// skip leaves a difference to another rule; plain says how the table was read.
	skip func(f fact.Fact, table report.Decimal, plain bool) bool
	// hedge are words of the sentence that leave open what was counted; topic
	// are words of which the sentence must have some, unless section four says it.
	hedge, topic *regexp.Regexp
	// before are such words where they stand before the count or in it.
	before *regexp.Regexp
}

// ask compares and records. Where any clear statement agrees the rule passes:
// the prose may count other things in similar words. It fails only where all
// clear statements agree with each other, their scope is the table's, and
// every cell was read plainly.
func ask(p *check.Run, q question) {
	if p.Report.Form == form.Free {
		return
	}
	var clear []fact.Fact
	for _, f := range q.facts {
		if f.Clear() && !(f.None && besidesOthers(f)) {
			clear = append(clear, f)
		}
	}
	if len(clear) == 0 {
		return
	}
	for _, k := range slices.Concat(q.is[0].plus, q.is[0].minus) {
		i := p.Report.Form.Index(k)
		if i < 0 || blankTotal(p, k) || !p.Report.Table(p.Report.Form.Defs[i].Table).Found {
			return
		}
	}
	plain := true
	for _, f := range clear {
		for _, a := range q.is {
			v, note, ok := tableValue(p, a)
			plain = plain && ok && note == ""
			if ok && v.Cmp(f.Value) == 0 {
				p.PassNote(note)
				return
			}
		}
	}
	// Statements of another scope do not disturb those of the table's.
	fits := slices.DeleteFunc(slices.Clone(clear), func(f fact.Fact) bool { return !sameScope(p, f) })
	if len(fits) > 0 {
		clear = fits
	}
	f := clear[0]
	v, note, readable := tableValue(p, q.is[0])
	if readable && q.skip != nil && q.skip(f, v, note == "") {
		return
	}
	finding := check.Finding{
		Pos:      f.Pos,
		Operands: append([]check.Operand{{Label: "正文", Text: f.Text, Pos: f.Pos}}, operandsOf(p, q.is)...),
		Formula:  formulaOf(p, f.Value, q.is),
	}
	said := "正文称“" + f.Text + "”"
	unknown := func(zh, en string) {
		finding.Message = tongue.Of(said+"，与表中"+q.what.ZH+"是否相符无法判断："+zh+"。",
			"the text and the table ("+q.what.EN+") cannot be compared: "+en+".")
		p.Unknown(finding)
	}
	switch {
	case !plain:
		unknown("表中数字未能明确读出", "a cell was not read plainly")
	case differ(clear):
		unknown("正文有几处不同的数", "the text states several different numbers")
	case len(fits) == 0:
		unknown("正文与表格的统计口径不明或不同", "the scope of the statement is not plainly that of the table")
	case p.Entry.Abridged():
		unknown("本站收录的是节录本，正文经过压缩", "this archive holds an abridged edition")
	case !f.Value.IsZero() && agreesWith(p, f, q.near):
		unknown("正文的数与表中另一口径相合", "the number agrees with another reading of the table")
	case q.firm != nil && !q.firm(f), ofThose.MatchString(f.Said):
		unknown("正文的数可能只是其中一部分", "the number may be only a part")
	case reorganised.MatchString(f.Around):
		unknown("正文述及机构变动，所计机关不明", "the text tells of a reorganisation, so whose count it is cannot be told")
	case f.Lead != "":
		unknown("正文所说的是否本机关不明", "whether the statement is about the agency itself cannot be told")
	case hedged(q, f) != "":
		unknown("句中“"+hedged(q, f)+"”等字样使所计范围不明", "words of the sentence leave open what was counted")
	case q.topic != nil && f.Section != 4 && !q.topic.MatchString(f.Whole):
		unknown("句中未说明是否政府信息公开事项", "the sentence does not say that it is about disclosure")
	case explained(p, f, slices.Concat(q.is, q.near)):
		unknown("句中另有数字可以解释差额", "other numbers of the sentence can make up the difference")
	default:
		finding.Message = tongue.Of(said+"，与表中"+q.what.ZH+v.String()+"不符。",
			"the text states "+f.Value.String()+", the table ("+q.what.EN+") "+v.String()+".")
		p.Fail(finding)
	}
}

// hedged are the words of the sentence that leave open what was counted, "" if
// none. A row of working steps (登记、审核、办理) and 今年以来 leave nothing open.
func hedged(q question, f fact.Fact) string {
	if q.before != nil {
		if w := q.before.FindString(steps.ReplaceAllString(f.Before, "")); w != "" {
			return w
		}
	}
	if q.hedge == nil {
		return ""
	}
	return q.hedge.FindString(steps.ReplaceAllString(f.Whole, ""))
}

var steps = regexp.MustCompile(`(?:登记|受理|接收|审查|审核|审批|办理|处理|承办|转办|交办|拟办|会商|答复|回复|送达|反馈|归档|指导|协助|补正)(?:(?:[、和及与]|以及)(?:登记|受理|接收|审查|审核|审批|办理|处理|承办|转办|交办|拟办|会商|答复|回复|送达|反馈|归档|指导|协助|补正))+|(?:今年|本年度?|一年)以?来`)

func differ(fs []fact.Fact) bool {
	for _, f := range fs[1:] {
		if f.Value.Cmp(fs[0].Value) != 0 {
			return true
		}
	}
	return false
}

// whole keeps the statements that are not shares of another number.
func whole(fs []fact.Fact) []fact.Fact {
	return slices.DeleteFunc(fs, func(f fact.Fact) bool { return f.Part })
}

// feesApply reports whether the fee rules apply: the fee exists since 2021.
func feesApply(p *check.Run) bool {
	return p.Entry.Year >= 2021 && p.Report.Form.Version != "free"
}

// feesStated are the clear amounts collected that the prose states.
func feesStated(p *check.Run) []fact.Fact {
	var fs []fact.Fact
	for _, f := range facts(p).Of(fact.Fee) {
		if f.Clear() && !waived.MatchString(f.Text) {
			fs = append(fs, f)
		}
	}
	return fs
}

// waived is a fee that was not collected, or given back.
var waived = regexp.MustCompile(`减免|免收|免除|退[还费回]|应收`)
