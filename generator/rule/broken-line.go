package rule

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// brokenLine: see broken-line.md for the text readers get.
var brokenLine = &check.Rule{
	ID: "broken-line", Title: tongue.Of("句子是否完整", "whole sentences"),
	Found:  tongue.Of("残句断行", "broken sentence"),
	Family: check.Language, Severity: check.S3, Grade: check.Heuristic, Guard: true,
	Basis:      tongue.Of("段落应当完整", "a paragraph should be whole"),
	Formula:    "一行不在句中结束",
	MayBeWrong: tongue.Of("多由 PDF 或排版的换页、换行造成，与机关无关。", "mostly page ends and wrapped lines of a PDF"),
	Check: func(p *check.Run) {
		if p.Report.Layout == "pdf" {
			return // every line of a PDF is wrapped
		}
		var lines []check.Operand
		say := func(t report.Text) {
			lines = append(lines, check.Words("断行", report.Text{Text: tail(t.Text), Pos: t.Pos}))
		}
		var last report.Text
		for section, t := range p.Report.Paras() {
			if section == 0 {
				continue // navigation and metadata of a page
			}
			if i := viewIndex(p.Report, t.Pos.Line); t.Pos.Line > 0 && i >= 0 {
				line := han.Squeeze(p.Report.View[i].Text)
				if whole := han.Squeeze(t.Text); strings.HasPrefix(whole, line) && len(line) < len(whole) && open(line) {
					say(report.Text{Text: p.Report.View[i].Text, Pos: t.Pos})
					last = t
					continue
				}
			}
			if last.Text != "" && open(last.Text) && continues(t.Text) {
				say(last)
			}
			last = t
		}
		if len(lines) == 0 {
			p.Pass()
			return
		}
		p.Hint(check.Finding{
			Message: tongue.Of("“"+lines[0].Text+"”等"+strconv.Itoa(len(lines))+"处一行在句中结束，多由换页或转换造成。",
				"lines end in mid-sentence, mostly a page end or a converter's doing."),
			Formula: strconv.Itoa(len(lines)) + "处", Operands: lines,
		})
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
