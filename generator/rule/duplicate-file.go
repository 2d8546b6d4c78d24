package rule

import (
	"strconv"

	"ogi/generator/check"
	"ogi/generator/near"
	"ogi/generator/tongue"
)

// duplicateFile: see duplicate-file.md for the text readers get.
var duplicateFile = &check.Rule{
	ID: "duplicate-file", Title: tongue.Of("归档是否重复", "files filed once"),
	Found:  tongue.Of("重复归档", "same file twice"),
	Family: check.Duplication, Severity: check.S2, Grade: check.Heuristic, Guard: true,
	Basis:      tongue.Of("一份年报只归档一次", "a report is filed once"),
	Formula:    "没有另一份全文相同的文件",
	MayBeWrong: tongue.Of("多半是本站归档有误。", "most likely an error of the archive"),
	Needs:      check.SameText,
	Check: func(p *check.Run) {
		if p.Near.Alone || !near.HasText(p.Report) {
			p.NA()
			return
		}
		found := false
		for _, e := range p.Near.Same {
			found = true
			p.Hint(check.Finding{
				Message: tongue.Of("全文与本站所收"+e.Agency.Name+strconv.Itoa(e.Year)+"年年报相同，多半是归档有误。",
					"the same text is filed for another year or body."),
				Formula:  p.Entry.Path + " = " + e.Path,
				Operands: []check.Operand{{Label: "另一份", Text: e.Agency.Name + strconv.Itoa(e.Year) + "年", File: e.Path}},
			})
		}
		if !found {
			p.Pass()
		}
	},
}
