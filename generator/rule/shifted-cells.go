package rule

import (
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// shiftedCells: see shifted-cells.md for the text readers get.
var shiftedCells = &check.Rule{
	ID: "shifted-cells", Title: tongue.Of("表格是否串格", "cells in their places"),
	Found:  tongue.Of("疑似串格拆格", "cells shifted or split"),
	Family: check.CrossFooting, Severity: check.S3, Grade: check.Heuristic, Guard: true,
	Basis:      tongue.Of("表三各行、各列的合计", "the sums of the rows and columns of table three"),
	Formula:    "不成立的行，合并相邻两格或整行移动一格后，行与列的合计都成立",
	MayBeWrong: tongue.Of("小数目可能碰巧成立。", "small numbers may fit by chance"),
	Check: func(p *check.Run) {
		if !tableThree(p) {
			return
		}
		rows := doubtfulRows(p)
		for _, row := range p.Report.Form.Rows(form.Three) {
			d, ok := rows[row]
			if !ok || d.glued {
				continue
			}
			f := check.Finding{
				Message: tongue.Of("“"+p.Report.Form.RowLabel(row)+"”行疑似"+d.what+"，请对照原件。",
					"a row holds once its cells are moved or joined: it may have been read wrongly."),
				Formula: d.formula,
			}
			for _, c := range form.Columns {
				f.Operands = append(f.Operands, p.Cell(row+"."+c))
			}
			p.Hint(f)
		}
		p.Pass()
	},
}

// A doubt is why a row of table three may not have been read at its places.
type doubt struct {
	what, formula string
	glued         bool
}

type doubtKey struct{}

// doubtfulRows are the rows of table three of which a reading error is the
// likelier cause: another reading of the same digits makes the row and more of
// the columns add up, or a number is out of all proportion to its row. Only
// where cells were told apart by white space or position can they have moved.
func doubtfulRows(p *check.Run) map[string]doubt {
	return p.Memo(doubtKey{}, func() any {
		rows := map[string]doubt{}
		switch p.Report.Layout {
		case "html", "docx", "xlsx", "csv":
			return rows
		}
		for _, row := range p.Report.Form.Rows(form.Three) {
			if d, ok := doubtOf(p.Report, row); ok {
				rows[row] = d
			}
		}
		return rows
	}).(map[string]doubt)
}

func doubtOf(r *report.Report, row string) (doubt, bool) {
	var v [7]int64
	for i, c := range form.Columns {
		at := r.Form.At(row, c)
		if at < 0 || at >= len(r.Cells) {
			return doubt{}, false
		}
		cell := r.Cells[at]
		if !cell.Plain() || !cell.Value.IsInt() {
			return doubt{}, false
		}
		v[i] = cell.Value.Int64()
	}
	if adds(v) {
		return doubt{}, false
	}
	before := brokenColumns(r, row, v)
	try := func(w [7]int64, what string) (doubt, bool) {
		if w == v || !adds(w) || brokenColumns(r, row, w) >= before {
			return doubt{}, false
		}
		return doubt{what: what, formula: digits(v) + " → " + digits(w)}, true
	}
	var left, right [7]int64
	copy(left[:], v[1:])
	left[6] = v[0]
	copy(right[1:], v[:6])
	right[0] = v[6]
	for _, w := range [][7]int64{left, right} {
		if d, ok := try(w, "整行错位一格"); ok {
			return d, true
		}
	}
	for i := range 5 {
		joined, err := strconv.ParseInt(strconv.FormatInt(v[i], 10)+strconv.FormatInt(v[i+1], 10), 10, 64)
		if err != nil || v[i] == 0 {
			continue
		}
		w := v
		w[i] = joined
		copy(w[i+1:5], v[i+2:6])
		w[5] = 0
		if d, ok := try(w, "一数拆成两格"); ok {
			return d, true
		}
	}
	for i, n := range v[:6] {
		if n >= 1000 && v[6] > 0 && n > 100*v[6] {
			return doubt{what: "数字粘连", formula: form.ColumnNames[form.Columns[i]] + " " + strconv.FormatInt(n, 10) + " > 100 × " + strconv.FormatInt(v[6], 10), glued: true}, true
		}
	}
	return doubt{}, false
}

func adds(v [7]int64) bool { return v[0]+v[1]+v[2]+v[3]+v[4]+v[5] == v[6] }

// brokenColumns counts the columns of table three whose sum or balance does not
// hold with these values in that row.
func brokenColumns(r *report.Report, row string, v [7]int64) int {
	first := r.Form.At(row, form.Columns[0])
	value := func(i int) int64 {
		if i >= first && i < first+len(v) {
			return v[i-first]
		}
		return r.Cells[i].Value.Int64()
	}
	broken := 0
	for _, kind := range []form.SumKind{form.Downwards, form.Balance} {
		for _, s := range r.Form.Sums(form.Three, kind) {
			if s.Over(value) != 0 {
				broken++
			}
		}
	}
	return broken
}

func digits(v [7]int64) string {
	var s []string
	for _, n := range v {
		s = append(s, strconv.FormatInt(n, 10))
	}
	return strings.Join(s, " ")
}
