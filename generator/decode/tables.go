package decode

import (
	"ogi/generator/decode/date"
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
	text  *flatPart       // the lines of its section, once they were looked for
	loose report.Evidence // why none of its cells that are lacking was missing in print
}

// tables finds the three statutory tables by their words, chooses the form by
// their heads, and reads the cells.
func (c *reader) tables() {
	if c.indicators() || c.otherTables() {
		c.r.Form = form.Free
		return
	}
	c.regions()
	var ts [3]*tableReader
	old, recent := 0, 0
	for i := range ts {
		t := &tableReader{reader: c, t: form.Two + form.Table(i)}
		t.gather()
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
	c.r.Form = c.chooseForm(ts, old > recent, recent, three)
	c.r.Cells = make([]report.Cell, len(c.r.Form.Defs))
	c.cells = make([]placed, 0, len(c.r.Form.Defs))
	if len(c.r.Form.Defs) > 0 {
		ts[0].readTwo()
		three.read()
		ts[2].readFour()
	}
	for i, t := range ts {
		t.facts.Problems = append(c.r.Tables[i].Problems, t.facts.Problems...)
		c.r.Tables[i] = t.facts
		if t.loose != report.Plainly {
			t.unread()
		}
	}
	if len(c.r.Form.Defs) > 0 {
		c.yearsOnly()
		c.copies()
	}
}

// chooseForm tells the version by the heads of the tables; by the year only where
// no head tells.
func (c *reader) chooseForm(ts [3]*tableReader, old bool, recent int, three *threeReader) *form.Form {
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
		if y := c.yearAnywhere; old || recent == 0 && (y == 2019 || y == 2020) {
			return form.F2019
		}
		return form.F2021
	}
	switch {
	case old:
		return form.F2019
	case recent == 0 && !three.otherParts() && (c.yearAnywhere == 2019 || c.yearAnywhere == 2020):
		return form.F2019 // no head tells, and there was no other form yet
	case three.oneRow():
		return form.F2021OneRow
	}
	return form.F2021
}

// isFreeForm reports whether the report is one of the years before the
// statutory form: no tables, and of its titles at most those every report has.
func (c *reader) isFreeForm() bool {
	if y := c.yearAnywhere; y > 0 {
		return y <= 2018
	}
	three, four := false, false
	for _, h := range c.heads {
		three = three || h.n == 3 && !h.weak
		four = four || h.n == 4 && !h.weak
	}
	return !three && !four
}

// findYear gives the year of the title line or of the first year printed.
func (c *reader) findYear() int {
	best, year := 0, 0
	for i := range c.units {
		u := &c.units[i]
		if u.isRow() || u.aside {
			continue
		}
		if s := titleScore(u.line.Text); s > best {
			if y := date.Year(u.line.Text); y > 0 {
				best, year = s, y
			}
		}
		if i > 80 {
			break
		}
	}
	return year
}

// yearsOnly marks the rows that stand in a table of several years alone: they
// are printed, so they are not missing (TestRareShapes).
func (c *reader) yearsOnly() {
	for i, d := range c.r.Form.Defs {
		if x := &c.r.Cells[i]; x.State == report.Missing && c.inYears&formRows[d.Row].bit != 0 {
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
	pos := t.reader.units[t.text.mixed].pos()
	if !t.facts.Found {
		t.facts.Found, t.facts.Pos = true, pos
	}
	t.problem(placeOf{pos}, "数字之间夹有文字，这一行未能读出")
	t.loose = report.LineMixed
}

// unread marks what was found for no figure: the table was published with it,
// so it is not missing.
func (t *tableReader) unread() {
	for i, d := range t.r.Form.Defs {
		if c := &t.r.Cells[i]; d.Table == t.t && c.State == report.Missing {
			*c = report.Cell{State: report.Garbled, Pos: t.facts.Pos, Why: t.loose.Why()}
		}
	}
}

func (t *tableReader) problem(p placeOf, text string) {
	t.facts.Problems = append(t.facts.Problems, report.Text{Text: text, Pos: p.pos})
}

// note tells people how something was read.
func (t *tableReader) note(r *trow, text string) {
	t.r.Readings = append(t.r.Readings, t.at(r).pos.String()+" "+text)
}
