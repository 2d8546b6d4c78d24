package rule

import (
	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// attachmentConflict: see attachment-conflict.md for the text readers get.
var attachmentConflict = &check.Rule{
	ID: "attachment-conflict", Title: tongue.Of("正文与附件的数据", "figures of report and attachment"),
	Found:  tongue.Of("正文与附件数据不一致", "report and attachment differ"),
	Family: check.Structure, Severity: check.S2, Grade: check.Logical,
	Basis:      tongue.Of("同一年度报告的正文与附表填报同一格", "the report and its attached table fill in the same cell"),
	Formula:    "正文某格 = 附件同一格",
	MayBeWrong: tongue.Of("附件是别的口径或别的年度的表。", "the attachment is of another scope or year"),
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 {
			p.NA()
			return
		}
		for _, file := range p.Entry.Files {
			a := file.Report
			if file.Role != "attachment" || a == nil || len(a.Cells) == 0 {
				continue
			}
			var ops []check.Operand
			formula, same := "", 0
			for _, d := range p.Report.Form.Defs {
				mine, theirs := p.Report.Cell(d.Key), a.Cell(d.Key)
				if !check.Firm(mine) || !check.Firm(theirs) {
					continue
				}
				if mine.Value.Cmp(theirs.Value) == 0 && mine.Unit == theirs.Unit {
					same++
					continue
				}
				if formula == "" {
					formula = mine.Value.String() + " ≠ " + theirs.Value.String()
				}
				ops = append(ops, p.Cell(d.Key), check.CellOf(a, d.Key, file.Path))
			}
			switch {
			case len(ops) == 0 && same == 0:
			case len(ops) == 0:
				p.Pass()
			default:
				f := check.Finding{
					Message: tongue.Of("正文与附件的“"+ops[0].Label+"”不符：正文"+ops[0].Text+"，附件"+ops[1].Text+"。",
						"the report and its attachment differ in a cell."),
					Formula: formula, Operands: ops, Responsible: check.ByMixed,
				}
				whose := han.Squeeze(a.Agency.Text)
				other := whose != "" && !isBody(p.Agency, whose) || a.Year != 0 && yearInDoubt(p.Entry, a) != 0 ||
					a.Scope != p.Report.Scope && a.Scope != report.ScopeUnclear && p.Report.Scope != report.ScopeUnclear
				if other {
					f.Message = tongue.Of("附件的机关、年度或口径与正文不同，无法核对。", "the attachment is of another body, year or scope.")
					p.Unknown(f)
					continue
				}
				p.Fail(f)
			}
		}
	},
}
