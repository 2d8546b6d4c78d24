package rule

import (
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// unclearScope: see unclear-scope.md for the text readers get.
var unclearScope = &check.Rule{
	ID: "unclear-scope", Title: tongue.Of("政府年报口径", "scope of a government's report"),
	Found:  tongue.Of("政府年报口径不明", "scope unclear"),
	Family: check.Hierarchy, Severity: check.S3, Grade: check.Heuristic,
	Basis: tongue.Of("《政府信息公开条例》第四十九条第二款：本级政府的年度报告",
		"Regulation art. 49(2): the report of the government of that level"),
	Formula:    "写明数据是本级还是全区域",
	MayBeWrong: tongue.Of("口径写在本站未读到的地方。", "the scope is told where we did not read"),
	Check: func(p *check.Run) {
		if p.Agency.Kind != archive.Government {
			p.NA()
			return
		}
		if p.Entry.Scope() != report.ScopeUnclear {
			p.Pass()
			return
		}
		f := check.Finding{
			Message: tongue.Of("未见数据口径（本级或全区域）的说明。",
				"whether the figures are of the government itself or of its whole area was not seen."),
			Formula:  "口径：缺",
			Operands: []check.Operand{check.Words("标题", p.Report.Title)},
		}
		p.Absent(f)
	},
}
