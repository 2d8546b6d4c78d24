package rule

import (
	"fmt"
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/passage"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// repeatsLastYear: see repeats-last-year.md for the text readers get.
var repeatsLastYear = &check.Rule{
	ID: "repeats-last-year", Title: tongue.Of("两年正文是否雷同", "prose of two years"),
	Found:  tongue.Of("与上年正文高度重复", "repeats last year"),
	Family: check.Duplication, Severity: check.S2, Grade: check.Assessed,
	Basis:   tongue.Of("考核通报列举的情形：年报照抄上年", "named by assessors: a report that repeats last year's"),
	Formula: "本年正文每8字一段，见于上年正文的比例 < 0.75（≥ 0.90 为一般，≥ 0.75 为提示）",
	MayBeWrong: tongue.Of("业务量小的机关正文短，套话占比大；不足400字的不比。",
		"bodies with little business have short texts of set phrases; texts under 400 characters are not compared"),
	Needs: check.LastYear,
	Check: func(p *check.Run) {
		mine, l := ownProse(p), limits(p)
		e := p.Near.Last
		if mine.Len() < l.ProseTooShortToMatch {
			tooShort(p, e != nil && e.Report != nil, "正文", "上年", l.ProseTooShortToMatch)
			return
		}
		if e == nil || e.Report == nil {
			notHeld(p, absent(e, strconv.Itoa(p.Entry.Year-1)))
			return
		}
		theirs := passage.Of(e.Report, 0)
		found := passage.ShareOf(mine, theirs, share(l.RepeatsLastYearHint))
		overlap(p, e, mine, theirs, found, share(l.RepeatsLastYear), share(l.RepeatsLastYearHint))
	},
}

// tooShort records that words are too few to be compared with others, where
// there is something to compare them with.
func tooShort(p *check.Run, held bool, what, with string, least int) {
	if !held {
		p.NA()
		return
	}
	n := strconv.Itoa(least)
	p.Unknown(check.Finding{
		Message:     tongue.Of(what+"不足"+n+"字，未与"+with+"比较。", "the text has fewer than "+n+" characters and was not compared."),
		Formula:     what + "字数 < " + n,
		Responsible: check.ByMixed,
		Bar: &check.Bar{
			Why:   tongue.Of(what+"不足"+n+"字，未与"+with+"比较", "fewer than "+n+" characters, not compared"),
			Brief: tongue.Of(what+"不足"+n+"字", "text too short"),
		},
	})
}

type proseKey struct{}

// ownProse is the prose of the report, made ready once for all rules.
func ownProse(p *check.Run) *passage.Passage {
	return p.Memo(proseKey{}, func() any { return passage.Of(p.Report, 0) }).(*passage.Passage)
}

// overlap records how much of the prose stands in another report's, with the
// longest passage side by side.
func overlap(p *check.Run, e *archive.Entry, mine, theirs *passage.Passage, found, high, low float64) {
	if found < low {
		p.Pass()
		return
	}
	a, b := passage.Longest(mine, theirs)
	whose := e.Agency.Name + strconv.Itoa(e.Year) + "年"
	f := check.Finding{
		Severity: check.S3,
		Message:  tongue.Of("正文有"+percent(found)+"与"+whose+"年报相同。", percent(found)+" of the prose stands in another report too."),
		Formula:  ratio(found) + " ≥ " + ratio(low),
		Operands: []check.Operand{
			{Label: "本年报", Text: shorten(a), Pos: a.Pos},
			{Label: whose + "年报", Text: shorten(b), File: e.Path, Pos: b.Pos},
		},
		Responsible: check.BySource,
	}
	if found >= high {
		f.Severity = check.S2
		f.Formula = ratio(found) + " ≥ " + ratio(high)
	}
	if e.Abridged() {
		f.Bar = check.Abridged
		p.Unknown(f)
		return
	}
	p.Prose(f)
}

func shorten(t report.Text) string {
	if r := []rune(t.Text); len(r) > 200 {
		return string(r[:199]) + "…"
	}
	return t.Text
}

func percent(share float64) string { return strconv.Itoa(int(share*100)) + "%" }

// ratio is cut, not rounded, so that it never shows a limit that was not reached.
func ratio(share float64) string { return fmt.Sprintf("%.2f", float64(int(share*100+1e-9))/100) }
