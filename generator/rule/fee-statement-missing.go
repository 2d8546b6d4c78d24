package rule

import (
	"strings"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// feeStatementMissing: see fee-statement-missing.md for the text readers get.
var feeStatementMissing = &check.Rule{
	ID: "fee-statement-missing", Title: tongue.Of("信息处理费说明", "statement about the information-processing fee"),
	Found:  tongue.Of("未见信息处理费说明", "no statement about the information-processing fee"),
	Family: check.Fees, Severity: check.S2, Grade: check.Assessed,
	Basis: tongue.Of("流通的2021年空白格式第六部分注明在此报告收取信息处理费的情况；国办函〔2020〕109号",
		"a blank 2021 form in circulation says that the fee is reported in part six; State Council Office letter 2020 no. 109"),
	Formula:    "正文述及“信息处理费”或依申请公开收费",
	MayBeWrong: tongue.Of("该说明写在别处，或用了别的说法。", "the statement stands elsewhere or is worded in another way"),
	Check: func(p *check.Run) {
		if p.Entry.Year < 2021 {
			p.NA()
			return
		}
		if len(p.Report.Sections) == 0 && len(p.Report.Preamble) == 0 {
			p.Unknown(check.Finding{
				Message: tongue.Of("未能读出正文，无法判断。", "no prose could be read."), Formula: "正文：缺",
			})
			return
		}
		if _, ok := feeStatement(p); ok {
			p.Pass()
			return
		}
		f := check.Finding{
			Message: tongue.Of("未见关于信息处理费收取情况的说明。", "no statement about the information-processing fee was seen."),
			Formula: "信息处理费说明：缺",
		}
		if s := p.Report.Section(6); s != nil {
			f.Operands = []check.Operand{{Label: "第六部分标题", Text: s.Title, Pos: s.Pos}}
		} else if n := len(p.Report.Sections); n > 0 {
			s := p.Report.Sections[n-1]
			f.Operands = []check.Operand{{Label: "末一部分标题", Text: s.Title, Pos: s.Pos}}
		}
		p.Absent(f)
	},
}

var (
	feeWords  = han.List("收费 收取…12费 费用")
	otherFees = strings.NewReplacer("行政事业性收费", "", "涉企收费", "", "乱收费", "", "政府性基金", "", "停车收费", "", "教育收费", "",
		"医疗收费", "", "收费目录", "", "收费清单", "", "收费标准", "", "收费公示", "")
	feeAbout = han.List("信息公开 依申请 申请人 公开申请 公开政府信息")
)

// feeStatement is the sentence about the information-processing fee, whether
// it says that there was one or that there was none. Other charges do not
// count: outside part six the sentence must be about disclosure.
func feeStatement(p *check.Run) (report.Text, bool) {
	for _, s := range sentences(p) {
		if !strings.Contains(s.flat, "费") {
			continue
		}
		if strings.Contains(s.flat, "信息处理费") {
			return s.words(), true
		}
		rest := otherFees.Replace(s.flat)
		if feeWords.In(rest) && (s.section == 6 || feeAbout.In(rest)) {
			return s.words(), true
		}
	}
	return report.Text{}, false
}
