package rule

import (
	"slices"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/tongue"
)

// governmentAppraisal: see government-appraisal.md for the text readers get.
var governmentAppraisal = &check.Rule{
	ID: "government-appraisal", Title: tongue.Of("政府年报的考核、评议、追责", "appraisal, review, accountability in a government's report"),
	Found:  tongue.Of("政府年报未见考核、评议或追责", "government's report lacks appraisal, review or accountability"),
	Family: check.Structure, Severity: check.S2, Grade: check.Assessed,
	Basis: tongue.Of("《政府信息公开条例》第四十六条、第五十条：政府的年报还应包括工作考核、社会评议和责任追究情况",
		"Regulation arts. 46 and 50: a government's report also tells of appraisal, social review and accountability"),
	Formula:    "正文述及：考核、社会评议、责任追究",
	MayBeWrong: tongue.Of("用了别的说法，如考评、第三方评估、满意度测评。", "other words were used, such as third-party evaluation"),
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 || p.Agency.Kind != archive.Government && p.Agency.Kind != archive.Township {
			p.NA()
			return
		}
		s := p.Report.Section(1)
		if s == nil {
			p.Unknown(check.Finding{Message: tongue.Of("未能读出第一部分“总体情况”，无法判断。", "part one could not be read."), Formula: "总体情况：缺"})
			return
		}
		for _, a := range appraisals {
			if mentioned(p, a.words) {
				p.Pass()
				continue
			}
			p.Absent(check.Finding{
				Message:  tongue.Of("未见“"+a.name.ZH+"”情况的表述。", "nothing was seen on "+a.name.EN+"."),
				Formula:  "“" + a.name.ZH + "”：缺",
				Operands: []check.Operand{{Label: "第一部分标题", Text: s.Title, Pos: s.Pos}},
			})
		}
	},
}

var appraisals = []struct {
	name  tongue.Text
	words *han.Words
}{
	{tongue.Of("工作考核", "appraisal"), han.List("考核 考评 绩效 评分")},
	{tongue.Of("社会评议", "social review"), han.List("评议 第三方 满意度 社会评价 测评 评估")},
	{tongue.Of("责任追究", "accountability"), han.List("追究 追责 问责")},
}

// mentioned reports whether the prose has such words.
func mentioned(p *check.Run, words *han.Words) bool {
	return slices.ContainsFunc(paragraphs(p), func(t paragraph) bool { return words.In(t.flat) })
}
