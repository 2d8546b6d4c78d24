package rule

import (
	"fmt"
	"slices"
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/region"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// areaBelowParts: see area-below-parts.md for the text readers get.
var areaBelowParts = &check.Rule{
	ID: "area-below-parts", Title: tongue.Of("汇总与所属之和", "area total and its parts"),
	Found:  tongue.Of("汇总小于所属之和", "area total below its parts"),
	Family: check.Hierarchy, Severity: check.S3, Grade: check.Assessed,
	Basis: tongue.Of("全区域的汇总不小于本站所收所属部门和下级政府之和",
		"an area's total is at least the sum of the departments and lower governments held"),
	Formula:    "政府本年新收总计 ≥ Σ所属部门和下级政府本年新收总计",
	MayBeWrong: tongue.Of("政府年报只统计本级；所属年报的口径有重叠。", "the report is of the government itself only, or the parts overlap"),
	Needs:      check.Parts,
	Check: func(p *check.Run) {
		if p.Agency.Kind != archive.Government || p.Entry.Scope() == report.ScopeOwn {
			p.NA()
			return
		}
		mine := read(p.Report.Cell(received))
		ops := []check.Operand{p.Cell(received)}
		sum, n := report.Decimal{}, 0
		held := map[string]bool{}
		for _, e := range p.Near.Parts {
			c := e.Report.Cell(received)
			if !c.Plain() {
				continue
			}
			sum, n = sum.Add(c.Value), n+1
			held[e.Agency.Region] = held[e.Agency.Region] || e.Agency.Kind == archive.Government
			op := check.CellOf(e.Report, received, e.Path)
			op.Label = e.Agency.Name + " " + op.Label
			ops = append(ops, op)
		}
		f := check.Finding{
			Formula: ops[0].Text + " ？ " + sum.String() + "（" + strconv.Itoa(n) + "个单位）", Operands: ops, Responsible: check.ByMixed,
		}
		switch {
		case n == 0:
			f.Message = tongue.Of("本站未收录所属单位的同年年报，无法核对。", "no report of a department or lower government is held.")
			p.Unknown(f)
		case !mine.plain:
			f.Message = tongue.Of("本年新收总计未能明确读出，无法核对。", "the total was not read plainly.")
			p.Unknown(f)
		case mine.n.Cmp(sum) < 0 && p.Entry.Scope() == report.ScopeArea:
			f.Formula = ops[0].Text + " < " + sum.String() + "（" + strconv.Itoa(n) + "个单位）"
			f.Message = tongue.Of(fmt.Sprintf("全区域本年新收%s件，与本站所收%d个所属单位之和%s件不符，请核实。", ops[0].Text, n, sum),
				"the area's total is below the sum of the bodies held.")
			p.Hint(f)
		case mine.n.Cmp(sum) < 0:
			f.Message = tongue.Of("年报口径不明，与所属单位之和无法比较。", "the scope is not clear.")
			p.Unknown(f)
		case slices.ContainsFunc(region.Children(p.Agency.Region), func(c string) bool { return !held[c] }):
			f.Message = tongue.Of("所属单位的同年年报未收全，无法核对。", "not every lower government is held.")
			p.Unknown(f)
		default:
			p.Pass()
		}
	},
}
