package rule

import (
	"regexp"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// leftoverMarkup: see leftover-markup.md for the text readers get.
var leftoverMarkup = &check.Rule{
	ID: "leftover-markup", Title: tongue.Of("有无转换残留", "traces of a converter or template"),
	Found:  tongue.Of("模板残留", "template residue left over"),
	Family: check.Language, Severity: check.S3, Grade: check.Heuristic, Guard: true,
	Basis:      tongue.Of("文本应当只有年报本身", "the text should be the report alone"),
	Formula:    "没有书签、附件下载、网页标记等残留",
	MayBeWrong: tongue.Of("残留多由转换工具或网页栏目带入，与机关无关。", "residue mostly comes with converters and page chrome"),
	Check: func(p *check.Run) {
		const most = 3 // places named of one kind of residue
		var kinds []string
		found := map[string][]check.Operand{}
		for _, l := range lines(p) {
			if l.has&ofMarkup == 0 {
				continue
			}
			m := markup.FindStringIndex(l.Text.Text)
			if m == nil {
				continue
			}
			pos := l.Pos
			if pos.Line > 0 {
				pos.Col += len([]rune(l.Text.Text[:m[0]]))
			}
			words := l.Text.Text[m[0]:m[1]]
			kind := markupKind(words)
			if found[kind] == nil {
				kinds = append(kinds, kind)
			}
			found[kind] = append(found[kind], check.Words("文本", report.Text{Text: words, Pos: pos}))
		}
		for _, kind := range kinds {
			ops := found[kind]
			words, times := clip(ops[0].Text), ""
			if len(ops) > 1 {
				times = "等" + strconv.Itoa(len(ops)) + "处"
			}
			p.Hint(check.Finding{
				Message: tongue.Of("文本中有残留“"+words+"”"+times+"，多由格式转换带入。",
					"residue of a template or a converter stands in the text."),
				Formula:  words + times,
				Operands: ops[:min(len(ops), most)],
			})
		}
		if len(kinds) == 0 {
			p.Pass()
		}
	},
}

// markupKind is the name of a tag or a mark without what is particular to one
// place, so that a hundred of them are one finding.
func markupKind(words string) string {
	if i := strings.IndexAny(words, " :："); i > 0 {
		return words[:i]
	}
	return strings.TrimRight(words, ">]")
}

var markup = regexp.MustCompile(`\[bookmark:[^\]]*\]|\[(?:image|图片)[^\]]*\]|附件下载[：:]?|【】|&(?:nbsp|lt|gt|amp|quot);|<(?:/?o:p|/?span|/?font|br ?/?)[^>]*>|点击下载|扫一扫在手机打开当前页`)
