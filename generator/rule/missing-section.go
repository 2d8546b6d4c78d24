package rule

import (
	"strconv"
	"strings"

	"ogi/generator/check"
)

// sectionNames are the six headings of the form from report year 2019.
var sectionNames = [7]string{
	"", "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况",
	"政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项",
}

// With fewer headings than this the file is not the whole report.
const fewSections = 3

var numerals = [11]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

// missingSection: see missing-section.md for the text readers get.
var missingSection = &check.Rule{
	ID: "missing-section", Title: "缺少法定章节", TitleEN: "missing statutory section",
	Family: check.Structure, Severity: check.S1, Grade: check.Printed,
	Basis:        "《政府信息公开条例》第五十条；年度报告格式的六个部分",
	BasisEN:      "Regulation art. 50; the six parts of the printed form",
	Formula:      "一至六各部分的标题各见一次",
	MayBeWrong:   "标题用了别的说法，年报正文是图片或附件，或网页被截断。",
	MayBeWrongEN: "the heading is worded in another way, the report is a picture or an attachment, or the page was cut",
	OnConverted:  check.Hint,
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 {
			p.NA()
			return
		}
		found := 0
		for n := 1; n <= 6; n++ {
			if p.Report.Section(n) != nil {
				found++
			}
		}
		if found < fewSections {
			p.Unknown(check.Finding{
				Message:     "六个法定章节标题只读出" + strconv.Itoa(found) + "个，正文可能是图片、附件或不完整，无法判断。",
				MessageEN:   "few of the six headings could be read: the report may be a picture, an attachment or cut off.",
				Formula:     strconv.Itoa(found) + "/6",
				Responsible: check.ByMixed,
			})
			return
		}
		for n := 1; n <= 6; n++ {
			if p.Report.Section(n) != nil {
				p.Pass()
				continue
			}
			f := check.Finding{
				Message:   "未见第" + numerals[n] + "部分“" + sectionNames[n] + "”的标题。",
				MessageEN: "no heading was seen for part " + string(rune('0'+n)) + ".",
				Formula:   "所见部分：" + seenSections(p),
			}
			f.Operands = neighbours(p, n)
			if like := likeSection(p, n); like != nil {
				f.Message = "未见第" + numerals[n] + "部分“" + sectionNames[n] + "”，同序号的标题为“" + like.Title + "”，是否同一部分无法判断。"
				f.MessageEN = "part " + string(rune('0'+n)) + " was not seen under its title; another heading bears its number."
				f.Operands = []check.Operand{{Label: "同序号标题", Text: like.Printed + "、" + like.Title, Pos: like.Pos}}
				p.Unknown(f)
				continue
			}
			p.Fail(f)
		}
	},
}

func seenSections(p *check.Run) string {
	var seen []string
	for n := 1; n <= 6; n++ {
		if p.Report.Section(n) != nil {
			seen = append(seen, numerals[n])
		}
	}
	return strings.Join(seen, "、")
}

// neighbours are the headings before and after the place where part n should
// stand.
func neighbours(p *check.Run, n int) []check.Operand {
	var ops []check.Operand
	for m := n - 1; m > 0; m-- {
		if s := p.Report.Section(m); s != nil {
			ops = append(ops, check.Operand{Label: "前一部分", Text: s.Title, Pos: s.Pos})
			break
		}
	}
	for m := n + 1; m <= 6; m++ {
		if s := p.Report.Section(m); s != nil {
			ops = append(ops, check.Operand{Label: "后一部分", Text: s.Title, Pos: s.Pos})
			break
		}
	}
	return ops
}
