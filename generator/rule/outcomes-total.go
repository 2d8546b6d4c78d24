package rule

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// outcomesTotal: see outcomes-total.md for the text readers get.
var outcomesTotal = &check.Rule{
	ID: "outcomes-total", Title: tongue.Of("办理结果合计", "sum of outcomes"),
	Found:  tongue.Of("办理结果合计不符", "outcomes do not add up to their total"),
	Family: check.CrossFooting, Severity: check.S1, Grade: check.Printed,
	Basis:   tongue.Of("年度报告格式表三“（七）总计”行", "row (7) “total” of table three of the printed form"),
	Formula: "每列：（一）至（六）各行之和 = （七）总计",
	MayBeWrong: tongue.Of("（一）至（六）的分项行丢失，或小计行被当作分项。",
		"a row of (1) to (6) was lost, or a subtotal was taken for an item"),
	Check: func(p *check.Run) {
		if !tableThree(p) {
			return
		}
		f := p.Report.Form
		for _, s := range f.Sums(form.Three, form.Downwards) {
			e := equation(f, s)
			if blankTotal(p, e.At) {
				p.NA()
				continue
			}
			col := f.Defs[s.Right[0]].Column
			e.Name = tongue.Of(form.ColumnNames[col]+"列办理结果", columnEN[col]+" column, outcomes")
			if col == "total" && middleTotalsBlank(p, s.Left) {
				// The 2019 form leaves the totals of its middle rows empty:
				// the six columns add up to the same.
				e.Name = tongue.Of("六列办理结果", "six columns, outcomes")
				e.Left = nil
				for _, i := range s.Left {
					e.Left = append(e.Left, f.Keys(f.SumOf(i, form.Across).Left)...)
				}
			}
			e.Doubt = ownRow(p, e)
			sumUp(p, e)
		}
	},
}

// ownRow says that table three has rows beside those of the form (4.移送其他机关)
// whose figures may be what the items lack: their total counts them, perhaps.
func ownRow(p *check.Run, e check.Equation) string {
	columns := len(form.Columns)
	rows := (p.Report.Table(form.Three).Values - columns*len(p.Report.Form.Rows(form.Three))) / columns
	if rows <= 0 {
		return ""
	}
	lacks := p.Report.Cell(e.Right[0]).Value.Int64()
	for _, k := range e.Left {
		lacks -= p.Report.Cell(k).Value.Int64()
	}
	if lacks <= 0 {
		return ""
	}
	for l := range leftIn(p, form.Three) {
		if rows > 1 || slices.Contains(strings.FieldsFunc(l.Text, notDigit), strconv.FormatInt(lacks, 10)) {
			return "表三另有格式以外的行，可能已计入总计"
		}
	}
	return ""
}

func notDigit(u rune) bool { return !unicode.IsDigit(u) }

// middleTotalsBlank reports whether a 2019 report leaves a total of a result
// row empty.
func middleTotalsBlank(p *check.Run, totals []int) bool {
	if p.Report.Form.Version != "2019" {
		return false
	}
	for _, key := range p.Report.Form.Keys(totals) {
		if p.Report.Cell(key).State == report.Blank {
			return true
		}
	}
	return false
}
