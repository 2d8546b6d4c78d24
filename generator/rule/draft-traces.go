package rule

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
	"ogi/generator/tongue"
)

// draftTraces: see draft-traces.md for the text readers get.
var draftTraces = &check.Rule{
	ID: "draft-traces", Title: tongue.Of("有无草稿痕迹", "traces of a draft"),
	Found:  tongue.Of("草稿痕迹", "traces of a draft left over"),
	Family: check.Language, Severity: check.S3, Grade: check.Assessed,
	Basis:   tongue.Of("公布的应是定稿", "what is published should be final"),
	Formula: "没有修订痕迹、批注、“征求意见稿”“XX”“××”“待补充”“（请填写）”等占位和填表说明",
	MayBeWrong: tongue.Of("句中引用这些字样；转换残留见“模板残留”。",
		"the words are quoted in a sentence; converter residue is another rule's"),
	Check: func(p *check.Run) {
		found := false
		say := func(words string, t report.Text) {
			found = true
			p.Prose(check.Finding{
				Message: tongue.Of("文本中有草稿痕迹“"+clip(words)+"”。", "a trace of a draft stands in the text."),
				Formula: clip(words), Operands: []check.Operand{check.Words("文本", t)},
			})
		}
		for _, l := range lines(p) {
			if l.has&ofDraft == 0 || !mayTrace(l.folded) {
				continue
			}
			bare := quoted.ReplaceAllStringFunc(l.folded, func(q string) string { return strings.Repeat("　", len([]rune(q))) })
			m := draftWords.FindStringIndex(bare)
			if m == nil {
				continue
			}
			// What was asked of the words around is no part of the trace.
			m[0] += max(strings.IndexAny(bare[m[0]:m[1]], "XxＸ×╳○_＿待此（(【请按根如删填[［〔某"), 0)
			m[1] = m[0] + len(strings.TrimRight(bare[m[0]:m[1]], "。；，、"))
			pos, at := l.Pos, len([]rune(bare[:m[0]]))
			if pos.Line > 0 {
				pos.Col += at
			}
			words := bare[m[0]:m[1]]
			if l.folded != l.Text.Text {
				words = string([]rune(l.Text.Text)[at : at+len([]rune(words))])
			}
			say(words, report.Text{Text: words, Pos: pos})
		}
		for _, origin := range []string{source.HiddenComment, source.HiddenRevision, source.HiddenStruck} {
			n, first := 0, place.Pos{}
			for _, h := range p.Report.Hidden {
				if h.Origin == origin {
					if n++; n == 1 {
						first = h.Pos
					}
				}
			}
			if n > 0 { // what they say is not published, so it is not quoted
				words := strconv.Itoa(n) + "处" + origin
				say(words, report.Text{Text: words, Pos: first})
			}
		}
		if accepted := !slices.ContainsFunc(p.Report.Readings, func(n string) bool { return strings.Contains(n, "未接受的修订") }); !found && !accepted {
			say("未接受的修订", report.Text{Text: "未接受的修订"})
		}
		if w := draftTitle.Find(han.Fold(p.Report.Title.Text)); w != "" {
			say(w, p.Report.Title)
		}
		if !found {
			p.Pass()
		}
	},
}

// mayTrace is a quick look before the slow one.
func mayTrace(s string) bool {
	if gaps(s) {
		return true
	}
	return slices.ContainsFunc(traces, func(w string) bool { return strings.Contains(s, w) })
}

// traces are of what draftWords looks for: each of its expressions needs one, or a gap.
var traces = []string{"某某", "待", "填", "×", "X", "【", "xx", "Ｘ", "此处", "○", "╳", "___", "＿", "[修订", "[批注", "稿）", "稿)", "删除本", "实际", "x月", "x年"}

