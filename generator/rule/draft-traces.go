package rule

import (
	"regexp"
	"strings"

	"ogi/generator/check"
	"ogi/generator/report"
)

// draftTraces: see draft-traces.md for the text readers get.
var draftTraces = &check.Rule{
	ID: "draft-traces", Title: "草稿痕迹", TitleEN: "traces of a draft",
	Family: check.Language, Severity: check.S3, Grade: check.Assessed,
	Basis:        "公布的应是定稿",
	BasisEN:      "what is published should be final",
	Formula:      "没有修订痕迹、批注、“征求意见稿”“XX”“××”“待补充”等占位",
	MayBeWrong:   "句中引用这些字样；转换残留见“模板残留”。",
	MayBeWrongEN: "the words are quoted in a sentence; converter residue is another rule's",
	Check: func(p *check.Run) {
		found := false
		say := func(words string, t report.Text) {
			found = true
			p.Prose(check.Finding{
				Message:   "文本中有草稿痕迹“" + clip(words) + "”。",
				MessageEN: "a trace of a draft stands in the text.",
				Formula:   clip(words), Operands: []check.Operand{check.Words("文本", t)},
			})
		}
		for _, l := range p.Report.View {
			if !mayTrace(l.Text) {
				continue
			}
			bare := quoted.ReplaceAllStringFunc(l.Text, func(q string) string { return strings.Repeat("　", len([]rune(q))) })
			m := draftWords.FindStringIndex(bare)
			if m == nil {
				continue
			}
			pos := l.Pos
			if pos.Line > 0 {
				pos.Col += len([]rune(bare[:m[0]]))
			}
			say(bare[m[0]:m[1]], report.Text{Text: bare[m[0]:m[1]], Pos: pos})
		}
		for _, n := range p.Report.Readings {
			if strings.Contains(n, "未接受的修订") || strings.Contains(n, "批注") {
				say("修订痕迹", report.Text{Text: n})
			}
		}
		if t := p.Report.Title; draftTitle.MatchString(t.Text) {
			say(draftTitle.FindString(t.Text), t)
		}
		if !found {
			p.Pass()
		}
	},
}

// mayTrace is a quick look before the slow one.
func mayTrace(s string) bool {
	for _, w := range []string{"XX", "××", "╳╳", "○○", "待补", "待完善", "待填", "此处", "[修订", "[批注", "【", "稿）", "稿)"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

var (
	draftWords = regexp.MustCompile(`(?:^|[^A-Za-z])X{2,}(?:[年月日市县区局件条项]|$)|[×╳]{2,}|○{2,}(?:年|月|日|市|县|区|局|件)|待补充|待完善后|待填写?报?|此处填写|（此处|\[修订[:：]|\[批注[:：]|【[^】]{0,12}(?:待|填|补|核)[^】]{0,12}】|^[（(](?:征求意见稿|送审稿|讨论稿|初稿|草稿)[）)]$`)
	draftTitle = regexp.MustCompile(`征求意见稿|送审稿|讨论稿|初稿|草稿`)
)
