package rule

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/check"
	"ogi/generator/report"
)

// brokenLine: see broken-line.md for the text readers get.
var brokenLine = &check.Rule{
	ID: "broken-line", Title: "残句断行", TitleEN: "broken sentence",
	Family: check.Language, Severity: check.S3, Grade: check.Heuristic, Guard: true,
	Basis:        "段落应当完整",
	BasisEN:      "a paragraph should be whole",
	Formula:      "一行不在句中结束",
	MayBeWrong:   "多由 PDF 或排版的换页、换行造成，与机关无关。",
	MayBeWrongEN: "mostly page ends and wrapped lines of a PDF",
	Check: func(p *check.Run) {
		if p.Report.Layout == "pdf" {
			p.NA() // every line of a PDF is wrapped
			return
		}
		found := false
		say := func(t report.Text) {
			found = true
			p.Hint(check.Finding{
				Message:   "“" + tail(t.Text) + "”处一行在句中结束，多由换页或转换造成。",
				MessageEN: "a line ends in mid-sentence, mostly a page end or a converter's doing.",
				Formula:   tail(t.Text), Operands: []check.Operand{check.Words("正文", t)},
			})
		}
		var last report.Text
		eachPara(p.Report, func(_ int, t report.Text) {
			if i := viewIndex(p.Report, t.Pos.Line); t.Pos.Line > 0 && i >= 0 {
				line := squeeze(p.Report.View[i].Text)
				if whole := squeeze(t.Text); strings.HasPrefix(whole, line) && len(line) < len(whole) && open(line) {
					say(report.Text{Text: p.Report.View[i].Text, Pos: t.Pos})
					last = t
					return
				}
			}
			if last.Text != "" && open(last.Text) && continues(t.Text) {
				say(last)
			}
			last = t
		})
		if !found {
			p.Pass()
		}
	},
}

// open reports whether a line of some length ends without a stop.
func open(s string) bool {
	s = strings.TrimSpace(s)
	r, _ := utf8.DecodeLastRuneInString(s)
	return utf8.RuneCountInString(s) > 25 && (unicode.Is(unicode.Han, r) || r == '，' || r == '、')
}

// continues reports whether a paragraph begins as a sentence goes on: with no
// number, no bracket and no white space before it.
func continues(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Han, r) && !strings.ContainsRune("一二三四五六七八九十附注", r) && utf8.RuneCountInString(s) > 10
}

func tail(s string) string {
	r := []rune(strings.TrimSpace(s))
	return string(r[max(len(r)-12, 0):])
}
