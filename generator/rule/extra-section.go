package rule

import (
	"strings"

	"ogi/generator/check"
	"ogi/generator/tongue"
)

// extraSection: see extra-section.md for the text readers get.
var extraSection = &check.Rule{
	ID: "extra-section", Title: tongue.Of("一级章节的数目", "number of top-level sections"),
	Found:  tongue.Of("多出一级章节", "extra top-level section"),
	Family: check.Structure, Severity: check.S3, Grade: check.Assessed,
	Basis:      tongue.Of("年度报告格式只有六个部分", "the printed form has six parts"),
	Formula:    "编号在六以上的一级标题数 = 0",
	MayBeWrong: tongue.Of("附件、落款等被当作章节。", "an attachment or a signature line was taken for a section"),
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 || len(p.Report.Sections) == 0 {
			p.NA()
			return
		}
		extra := 0
		for _, s := range p.Report.Sections {
			if s.N != 0 || !strings.Contains("七八九十", s.Printed) || s.Printed == "" || strings.HasPrefix(s.Title, "附") {
				continue
			}
			extra++
			p.Hint(check.Finding{
				Message: tongue.Of("六个部分之外另有标题“"+s.Printed+"、"+clip(s.Title)+"”，与格式的六个部分不符。",
					"there is a heading besides the six of the form."),
				Formula:  s.Printed + "、" + s.Title,
				Operands: []check.Operand{{Label: "章节标题", Text: s.Printed + "、" + s.Title, Pos: s.Pos}},
			})
		}
		if extra == 0 {
			p.Pass()
		}
	},
}
