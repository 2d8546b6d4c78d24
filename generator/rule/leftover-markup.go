package rule

import (
	"regexp"
	"strings"

	"ogi/generator/check"
	"ogi/generator/report"
)

// leftoverMarkup: see leftover-markup.md for the text readers get.
var leftoverMarkup = &check.Rule{
	ID: "leftover-markup", Title: "模板残留", TitleEN: "template residue",
	Family: check.Language, Severity: check.S3, Grade: check.Heuristic, Guard: true,
	Basis:        "文本应当只有年报本身",
	BasisEN:      "the text should be the report alone",
	Formula:      "没有书签、附件下载、网页标记等残留",
	MayBeWrong:   "残留多由转换工具或网页栏目带入，与机关无关。",
	MayBeWrongEN: "residue mostly comes with converters and page chrome",
	Check: func(p *check.Run) {
		found := false
		for _, l := range p.Report.View {
			if !strings.ContainsAny(l.Text, "[附【&<点扫") {
				continue
			}
			m := markup.FindStringIndex(l.Text)
			if m == nil {
				continue
			}
			found = true
			pos := l.Pos
			if pos.Line > 0 {
				pos.Col += len([]rune(l.Text[:m[0]]))
			}
			words := l.Text[m[0]:m[1]]
			p.Hint(check.Finding{
				Message:   "文本中有残留“" + clip(words) + "”，多由格式转换带入。",
				MessageEN: "residue of a template or a converter stands in the text.",
				Formula:   clip(words),
				Operands:  []check.Operand{check.Words("文本", report.Text{Text: words, Pos: pos})},
			})
		}
		if !found {
			p.Pass()
		}
	},
}

var markup = regexp.MustCompile(`\[bookmark:[^\]]*\]|\[(?:image|图片)[^\]]*\]|附件下载[：:]?|【】|&(?:nbsp|lt|gt|amp|quot);|<(?:/?o:p|/?span|/?font|br ?/?)[^>]*>|点击下载|扫一扫在手机打开当前页`)
