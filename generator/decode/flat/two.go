package flat

import (
	"fmt"

	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
)

// two reads table two with each figure on a line of its own. Nothing adds up
// in it, so only the text's own structure tells: each label directly followed
// by its figures, or at least runs of figures as long as the rows are. Else
// order means nothing, since columns may run downwards.
func (t *reader) two(lines []line.Line) {
	f := form.F2021
	var told tabular.Versions
	for i := range lines {
		for _, w := range lines[i].Words {
			m := form.Firm(w.Text)
			told.Count(&m)
			m.Row, m.Group = "", ""
			it := tabular.Item{From: int32(w.From), Text: w.Text, Named: tabular.Naming(m)}
			t.Rows = append(t.Rows, tabular.Row{Unit: lines[i].Unit, Items: []tabular.Item{it}})
		}
	}
	if told.Old > told.New {
		f = form.F2019
	}
	rows := f.Rows(form.Two)
	fs := t.figures(lines)
	n := 0
	for _, row := range rows {
		n += tabular.ColumnsOf(f, row)
	}
	own, attached := t.behindLabels(lines, f)
	switch {
	case len(fs) == n && attached:
		t.inOrder(fs, f, nil)
	case len(fs) == n && rowByRow(lines, f):
		t.inOrder(fs, f, report.LabelApart.Why())
	default:
		t.Problem(t.atUnit(lines[0].Unit), fmt.Sprintf("表二的 %d 个数（应为 %d 个）与标签不相连", len(fs), n))
		t.Loose = report.FiguresLoose
		held := 0
		for i := range own {
			held += len(own[i].Items)
		}
		if held == len(fs) {
			t.Rows = append(t.Rows, own...)
			return
		} // else some stand elsewhere (pdf-text-rows-in-halves)
		for _, row := range rows {
			r := tabular.Row{Unit: fs[0].unit, Key: row}
			for range tabular.ColumnsOf(f, row) {
				r.Items = append(r.Items, tabular.Item{Val: true, V: value.Garbled(report.TwoOutOfOrder)})
			}
			t.Rows = append(t.Rows, r)
		}
	}
}

// inOrder gives the figures to the rows as they come.
func (t *reader) inOrder(fs []figure, f *form.Form, why *report.Why) {
	for _, row := range f.Rows(form.Two) {
		k := tabular.ColumnsOf(f, row)
		t.Rows = append(t.Rows, t.row(fs[:k], row, why))
		fs = fs[k:]
	}
}

func (t *reader) atUnit(unit int) place.Pos { return t.Units[unit].Pos() }

// behindLabels are the rows whose figures directly follow their label in the right
// number (figures-one-a-line-behind-some-labels), and whether they are all rows of the
// form in its order (figures-one-a-line-behind-their-labels).
func (t *reader) behindLabels(lines []line.Line, f *form.Form) (own []tabular.Row, all bool) {
	rows := f.Rows(form.Two)
	all = true
	k := 0
	for i := 0; i < len(lines); {
		row := rowOfTwo(&lines[i], false)
		j := behindWords(lines, i)
		if row != "" {
			fs := t.figures(lines[i:j])
			fits := len(fs) == tabular.ColumnsOf(f, row)
			if all = all && fits && k < len(rows) && rows[k] == row; fits && len(fs) > 0 {
				own = append(own, t.row(fs, row, report.BehindLabel.Why()))
			}
			k++
		}
		i = j
	}
	return own, all && k == len(rows)
}

// behindWords is the first line with words behind line i.
func behindWords(lines []line.Line, i int) int {
	for i++; i < len(lines) && len(lines[i].Words) == 0; i++ {
	}
	return i
}

// rowOfTwo is the row of table two that the words of a line name, the last of several.
func rowOfTwo(l *line.Line, guess bool) (row string) {
	for _, w := range l.Words {
		if m := form.Firm(w.Text); m.Table == form.Two && m.Row != "" && (guess || !m.Guess) {
			row = m.Row
		}
	}
	return row
}

// rowByRow reports whether the runs of figures between words are as long as the
// rows are, and no label stands directly before the run of another row
// (figures-one-a-line-between-lost-labels).
func rowByRow(lines []line.Line, f *form.Form) bool {
	rows := f.Rows(form.Two)
	k := 0
	for i := 0; i < len(lines); {
		j := behindWords(lines, i)
		if n := numsIn(lines[i:j]); n > 0 {
			label := rowOfTwo(&lines[i], true)
			if k == len(rows) || n != tabular.ColumnsOf(f, rows[k]) || label != "" && label != rows[k] {
				return false
			}
			k++
		}
		i = j
	}
	return k == len(rows)
}
