package rule

import (
	"strconv"

	"ogi/generator/check"
	"ogi/generator/report"
)

// personalData: see personal-data.md for the text readers get.
var personalData = &check.Rule{
	ID: check.PersonalData, Title: "含个人信息", TitleEN: "personal data",
	Family: check.Language, Severity: check.S2, Grade: check.Heuristic,
	Basis:        "《政府信息公开条例》第十五条：涉及个人隐私的信息的公开",
	BasisEN:      "Regulation art. 15: disclosure of what touches personal privacy",
	Formula:      "没有身份证号码和手机号码",
	MayBeWrong:   "是办公电话或别的编号。号码在本站各处一律遮盖。",
	MayBeWrongEN: "an office telephone or some other number; it is masked everywhere on this site",
	Check: func(p *check.Run) {
		found := false
		for _, l := range p.Report.View {
			for _, m := range check.PersonalNumbers(l.Text) {
				found = true
				pos := l.Pos
				if pos.Line > 0 {
					pos.Col += len([]rune(l.Text[:m.Start]))
				}
				p.Hint(check.Finding{
					Message:   "文本中有一处疑似" + m.Kind + "，已遮盖，请核实。",
					MessageEN: "what looks like a private number stands in the text; it is masked.",
					Formula:   m.Kind + " " + strconv.Itoa(m.End-m.Start) + "位",
					Operands:  []check.Operand{check.Words("文本", report.Text{Text: check.Mask(l.Text[m.Start:m.End]), Pos: pos})},
				})
			}
		}
		if !found {
			p.Pass()
		}
	},
}