// gaps reports whether a gap or empty brackets stand before what may be a unit.
func gaps(s string) bool {
	if strings.IndexByte(s, ' ') < 0 && !strings.Contains(s, "　") && !strings.Contains(s, "\u00a0") && !strings.Contains(s, "（）") && !strings.Contains(s, "()") {
		return false
	}
	gap := false
	for _, r := range s {
		if r == ' ' || r == '\u3000' || r == '\u00a0' || r == '（' || r == '(' {
			gap = true
			continue
		}
		if gap && strings.ContainsRune("条件宗份篇期场次个项起人）)", r) {
			return true
		}
		gap = false
	}
	return false
}

// Placeholders stand where a number, a name or a day should: what follows them
// tells. People's names that were made unreadable (李××) are none, nor are
// columns of a site in 【】, nor what is still to be done (有待补充).
var (
	draftWords = regexp.MustCompile(strings.Join([]string{
		`(?:^|[^A-Za-z0-9./_-])[XxＸ]{2,}(?:[年月日市县区局委办镇乡条件项次份个期场篇人万元]|单位|街道|$)`,
		`[×╳]{2,}(?:[年月日市县区局委办镇乡条件项次份个期场篇万元]|单位|街道)`,
		`[XxＸ×╳]{1,4}年[XxＸ×╳]{1,2}月|[XxＸ×╳]{1,2}月[XxＸ×╳]{1,2}日`,
		`(?:^|[^二一〇○])○{2,}(?:[年月日市县区局件])`,
		`_{3,}(?:[年月日条件项次份个期场篇人万元])|＿{2,}(?:[年月日条件项次份个期场篇人万元])`,
		`(?:^|[^有尚仍亟还需等])待(?:补充|填报?|填写|核实|更新)(?:数据|数字)?(?:[。；，、）)】]|$)`,
		`此处(?:填写|填入|插入|补充|添加|空白)|[（(]此处[^）)]{0,20}[）)]`,
		`[（(](?:请|需|待)(?:填写?|补充|核实|确认|更新|修改)[^）)]{0,12}[）)]`,
		`【(?:请|待|此处|填写|填入|输入|插入|单位名称|年份|数字|[XxＸ×])[^】]{0,16}】`,
		`请各(?:单位|部门|镇街)[^。；]{0,20}填(?:写|报)|请?(?:根据|按照?)(?:本单位)?实际(?:情况)?(?:填写|修改|删减)|如无[，,]?(?:则|请)?填|删除本(?:行|段|说明)|填写示例`,
		`\[修订[:：]|\[批注[:：]`,
		`(?:^|[，。；、：由经在按据向对给为是任])某某(?:局|委|办|厅|单位|部门|镇|乡|县|市|区|街道|中心|科|同志|主任)`,
		`[［\[〔](?:填写|填报|填入|请填|待填|数字|数量|单位名称|机关名称)[^\]］〕]{0,12}[\]］〕]`,
		// A gap where the number was never put in: 主动公开信息　条, 收到申请（ ）件.
		`(?:共|计|达|信息|申请|文件|解读|发布|公开|收到|受理|办结|答复|会议|培训|活动|动态|公告|结转|印发|制发|许可|处罚|强制|复议|诉讼|建议|提案|稿件|视频)[ 　\x{00a0}]+(?:条|件|宗|份|篇|期|场|次|个|项|起|人次)(?:[，。；、,;]|$)`,
		`(?:共|计|达|信息|申请|文件|解读|发布|公开|收到|受理|办结|答复|会议|培训|活动|动态|公告|结转|印发|制发|许可|处罚|强制|复议|诉讼|建议|提案|稿件|视频)[（(][ 　\x{00a0}]*[）)](?:条|件|宗|份|篇|期|场|次|个|项|起|人次|万元|元)`,
		`^[（(](?:征求意见稿|送审稿|讨论稿|初稿|草稿)[）)]$`,
	}, "|"))
	draftTitle = han.List("征求意见稿 送审稿 讨论稿 初稿 草稿")
)
