package rule

import (
	"slices"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// doubts are what a finding says of a statement that is in doubt.
var doubts = [...]tongue.Text{
	fact.OfThose:     tongue.Of("正文的数可能只是其中一部分", "the number may be only a part"),
	fact.Reorganised: tongue.Of("正文述及机构变动，所计机关不明", "the text tells of a reorganisation, so whose count it is cannot be told"),
	fact.OfWhom:      tongue.Of("正文所说的是否本机关不明", "whether the statement is about the agency itself cannot be told"),
	fact.Hedged:      tongue.Of("等字样使所计范围不明", "words of the sentence leave open what was counted"),
	fact.Unrelated:   tongue.Of("句中未说明是否政府信息公开事项", "the sentence does not say that it is about disclosure"),
}

// ask compares what the prose says of some kinds with the tables.
func ask(kinds ...fact.Kind) func(*check.Run) {
	return func(p *check.Run) {
		for _, k := range kinds {
			c, _ := countOf(k)
			c.compare(p, c.facts(p), nil)
		}
	}
}

// compare compares and records. Where any clear statement agrees the rule
// passes: the prose may count other things in similar words. It fails only where
// all clear statements agree with each other, their scope is the table's, and
// every cell was read plainly. skip leaves a difference to another rule; plain
// says how the table was read.
func (c *count) compare(p *check.Run, fs []fact.Fact, skip func(f fact.Fact, table report.Decimal, plain bool) bool) {
	clear := slices.DeleteFunc(fs, func(f fact.Fact) bool { return !f.Clear() })
	is := c.amounts(p)
	if p.Report.Form == form.Free || len(clear) == 0 || len(is) == 0 {
		return
	}
	for _, k := range slices.Concat(is[0].plus, is[0].minus) {
		i := p.Report.Form.Index(k)
		if i < 0 || blankTotal(p, k) || !p.Report.Table(p.Report.Form.Defs[i].Table).Found {
			return
		}
	}
	plain := true
	for _, f := range clear {
		for _, a := range is {
			v, note, ok := tableValue(p, a)
			plain = plain && ok && note == ""
			if ok && v.Cmp(f.Value) == 0 {
				p.PassNote(note)
				return
			}
		}
	}
	// Statements of another scope do not disturb those of the table's.
	fits := slices.DeleteFunc(slices.Clone(clear), func(f fact.Fact) bool { return !sameScope(p, &f) })
	if len(fits) > 0 {
		clear = fits
	}
	f := clear[0]
	v, note, readable := tableValue(p, is[0])
	if readable && skip != nil && skip(f, v, note == "") {
		return
	}
	finding := check.Finding{
		Pos:      f.Pos,
		Operands: append([]check.Operand{{Label: "正文", Text: f.Text, Pos: f.Pos}}, operandsOf(p, is)...),
		Formula:  formulaOf(p, f.Value, is),
	}
	said := "正文称“" + f.Text + "”"
	unknown := func(zh, en string) {
		finding.Message = tongue.Of(said+"，与表中"+c.what.ZH+"是否相符无法判断："+zh+"。",
			"the text and the table ("+c.what.EN+") cannot be compared: "+en+".")
		p.Unknown(finding)
	}
	doubt, words := f.Doubt()
	if !c.firmly(p, &f) {
		doubt, words = fact.OfThose, ""
	} else if doubt == fact.Hedged {
		words = "句中“" + words + "”"
	}
	switch {
	case !plain:
		unknown("表中数字未能明确读出", "a cell was not read plainly")
	case slices.ContainsFunc(clear, func(g fact.Fact) bool { return g.Value.Cmp(f.Value) != 0 }):
		unknown("正文有几处不同的数", "the text states several different numbers")
	case len(fits) == 0:
		unknown("正文与表格的统计口径不明或不同", "the scope of the statement is not plainly that of the table")
	case p.Entry.Abridged():
		unknown("本站收录的是节录本，正文经过压缩", "this archive holds an abridged edition")
	case !f.Value.IsZero() && agreesWith(p, &f, c.near):
		unknown("正文的数与表中另一口径相合", "the number agrees with another reading of the table")
	case doubt != fact.Sure:
		unknown(words+doubts[doubt].ZH, doubts[doubt].EN)
	case explained(p, &f, slices.Concat(is, c.near)):
		unknown("句中另有数字可以解释差额", "other numbers of the sentence can make up the difference")
	default:
		finding.Message = tongue.Of(said+"，与表中"+c.what.ZH+v.String()+"不符。",
			"the text states "+f.Value.String()+", the table ("+c.what.EN+") "+v.String()+".")
		p.Fail(finding)
	}
}

// explained reports whether the other numbers of the sentence can make up the
// difference: one of them is the table's, or with one or two of them the number
// becomes the table's. Numbers that agree with cells of their own explain
// nothing.
func explained(p *check.Run, f *fact.Fact, table []amount) bool {
	others := f.Counts()
	drop := func(d report.Decimal) {
		if i := slices.Index(others, d); i >= 0 {
			others = slices.Delete(others, i, i+1)
		}
	}
	drop(f.Value)
	for _, g := range facts(p).Facts {
		if g.Beside(f) && g.Kind != f.Kind && agrees(p, &g) {
			drop(g.Value)
		}
	}
	others = others[:min(len(others), 8)]
	for _, a := range table {
		v, _, ok := tableValue(p, a)
		if !ok {
			continue
		}
		makeUp := func(d report.Decimal) bool { return f.Value.Add(d).Cmp(v) == 0 || v.Add(d).Cmp(f.Value) == 0 }
		for i, a := range others {
			if a.Cmp(v) == 0 || makeUp(a) || slices.ContainsFunc(others[i+1:], func(b report.Decimal) bool { return makeUp(a.Add(b)) }) {
				return true
			}
		}
	}
	return false
}
