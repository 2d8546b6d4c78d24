package rule

import (
	"slices"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// applicants are the six columns of table three that the seventh sums up.
var applicants = columnsOf(form.F2021.Sums(form.Three, form.Across)[0].Left)

// keyRows are the rows of table three that carry the balance.
var keyRows = func() (rows []string) {
	s := form.F2021.Sums(form.Three, form.Balance)[0]
	for _, i := range slices.Concat(s.Left, s.Right) {
		rows = append(rows, form.F2021.Defs[i].Row)
	}
	return rows
}()

func columnsOf(places []int) (columns []string) {
	for _, i := range places {
		columns = append(columns, form.F2021.Defs[i].Column)
	}
	return columns
}

var columnEN = map[string]string{
	"natural_person": "natural person", "enterprise": "enterprise", "research": "research institution",
	"public_welfare": "public-interest organisation", "legal_service": "legal-service organisation",
	"other": "other", "total": "total",
}

var remedyNames = map[string]tongue.Text{
	"remedies.reconsideration":            tongue.Of("行政复议", "reconsideration"),
	"remedies.direct_suit":                tongue.Of("未经复议直接起诉", "direct suit"),
	"remedies.suit_after_reconsideration": tongue.Of("复议后起诉", "suit after reconsideration"),
}

var tableNames = map[form.Table]tongue.Text{
	form.Two:   tongue.Of("表二（主动公开）", "table two"),
	form.Three: tongue.Of("表三（依申请公开）", "table three"),
	form.Four:  tongue.Of("表四（复议、诉讼）", "table four"),
}

// tableThree reports whether there is a table three to sum up; where there is
// none it records that the rule does not apply.
func tableThree(p *check.Run) bool {
	if p.Report.Form == form.Free || !p.Report.Table(form.Three).Found {
		p.NA()
		return false
	}
	return true
}

// blankTotal reports whether a total of the 2019 form is left empty, as its
// official model leaves it.
func blankTotal(p *check.Run, key form.Key) bool {
	return p.Report.Form.Version == "2019" && p.Report.Cell(key).State == report.Blank
}

func rowEN(row string) string {
	return strings.ReplaceAll(strings.TrimPrefix(row, "requests."), "_", " ")
}

// cellsOf are the cells of one table that satisfy want, as operands.
func cellsOf(p *check.Run, t form.Table, want func(form.Def, report.Cell) bool) []check.Operand {
	var ops []check.Operand
	for i, d := range p.Report.Form.Defs {
		if d.Table == t && i < len(p.Report.Cells) && want(d, p.Report.Cells[i]) {
			ops = append(ops, p.Cell(d.Key))
		}
	}
	return ops
}

// anyCell reports whether a cell of one table satisfies want.
func anyCell(p *check.Run, t form.Table, want func(report.Cell) bool) bool {
	for i := range p.Report.Cells {
		if i < len(p.Report.Form.Defs) && p.Report.Form.Defs[i].Table == t && want(p.Report.Cells[i]) {
			return true
		}
	}
	return false
}

// equation is a sum of the form as it is asked. A finding stands at its right side
// where that is one cell, the total.
func equation(f *form.Form, s form.Sum) check.Equation {
	e := check.Equation{Left: f.Keys(s.Left), Right: f.Keys(s.Right)}
	if len(e.Right) == 1 {
		e.At = e.Right[0]
	}
	return e
}

// sumUp asks an equation of table three, in doubt where one of its rows is.
func sumUp(p *check.Run, e check.Equation) {
	rows := doubtfulRows(p)
	for _, keys := range [][]form.Key{e.Left, e.Right} {
		for _, k := range keys {
			row, _, _ := cutLast(k)
			if d, ok := rows[row]; ok && e.Doubt == "" {
				e.Doubt = "“" + p.Report.Form.RowLabel(row) + "”行疑似" + d.what
			}
		}
	}
	p.Equal(e)
}
