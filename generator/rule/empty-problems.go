package rule

import (
	"strconv"

	"ogi/generator/check"
	"ogi/generator/tongue"
)

// emptyProblems: see empty-problems.md for the text readers get.
var emptyProblems = &check.Rule{
	ID: "empty-problems", Title: tongue.Of("第五部分的篇幅", "length of section five"),
	Found:  tongue.Of("第五部分空泛", "section five empty"),
	Family: check.Structure, Severity: check.S2, Grade: check.Assessed,
	Basis:      tongue.Of("《政府信息公开条例》第五十条；年度报告格式第五部分", "Regulation art. 50; part five of the printed form"),
	Formula:    "第五部分正文 ≥ 30字",
	MayBeWrong: tongue.Of("正文是图片，或在转换中丢失。", "the text is a picture or was lost in conversion"),
	Check: func(p *check.Run) {
		s, body := partFive(p)
		if p.Entry.Year < 2019 || s == nil {
			p.NA()
			return
		}
		n, enough := len([]rune(body)), limits(p).EmptyProblems
		if n >= enough {
			p.Pass()
			return
		}
		f := check.Finding{
			Message: tongue.Of("第五部分正文只有"+strconv.Itoa(n)+"字，未见问题及改进的具体表述。",
				"part five has only "+strconv.Itoa(n)+" characters."),
			Formula:  strconv.Itoa(n) + " < " + strconv.Itoa(enough),
			Operands: []check.Operand{{Label: "第五部分标题", Text: s.Title, Pos: s.Pos}},
		}
		if n == 0 {
			f.Message = tongue.Of("第五部分标题之下未能读出正文，可能是图片，无法判断。", "no text could be read under the heading of part five.")
			p.Unknown(f)
			return
		}
		f.Operands = append(f.Operands, check.Operand{Label: "正文", Text: clip(body), Pos: s.Paras[0].Pos})
		p.Absent(f)
	},
}
