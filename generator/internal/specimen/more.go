package specimen

import (
	"slices"

	"ogi/generator/form"
)

// Printed is what the cell key prints.
func (s *Specimen) Printed(key form.Key) string {
	text := ""
	s.EachCell(func(c *Cell) {
		if c.Key == key {
			text = c.Text
		}
	})
	return text
}

// Change puts every printed text through f; what the agency means stays.
func (s *Specimen) Change(f func(string) string) {
	s.Title, s.SignedBy, s.Signed = f(s.Title), f(s.SignedBy), f(s.Signed)
	each := func(ps []string) {
		for i := range ps {
			ps[i] = f(ps[i])
		}
	}
	extras := func(es []Extra) {
		for i := range es {
			es[i].Text = f(es[i].Text)
			if es[i].Table == nil {
				continue
			}
			for _, row := range es[i].Table.Rows {
				for j := range row {
					row[j].Text = f(row[j].Text)
				}
			}
		}
	}
	each(s.Preamble)
	extras(s.Front)
	extras(s.Back)
	for i := range s.Sections {
		s.Sections[i].Heading = f(s.Sections[i].Heading)
		each(s.Sections[i].Paras)
		extras(s.Sections[i].Before)
		extras(s.Sections[i].After)
	}
	s.EachCell(func(c *Cell) { c.Text = f(c.Text) })
}

// VeiledTwin puts a copy of the row with other figures before it that is not
// shown. The row may stand in no group.
func (s *Specimen) VeiledTwin(row string, figure func() string) {
	for _, t := range s.Tables {
		i := t.find(row)
		if i < 0 {
			continue
		}
		twin := slices.Clone(t.Rows[i])
		for j := range twin {
			c := &twin[j]
			c.Veiled, c.Row = "row", ""
			if c.Key != "" {
				c.Key, c.Text = "", figure()
			}
		}
		t.Rows = slices.Insert(t.Rows, i, twin)
	}
}

// ThreeSmallTables cuts table four into one table for each kind of case.
func (s *Specimen) ThreeSmallTables() {
	values := s.Table(form.Four).Rows[3]
	heads := s.Table(form.Four).Rows[1][:5]
	for g, name := range []string{"行政复议", "未经复议直接起诉", "复议后起诉"} {
		t := &Table{Width: 5, Head: 2}
		t.add(span(name, 1, 5))
		row := slices.Clone(heads)
		for i := range row {
			row[i].RowSpan = 1
		}
		t.add(row...)
		t.add(values[5*g : 5*g+5]...)
		s.Sections[3].After = append(s.Sections[3].After, Extra{Table: t, Like: form.Two})
	}
	s.Tables[2] = &Table{}
}

// PlainTable is a table without spans.
func PlainTable(rows ...[]string) *Table {
	t := &Table{Width: len(rows[0]), Head: 1}
	for _, r := range rows {
		var cells []Cell
		for _, text := range r {
			cells = append(cells, span(text, 1, 1))
		}
		t.add(cells...)
	}
	return t
}
