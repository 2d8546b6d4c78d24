package rule

import (
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// missingTable: see missing-table.md for the text readers get.
var missingTable = &check.Rule{
	ID: "missing-table", Title: tongue.Of("法定表格", "statutory tables"),
	Found:  tongue.Of("缺少法定表格", "statutory table missing"),
	Family: check.Structure, Severity: check.S1, Grade: check.Printed,
	Basis: tongue.Of("《政府信息公开条例》第五十条；年度报告格式第二、三、四部分的表格",
		"Regulation art. 50; the tables in parts two, three and four of the printed form"),
	Formula:     "第二、三、四部分各有一张表",
	MayBeWrong:  tongue.Of("表格是图片，或放在附件里。", "the table is a picture or in an attachment"),
	OnConverted: check.Unknown,
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 {
			p.NA()
			return
		}
		any := false
		for t := form.Two; t <= form.Four; t++ {
			any = any || p.Report.Table(t).Found
		}
		for t := form.Two; t <= form.Four; t++ {
			if p.Report.Table(t).Found {
				p.Pass()
				continue
			}
			f := check.Finding{
				Message: tongue.Of("未见"+tableNames[t].ZH+"。", tableNames[t].EN+" was not seen."),
				Formula: tableNames[t].ZH + "：缺",
			}
			s := p.Report.Section(int(t))
			if s != nil {
				f.Operands = []check.Operand{{Label: "所在部分", Text: s.Title, Pos: s.Pos}}
			} else {
				f.Operands = neighbours(p, int(t))
			}
			// A heading with nothing under it, or a report without any table, is
			// most likely a picture or an attachment.
			if !any || s != nil && len(s.Paras) == 0 || attached(p.Entry) || unexplained(p, t) {
				f.Message = tongue.Of("未能读出"+tableNames[t].ZH+"，可能是图片或附件，无法判断。",
					tableNames[t].EN+" could not be read: it may be a picture or an attachment.")
				p.Unknown(f)
				continue
			}
			p.Fail(f)
		}
	},
}

func attached(e *archive.Entry) bool {
	for _, f := range e.Files {
		if f.Role == "attachment" {
			return true
		}
	}
	return false
}
