package rule

import (
	"strings"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// problemsAndImprovements: see problems-and-improvements.md for the text readers get.
var problemsAndImprovements = &check.Rule{
	ID: "problems-and-improvements", Title: tongue.Of("第五部分的问题与改进", "problems and improvements in section five"),
	Found:  tongue.Of("第五部分未见问题或改进", "problems or improvements missing"),
	Family: check.Structure, Severity: check.S2, Grade: check.Assessed,
	Basis: tongue.Of("《政府信息公开条例》第五十条；年度报告格式第五部分“存在的主要问题及改进情况”",
		"Regulation art. 50; part five of the printed form"),
	Formula:    "第五部分既述及问题，也述及改进",
	MayBeWrong: tongue.Of("问题和改进写在同一段话里，用语不同。", "problems and improvements are merged in one passage in other words"),
	Check: func(p *check.Run) {
		s, body := partFive(p)
		if p.Entry.Year < 2019 || s == nil || len([]rune(body)) < limits(p).EmptyProblems {
			p.NA() // missing-section or empty-problems speaks
			return
		}
		for _, part := range []struct {
			name  tongue.Text
			words *han.Words
		}{
			{tongue.Of("问题", "problems"), problemWords}, {tongue.Of("改进", "improvements"), improvementWords},
		} {
			if part.words.In(body) {
				p.Pass()
				continue
			}
			p.Absent(check.Finding{
				Message:  tongue.Of("第五部分未见“"+part.name.ZH+"”的表述。", "part five was not seen to speak of "+part.name.EN+"."),
				Formula:  "第五部分：缺“" + part.name.ZH + "”",
				Operands: []check.Operand{{Label: "第五部分标题", Text: s.Title, Pos: s.Pos}},
			})
		}
	},
}

var (
	problemWords     = han.List("问题 不足 短板 差距 薄弱 有待 不够 欠缺 缺乏 不到位 不高 不强 不全 困难 不及时 不平衡 偏少 偏低 偏慢 偏弱 仍需 还需")
	improvementWords = han.List("改进 下一步 下步 整改 今后 下阶段 明年 将 措施 加强 提升 完善 优化 强化 进一步 已")
)

type partFiveKey struct{}

// partFive is section five and its prose, folded and without white space.
func partFive(p *check.Run) (*report.Section, string) {
	s := p.Report.Section(5)
	if s == nil {
		return nil, ""
	}
	return s, p.Memo(partFiveKey{}, func() any {
		var b strings.Builder
		for _, t := range s.Paras {
			b.WriteString(han.Squeeze(han.Fold(t.Text)))
		}
		return b.String()
	}).(string)
}
