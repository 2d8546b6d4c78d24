package specimen

import (
	"slices"

	"ogi/generator/form"
)

// Print makes the cell key print text instead of its figure.
func (s *Specimen) Print(key form.Key, text string) {
	s.EachCell(func(c *Cell) {
		if c.Key == key && key != "" {
			c.Text = text
		}
	})
}

// Relabel makes the row print another label of its own.
func (s *Specimen) Relabel(row, text string) {
	s.EachCell(func(c *Cell) {
		if c.Row == row && row != "" {
			c.Text = text
		}
	})
}

// DropLabel empties the row's own label; its cells count as lost.
func (s *Specimen) DropLabel(row string) {
	s.Relabel(row, "")
	s.lose(func(d form.Def) bool { return d.Row == row })
}

// DropRow leaves a row of table two or three out, label and all. A group label
// that began in it stands on the next row.
func (s *Specimen) DropRow(row string) {
	s.lose(func(d form.Def) bool { return d.Row == row })
	for _, t := range s.Tables {
		i := t.find(row)
		if i < 0 {
			continue
		}
		own := slices.IndexFunc(t.Rows[i], func(c Cell) bool { return c.Row == row })
		groups := slices.Clone(t.Rows[i][:own])
		for j := range i {
			for k := range t.Rows[j] {
				if c := &t.Rows[j][k]; c.RowSpan > i-j {
					c.RowSpan--
				}
			}
		}
		for g := range groups {
			groups[g].RowSpan--
		}
		if i+1 < len(t.Rows) {
			keep := slices.DeleteFunc(groups, func(c Cell) bool { return c.RowSpan == 0 })
			t.Rows[i+1] = append(keep, t.Rows[i+1]...)
		}
		t.Rows = slices.Delete(t.Rows, i, i+1)
	}
}

// DropColumn leaves a column of table three out ("enterprise", "total"), with
// its header.
func (s *Specimen) DropColumn(column string) {
	s.lose(func(d form.Def) bool { return d.Table == form.Three && d.Column == column })
	t := s.Table(form.Three)
	t.Width--
	name := form.ColumnNames[column]
	t.Rows[0][1].ColSpan--
	if slices.Contains(form.Columns[1:6], column) {
		t.Rows[1][1].ColSpan--
	}
	for i := range t.Rows {
		t.Rows[i] = slices.DeleteFunc(t.Rows[i], func(c Cell) bool {
			d := s.Form.Index(c.Key)
			return i < 3 && c.Text == name || d >= 0 && s.Form.Defs[d].Column == column
		})
	}
}

// SwapRows exchanges two rows of table two or three with their labels; group
// labels stay where they are. Nothing is lost.
func (s *Specimen) SwapRows(a, b string) {
	for _, t := range s.Tables {
		i, j := t.find(a), t.find(b)
		if i < 0 || j < 0 {
			continue
		}
		at := func(i int, row string) int {
			return slices.IndexFunc(t.Rows[i], func(c Cell) bool { return c.Row == row })
		}
		x, y := t.Rows[i], t.Rows[j]
		k, l := at(i, a), at(j, b)
		t.Rows[i] = slices.Concat(x[:k], y[l:])
		t.Rows[j] = slices.Concat(y[:l], x[k:])
		// the labels keep the width of their new places
		t.Rows[i][k].ColSpan, t.Rows[j][l].ColSpan = x[k].ColSpan, y[l].ColSpan
	}
}

// EachCell calls f with every printed cell of the three tables.
func (s *Specimen) EachCell(f func(*Cell)) {
	for _, t := range s.Tables {
		for i := range t.Rows {
			for j := range t.Rows[i] {
				f(&t.Rows[i][j])
			}
		}
	}
}

func (s *Specimen) lose(which func(form.Def) bool) {
	for _, d := range s.Form.Defs {
		if which(d) {
			s.Lost[d.Key] = true
		}
	}
}

func (t *Table) find(row string) int {
	return slices.IndexFunc(t.Rows, func(cells []Cell) bool {
		return slices.ContainsFunc(cells, func(c Cell) bool { return c.Row == row })
	})
}
