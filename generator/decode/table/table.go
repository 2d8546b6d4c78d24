// Package table reads tables two, three and four of a report into the cells of the form.
// It finds them, tells by their labels which version of the form it is, and has each read
// in its room. What further copies of a table say is laid beside it; the tables of reports
// from before the form stay as they are printed.
package table

import (
	"ogi/generator/decode/find"
	"ogi/generator/decode/flat"
	"ogi/generator/decode/four"
	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/three"
	"ogi/generator/decode/two"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// Read finds the three statutory tables by their words, chooses the form by
// their heads, and reads the cells.
func Read(c *unit.Reader) {
	t := tables{Reader: c}
	t.read()
}

// tables are the three while they are read.
type tables struct {
	*unit.Reader
	found *find.Found
	pages line.Pages
}

func (c *tables) read() {
	if c.indicators() || c.otherTables() {
		c.Report.Form = form.Free
		return
	}
	c.found = find.Tables(c.Reader)
	var ts [3]*tabular.Table
	var told tabular.Versions
	for i := range ts {
		t := &tabular.Table{Reader: c.Reader, Of: form.Two + form.Table(i)}
		t.Gather(c.found.Items)
		bare := flat.Read(t, &c.pages)
		told.Old, told.New = told.Old+bare.Old, told.New+bare.New
		for j := range t.Rows {
			for k := range t.Rows[j].Items {
				told.Count(t.Rows[j].Items[k].Label())
			}
		}
		ts[i] = t
	}
	three := three.New(ts[1])
	c.Report.Form = c.chooseForm(ts, told.Old > told.New, told.New, three)
	c.Report.Cells = make([]report.Cell, len(c.Report.Form.Defs))
	c.Cells = make([]unit.Placed, 0, len(c.Report.Form.Defs))
	if len(c.Report.Form.Defs) > 0 {
		two.Read(ts[0])
		three.Read()
		four.Read(ts[2])
	}
	for i, t := range ts {
		t.Facts.Problems = append(c.Report.Tables[i].Problems, t.Facts.Problems...)
		c.Report.Tables[i] = t.Facts
		if t.Loose != report.Plainly {
			unread(t)
		}
	}
	if len(c.Report.Form.Defs) > 0 {
		c.yearsOnly()
		c.copies()
	}
}

// chooseForm tells the version by the heads of the tables; by the year only where
// no head tells.
func (c *tables) chooseForm(ts [3]*tabular.Table, old bool, recent int, three *three.Reader) *form.Form {
	found := 0
	for _, t := range ts {
		if len(t.Rows) > 0 {
			found++
		}
	}
	if found == 0 {
		if c.isFreeForm() {
			return form.Free
		}
		if y := c.YearAnywhere; old || recent == 0 && (y == 2019 || y == 2020) {
			return form.F2019
		}
		return form.F2021
	}
	switch {
	case old:
		return form.F2019
	case recent == 0 && !three.OtherParts() && (c.YearAnywhere == 2019 || c.YearAnywhere == 2020):
		return form.F2019 // no head tells, and there was no other form yet
	case three.OneRow():
		return form.F2021OneRow
	}
	return form.F2021
}

// isFreeForm reports whether the report is one of the years before the
// statutory form: no tables, and of its titles at most those every report has.
func (c *tables) isFreeForm() bool {
	if y := c.YearAnywhere; y > 0 {
		return y <= 2018
	}
	three, four := false, false
	for _, h := range c.Heads {
		three = three || h.N == 3 && !h.Weak
		four = four || h.N == 4 && !h.Weak
	}
	return !three && !four
}

// yearsOnly marks the rows that stand in a table of several years alone: they
// are printed, so they are not missing (TestRareShapes).
func (c *tables) yearsOnly() {
	for i, d := range c.Report.Form.Defs {
		if x := &c.Report.Cells[i]; x.State == report.Missing && c.found.OnlyInYears(d.Row) {
			*x = report.Cell{State: report.Garbled, Why: report.OnlyInYears.Why()}
		}
	}
}

// unread marks what was found for no figure: the table was published with it,
// so it is not missing.
func unread(t *tabular.Table) {
	for i, d := range t.Report.Form.Defs {
		if c := &t.Report.Cells[i]; d.Table == t.Of && c.State == report.Missing {
			*c = report.Cell{State: report.Garbled, Pos: t.Facts.Pos, Why: t.Loose.Why()}
		}
	}
}
