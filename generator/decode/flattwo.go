package decode

import (
	"fmt"

	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// flatTwo reads table two with each figure on a line of its own. Nothing adds up
// in it, so only the text's own structure tells: each label directly followed
// by its figures, or at least runs of figures as long as the rows are. Else
// order means nothing, since columns may run downwards.
func (t *tableReader) flatTwo(lines []flatLine) {
	f := form.F2021
	old, recent := 0, 0
	for i := range lines {
		for _, w := range lines[i].words {
			m := form.Firm(w.text)
			if m.Old {
				old++
			}
			if m.New {
				recent++
			}
			m.Row, m.Group = "", ""
			it := item{from: int32(w.from), text: w.text, named: naming(m)}
			t.rows = append(t.rows, trow{unit: lines[i].unit, items: []item{it}})
		}
	}
	if old > recent {
		f = form.F2019
	}
	rows := f.Rows(form.Two)
	fs := t.figures(lines)
	n := 0
	for _, row := range rows {
		n += columnsOf(f, row)
	}
	switch {
	case len(fs) == n && t.attached(lines, f):
		t.inOrder(fs, f, nil)
	case len(fs) == n && t.rowByRow(lines, f):
		t.inOrder(fs, f, report.LabelApart.Why())
	default:
		t.problem(t.atUnit(lines[0].unit), fmt.Sprintf("表二的 %d 个数（应为 %d 个）与标签不相连", len(fs), n))
		t.loose = report.FiguresLoose
		if !t.orphans(lines, f) {
			t.beside(lines, f)
			return
		}
		for _, row := range rows {
			r := trow{unit: fs[0].unit, key: row}
			for range columnsOf(f, row) {
				r.items = append(r.items, item{val: true, v: value.Garbled(report.TwoOutOfOrder)})
			}
			t.rows = append(t.rows, r)
		}
	}
}

// inOrder gives the figures to the rows as they come.
func (t *tableReader) inOrder(fs []figure, f *form.Form, why *report.Why) {
	for _, row := range f.Rows(form.Two) {
		k := columnsOf(f, row)
		t.rows = append(t.rows, t.flatRow(fs[:k], row, why))
		fs = fs[k:]
	}
}

func columnsOf(f *form.Form, row string) int {
	n := 0
	for _, d := range f.Defs {
		if d.Row == row {
			n++
		}
	}
	return n
}

func (t *tableReader) atUnit(unit int) placeOf { return placeOf{t.reader.Units[unit].Pos()} }

// runs gives each label that names a row of table two with the figures that
// directly follow it.
func runs(lines []flatLine, yield func(row string, lines []flatLine)) {
	for i := 0; i < len(lines); i++ {
		row := ""
		for _, w := range lines[i].words {
			if m := form.Firm(w.text); m.Table == form.Two && m.Row != "" && !m.Guess {
				row = m.Row
			}
		}
		if row == "" {
			continue
		}
		j := i + 1
		for j < len(lines) && len(lines[j].words) == 0 {
			j++
		}
		yield(row, lines[i:j])
		i = j - 1
	}
}

// attached reports whether every row's figures directly follow its label
// (figures-one-a-line-behind-their-labels).
func (t *tableReader) attached(lines []flatLine, f *form.Form) bool {
	rows := f.Rows(form.Two)
	ok, k := true, 0
	runs(lines, func(row string, part []flatLine) {
		ok = ok && k < len(rows) && rows[k] == row && len(t.figures(part)) == columnsOf(f, row)
		k++
	})
	return ok && k == len(rows)
}

// rowByRow reports whether the runs of figures between words are as long as the
// rows are, and no label stands directly before the run of another row
// (figures-one-a-line-between-lost-labels).
func (t *tableReader) rowByRow(lines []flatLine, f *form.Form) bool {
	rows := f.Rows(form.Two)
	k := 0
	for i := 0; i < len(lines); {
		j, n := i, len(lines[i].nums)
		for j++; j < len(lines) && len(lines[j].words) == 0; j++ {
			n += len(lines[j].nums)
		}
		if n > 0 {
			label := ""
			for _, w := range lines[i].words {
				if m := form.Firm(w.text); m.Table == form.Two && m.Row != "" {
					label = m.Row
				}
			}
			if k == len(rows) || n != columnsOf(f, rows[k]) || label != "" && label != rows[k] {
				return false
			}
			k++
		}
		i = j
	}
	return k == len(rows)
}

// orphans reports whether some figures do not directly follow the label of a row
// in the right number (pdf-text-rows-in-halves).
func (t *tableReader) orphans(lines []flatLine, f *form.Form) bool {
	n := 0
	runs(lines, func(row string, part []flatLine) {
		if k := len(t.figures(part)); k == columnsOf(f, row) {
			n += k
		}
	})
	return n != len(t.figures(lines))
}

// beside takes the rows whose figures directly follow their label in the right
// number (figures-one-a-line-behind-some-labels).
func (t *tableReader) beside(lines []flatLine, f *form.Form) {
	runs(lines, func(row string, part []flatLine) {
		if fs := t.figures(part); len(fs) == columnsOf(f, row) {
			t.rows = append(t.rows, t.flatRow(fs, row, report.BehindLabel.Why()))
		}
	})
}
