package decode

import (
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A tableReader reads one of the three statutory tables.
type tableReader struct {
	*reader
	t     form.Table
	units []int // the units that may belong to it, in order
	rows  []trow
	facts report.Table
	pages *pages
	text  *flatPart       // the lines of its section, once they were looked for
	loose report.Evidence // why none of its cells that are lacking was missing in print
}

// tables finds the three statutory tables by their words, chooses the form by
// their heads, and reads the cells.
func (c *reader) tables() {
	t := tables{reader: c}
	t.read()
}

// tables are the three while they are read.
type tables struct {
	*reader
	found finder
	pages pages
}

func (c *tables) read() {
	if c.indicators() || c.otherTables() {
		c.Report.Form = form.Free
		return
	}
	c.found.reader = c.reader
	c.found.regions()
	var ts [3]*tableReader
	old, recent := 0, 0
	for i := range ts {
		t := &tableReader{reader: c.reader, t: form.Two + form.Table(i), pages: &c.pages}
		t.gather(c.found.items)
		if len(t.rows) == 0 && !(t.hasParagraph() && t.running()) && !t.stacked() {
			t.flat()
		}
		if len(t.rows) == 0 && !t.running() {
			o, r := t.bareLabels()
			old, recent = old+o, recent+r
		}
		t.wordsUnread()
		for j := range t.rows {
			for k := range t.rows[j].items {
				l := t.rows[j].items[k].label()
				if l.Old {
					old++
				}
				if l.New {
					recent++
				}
			}
		}
		ts[i] = t
	}
	three := newThree(ts[1])
	c.Report.Form = c.chooseForm(ts, old > recent, recent, three)
	c.Report.Cells = make([]report.Cell, len(c.Report.Form.Defs))
	c.Cells = make([]unit.Placed, 0, len(c.Report.Form.Defs))
	if len(c.Report.Form.Defs) > 0 {
		ts[0].readTwo()
		three.read()
		ts[2].readFour()
	}
	for i, t := range ts {
		t.facts.Problems = append(c.Report.Tables[i].Problems, t.facts.Problems...)
		c.Report.Tables[i] = t.facts
		if t.loose != report.Plainly {
			t.unread()
		}
	}
	if len(c.Report.Form.Defs) > 0 {
		c.yearsOnly()
		c.copies()
	}
}

// chooseForm tells the version by the heads of the tables; by the year only where
// no head tells.
func (c *tables) chooseForm(ts [3]*tableReader, old bool, recent int, three *threeReader) *form.Form {
	found := 0
	for _, t := range ts {
		if len(t.rows) > 0 {
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
	case recent == 0 && !three.otherParts() && (c.YearAnywhere == 2019 || c.YearAnywhere == 2020):
		return form.F2019 // no head tells, and there was no other form yet
	case three.oneRow():
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
		if x := &c.Report.Cells[i]; x.State == report.Missing && c.found.inYears&formRows[d.Row].bit != 0 {
			*x = report.Cell{State: report.Garbled, Why: report.OnlyInYears.Why()}
		}
	}
}

// wordsUnread tells that a line of the text of a table was not read, since words
// stand among its figures, or in place of one: what lacks was printed there
// (line-of-labels-among-figures).
func (t *tableReader) wordsUnread() {
	if t.text == nil || t.loose != report.Plainly {
		return
	}
	if t.text.lost >= 0 && t.facts.Found {
		t.loose = report.LineUnread
	}
	if t.text.mixed < 0 {
		return
	}
	pos := t.reader.Units[t.text.mixed].Pos()
	if !t.facts.Found {
		t.facts.Found, t.facts.Pos = true, pos
	}
	t.problem(placeOf{pos}, "数字之间夹有文字，这一行未能读出")
	t.loose = report.LineMixed
}

// unread marks what was found for no figure: the table was published with it,
// so it is not missing.
func (t *tableReader) unread() {
	for i, d := range t.Report.Form.Defs {
		if c := &t.Report.Cells[i]; d.Table == t.t && c.State == report.Missing {
			*c = report.Cell{State: report.Garbled, Pos: t.facts.Pos, Why: t.loose.Why()}
		}
	}
}

func (t *tableReader) problem(p placeOf, text string) {
	t.facts.Problems = append(t.facts.Problems, report.Text{Text: text, Pos: p.pos})
}

// note tells people how something was read.
func (t *tableReader) note(r *trow, text string) {
	t.Report.Readings = append(t.Report.Readings, t.at(r).pos.String()+" "+text)
}
