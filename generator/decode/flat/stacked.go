package flat

import (
	"strings"

	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/source"
)

// stacked reads a table of which each cell stands on a line of its own, or each
// row's figures on the line below its label, and reports whether the text is
// one. It is told by its structure: right behind the whole label of a row stand
// as many figures as the row has columns, in nearly every row, and the rows come
// in the order of the form. Then the cells are what they are in any table, and
// a row that has lost one is settled by sums. The text of a PDF is none: its
// figures may be torn.
func (t *reader) stacked() bool {
	if t.File.Kind == source.PDF || strings.Contains(t.File.Text, "\f") {
		return false
	}
	lines := t.lines()
	all, sound := t.oneACell(lines, false)
	odd := t.text.WithOdd()
	if with, more := t.oneACell(odd, true); more > sound {
		lines, all, sound = odd, with, more
		t.text.Lost = -1
	}
	if sound == 0 {
		return false
	}
	all.Unit = all.Units[0]
	t.claim(lines)
	t.PartAll(all)
	for i := range t.Rows {
		r := &t.Rows[i]
		if n := len(r.Fill); n > 1 && (r.Items[r.Fill[0]].V.State == report.Garbled || r.Items[r.Fill[n-1]].V.State == report.Garbled) {
			r.Why = report.WordsAtEdge.Why() // they may be no cell of it, and another blank
		}
		if t.Of == form.Three && len(r.Fill) == len(form.Columns) {
			mayBeTorn(r, &tabular.AcrossThree)
		} else if t.Of == form.Four && len(r.Fill) > 0 {
			mayBeTorn(r, &tabular.AcrossFour)
		}
	}
	return true
}

// oneACell makes one row of all cells, and tells how many rows of the form have
// as many figures as they should, 0 where the text is not told by them. Names of
// groups may be words in place of figures.
func (t *reader) oneACell(lines []line.Line, words bool) (all tabular.Row, sound int) {
	all.Unit = -1
	for i := range lines {
		l := &lines[i]
		if len(l.Words) > 0 && len(l.Nums) > 0 {
			return all, 0
		}
		items := make([]tabular.Item, 0, len(l.Nums))
		for _, tok := range l.Nums {
			items = append(items, itemOf(tok))
		}
		if len(l.Words) > 0 {
			items = tabular.AppendItems(items, 0, t.Units[l.Unit].Line.Text, 0, 1)
		}
		for range items {
			all.Units = append(all.Units, l.Unit)
		}
		all.Items = append(all.Items, items...)
	}
	if words {
		tabular.GroupsForFigures(all.Items, false)
		tabular.WordsForFigures(all.Items, t.Of)
	}
	return all, tabular.RowsInTurn(all.Items, t.Of)
}

// mayBeTorn doubts figures, rows with a sum across, that may be as many as there are
// columns only because one was torn and another cell is blank, as in
// text that was a PDF (TestRareShapes).
func mayBeTorn(r *tabular.Row, sum *form.Sum) {
	fs := make([]figure, len(r.Fill))
	for i, k := range r.Fill {
		fs[i] = figure{tok: line.Token{Text: r.Items[k].Text, V: r.Items[k].V}}
	}
	if !tornAndBlank(fs, sum) {
		return
	}
	for _, k := range r.Fill {
		r.Items[k].V = value.Garbled(report.TornAndBlank)
	}
}
