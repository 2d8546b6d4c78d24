package rule

import (
	"fmt"
	"iter"
	"slices"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
	"ogi/generator/tongue"
)

// tableShape: see table-shape.md for the text readers get.
var tableShape = &check.Rule{
	ID: "table-shape", Title: tongue.Of("表格栏目", "rows and columns of the tables"),
	Found:  tongue.Of("表格栏目不完整", "table lacks rows or columns"),
	Family: check.Structure, Severity: check.S2, Grade: check.Printed,
	Basis:       tongue.Of("年度报告格式第二、三、四部分表格的行和列", "rows and columns of the tables of the printed form"),
	Formula:     "2021年格式：表二10格，表三25行×7列，表四15格；2019年格式：22格，23行×7列，15格",
	MayBeWrong:  tongue.Of("转换时丢失一列，或一行被拆成两行。", "conversion lost a column or split a row"),
	OnConverted: check.Unknown,
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 || p.Report.Form == form.Free || outdated(p) {
			p.NA()
			return
		}
		for t := form.Two; t <= form.Four; t++ {
			if p.Report.Table(t).Found {
				shape(p, t)
			}
		}
	},
}

// outdated reports whether outdated-form speaks about this report.
func outdated(p *check.Run) bool {
	f := p.Report.Form
	return p.Entry.Year >= 2021 && f != form.Free && (f.Version == "2019" || f.OneRow)
}

func shape(p *check.Run, t form.Table) {
	table, want, missing, unread := p.Report.Table(t), 0, 0, 0
	var first []check.Operand
	for i, d := range p.Report.Form.Defs {
		if d.Table != t {
			continue
		}
		want++
		if i < len(p.Report.Cells) && p.Report.Cells[i].State == report.Garbled {
			unread++
		}
		if i >= len(p.Report.Cells) || p.Report.Cells[i].State == report.Missing {
			missing++
			if len(first) < 3 {
				first = append(first, p.Cell(d.Key))
			}
		}
	}
	// Local extra rows of table two (其他主动公开文件) are no defect.
	surplus := t != form.Two && table.Values > want
	torn := t != form.Two && len(table.Problems) > 0
	if missing == 0 && !surplus && !torn {
		p.Pass()
		return
	}
	f := check.Finding{Pos: table.Pos, Operands: first}
	for i, q := range table.Problems {
		if i == 0 {
			f.Pos = q.Pos
		}
		f.Operands = append(f.Operands, check.Words(tableNames[t].ZH, q))
	}
	name, nameEN := tableNames[t].ZH, tableNames[t].EN
	switch {
	case missing > 0:
		f.Formula = fmt.Sprintf("%s：%d格，缺%d格", name, want, missing)
		f.Message = tongue.Of(fmt.Sprintf("%s应有%d格，未见其中%d格，与格式不符。", name, want, missing),
			fmt.Sprintf("%s has %d cells, %d of which were not seen.", nameEN, want, missing))
	case surplus:
		f.Formula = fmt.Sprintf("%s：%d格，读到%d格", name, want, table.Values)
		f.Message = tongue.Of(fmt.Sprintf("%s应有%d格，读到%d格，与格式不符。", name, want, table.Values),
			fmt.Sprintf("%s has %d cells, but %d were read.", nameEN, want, table.Values))
	default:
		f.Formula = name + "：" + table.Problems[0].Text
		f.Message = tongue.Of(name+"的行列与格式不符："+table.Problems[0].Text+"。", nameEN+" does not have the shape of the form.")
	}
	switch {
	case t == form.Four && missing%5 == 0 && table.Values+missing == want && anyBlank(p.Report),
		p.Report.Layout == "pdf" || !surplus && (unexplained(p, t) || missing > 0 && table.Values >= want) || unread > 0 && missing == 0 || partsHidden(p):
		// Rows and columns of a PDF are rebuilt by us from where its characters
		// stand; and what was not understood, a row of figures behind words of
		// its own too, or is hidden in a workbook, may be what seems to be missing
		// or too much.
		f.Responsible = check.ByMixed
		p.Unknown(f)
	case surplus && missing == 0 && t == form.Three && table.Values%table.Rows == 0:
		// Each row has its cells and as many more: a column of running numbers or
		// of the region's own.
		p.Hint(f)
	default:
		p.Fail(f)
	}
}

// anyBlank reports whether the report leaves cells blank: rows of table four
// that hold nothing are then no missing ones.
func anyBlank(r *report.Report) bool {
	return slices.ContainsFunc(r.Cells, func(c report.Cell) bool { return c.State == report.Blank })
}

// partsHidden reports whether rows, columns or sheets of a workbook are hidden.
func partsHidden(p *check.Run) bool {
	return slices.ContainsFunc(p.Report.Hidden, func(h report.Hidden) bool {
		return h.Origin == source.HiddenCells || h.Origin == source.HiddenSheet
	})
}

// unexplained reports whether text was left over where table t stands, or
// should stand.
func unexplained(p *check.Run, t form.Table) bool {
	for range leftIn(p, t) {
		return true
	}
	return false
}

// leftIn gives that text.
func leftIn(p *check.Run, t form.Table) iter.Seq[report.Span] {
	return func(yield func(report.Span) bool) {
		within := placeOf(p, t)
		for _, l := range p.Report.Leftover {
			if within(l.Pos) && !yield(l) {
				return
			}
		}
	}
}

// placeOf tells what stands where table t does, or should.
func placeOf(p *check.Run, t form.Table) func(place.Pos) bool {
	table, from, to := p.Report.Table(t), 0, 1<<30
	if s := p.Report.Section(int(t)); s != nil {
		from = lineOrRow(s.Pos)
	}
	for _, s := range p.Report.Sections {
		if at := lineOrRow(s.Pos); at > max(from, lineOrRow(table.Pos)) {
			to = min(to, at)
		}
	}
	in := table.Pos.Place()
	return func(pos place.Pos) bool {
		if at := pos.Place(); at.Table > 0 && at.Table == in.Table {
			return true
		}
		at := lineOrRow(pos)
		return at > 0 && from > 0 && at >= from && at < to && pos.Place().Sheet == in.Sheet
	}
}

// lineOrRow is the line of a place, in a workbook the row.
func lineOrRow(pos place.Pos) int {
	if pos.Line == 0 && pos.Place().Sheet != "" {
		return pos.Place().Row
	}
	return pos.Line
}
