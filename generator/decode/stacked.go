package decode

import (
	"math"
	"slices"
	"strings"

	"ogi/generator/decode/unit"
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
func (t *tableReader) stacked() bool {
	if t.File.Kind == source.PDF || strings.Contains(t.File.Text, "\f") {
		return false
	}
	lines := t.flatLines()
	all, sound := t.oneACell(lines, false)
	odd := t.text.withOdd()
	if with, more := t.oneACell(odd, true); more > sound {
		lines, all, sound = odd, with, more
		t.text.lost = -1
	}
	if sound == 0 {
		return false
	}
	all.unit = all.units[0]
	t.facts.Found = true
	t.facts.Pos = t.reader.Units[all.unit].Pos()
	for i := range lines {
		u := &t.reader.Units[lines[i].unit]
		u.Table = int(t.t)
		if lines[i].label {
			u.Role = unit.LabelRole
		}
	}
	t.rows = split(nil, all, t.t)
	for i := range t.rows {
		t.rows[i].need = 1
		if t.t == form.Three {
			t.rows[i].need = len(form.Columns)
		}
		t.rows[i].part(math.MaxInt32)
		r := &t.rows[i]
		if n := len(r.fill); n > 1 && (r.items[r.fill[0]].v.State == report.Garbled || r.items[r.fill[n-1]].v.State == report.Garbled) {
			r.why = report.WordsAtEdge.Why() // they may be no cell of it, and another blank
		}
		if t.t == form.Three && len(r.fill) == len(form.Columns) {
			r.mayBeTorn(&acrossThree)
		} else if t.t == form.Four && len(r.fill) > 0 {
			r.mayBeTorn(&acrossFour)
		}
	}
	return true
}

// oneACell makes one row of all cells, and tells how many rows of the form have
// as many figures as they should, 0 where the text is not told by them. Names of
// groups may be words in place of figures.
func (t *tableReader) oneACell(lines []flatLine, words bool) (all trow, sound int) {
	all.unit = -1
	for i := range lines {
		l := &lines[i]
		if len(l.words) > 0 && len(l.nums) > 0 {
			return all, 0
		}
		items := make([]item, 0, len(l.nums))
		for _, tok := range l.nums {
			items = append(items, flatItem(tok))
		}
		if len(l.words) > 0 {
			items = appendItems(items, 0, t.reader.Units[l.unit].Line.Text, 0, 1)
		}
		for range items {
			all.units = append(all.units, l.unit)
		}
		all.items = append(all.items, items...)
	}
	if words {
		groupsForFigures(all.items, false)
		wordsForFigures(all.items, t.t)
	}
	return all, rowsInTurn(all.items, t.t)
}

// mayBeTorn doubts figures, rows with a sum across, that may be as many as there are
// columns only because one was torn and another cell is blank, as in
// text that was a PDF (TestRareShapes).
func (r *trow) mayBeTorn(sum *form.Sum) {
	fs := make([]figure, len(r.fill))
	for i, k := range r.fill {
		fs[i] = figure{tok: flatToken{text: r.items[k].text, v: r.items[k].v}}
	}
	if !tornAndBlank(fs, sum) {
		return
	}
	for _, k := range r.fill {
		r.items[k].v = value.Garbled(report.TornAndBlank)
	}
}

// rowsInTurn tells how many rows of a table have their figures behind their label,
// 0 where its figures are not told by labels.
func rowsInTurn(items []item, t form.Table) int {
	if t != form.Four {
		return inTurn(items, t)
	}
	return last(fifteenAtEnd(items))
}

// fifteenAtEnd reports whether the items are the whole head of table four and,
// behind it, its fifteen figures.
func fifteenAtEnd(items []item) bool {
	names, figures := 0, 0
	for k := range items {
		switch it := &items[k]; {
		case it.filled():
			figures++
		case it.val || figures > 0:
			return false
		case slices.Contains(fourColumns, it.label().Column):
			names++
		}
	}
	return names == 15 && figures == 15
}

// inTurn counts the runs of figures that stand right behind the label of a row and
// are as long as the row, if these rows come in the form's order and are nearly all.
func inTurn(items []item, t form.Table) int {
	runs, sound, last := 0, 0, -1
	for k := 0; k < len(items); k++ {
		if !items[k].filled() {
			continue
		}
		j := k
		for j < len(items) && items[j].filled() {
			j++
		}
		runs++
		if k > 0 {
			if at := rowAt(*items[k-1].label(), j-k, t); at > last {
				last = at
				sound++
			} else if at >= 0 {
				return 0
			}
		}
		k = j
	}
	if sound < 3 || sound*10 < runs*8 {
		return 0
	}
	return sound
}

// rowAt is the place in the form of the row that a label names, -1 if it names
// none or the row has another number of columns in every version.
func rowAt(l form.Label, columns int, t form.Table) int {
	row := l.Row
	if row == "" && l.Group == "requests.other_outcome" {
		row = l.Group
	}
	if row == "" || l.Guess {
		return -1
	}
	for _, f := range [...]*form.Form{form.F2021, form.F2021OneRow, form.F2019} {
		if at := slices.Index(f.Rows(t), row); at >= 0 && columnsOf(f, row) == columns {
			return slices.Index(allRows(t), row)
		}
	}
	return -1
}

// allRows are the rows of a table in all versions of the form, in their order.
func allRows(t form.Table) []string {
	rows := form.F2021.Rows(t)
	if t == form.Two {
		return form.F2019.Rows(t)
	}
	at := slices.IndexFunc(rows, func(r string) bool { return strings.HasPrefix(r, "requests.other_outcome.") })
	return slices.Insert(slices.Clone(rows), at, "requests.other_outcome")
}
