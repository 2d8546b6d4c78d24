package decode

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// groupsForFigures finds where the name of a group stands in place of figures:
// 不予公开, bare and over and over, or behind the label of its row and, where rows
// may have run together, behind a figure. A row without a label that has more
// figures than table three has columns is none of that table.
func groupsForFigures(items []item, oneRow bool) {
	row, rows, figures := false, 0, 0
	for k := range items {
		if items[k].label().Row != "" {
			rows++
		}
		figures += last(items[k].filled())
	}
	four := oneRow && rows == 0 && figures > len(form.Columns)
	oneRow = oneRow && rows == 1 // else it is a head of several
	for k := range items {
		it := &items[k]
		if it.val || !it.label().Known() {
			continue
		}
		bare := isBareGroup(it)
		again := bare && (k > 0 && items[k-1].text == it.text || k+1 < len(items) && items[k+1].text == it.text)
		heads := k+1 < len(items) && firstOf(it.label().Group, items[k+1].label().Row)
		if again || bare && four || bare && row && (oneRow || items[k-1].val && !heads) {
			it.val, it.v, it.named = true, value.Garbled(report.NoNumber), nil
			continue
		}
		row = it.label().Row != ""
	}
}

// firstOf reports whether a row is the first of its group.
func firstOf(group, row string) bool {
	if group == "" || len(row) <= len(group) || row[len(group)] != '.' || row[:len(group)] != group {
		return false
	}
	rows := form.F2021.Rows(form.Three)
	at := slices.Index(rows, row)
	return at > 0 && !strings.HasPrefix(rows[at-1], group+".")
}

// wordsForFigures finds words behind the label of a row that stand in place of a
// figure, where all cells were put into one row: they are what the row lacks, or
// no figure stands behind them.
func wordsForFigures(items []item, t form.Table) {
	for k := 1; k < len(items); k++ {
		it, row := &items[k], *items[k-1].label()
		if it.val || row.Row == "" || !mayStandFor(it.text) {
			continue
		}
		behind := 0
		for k+1+behind < len(items) && items[k+1+behind].filled() {
			behind++
		}
		if behind > 0 && rowAt(row, behind+1, t) < 0 || behind == 0 && k+1 < len(items) && firstOf(it.label().Group, items[k+1].label().Row) {
			continue
		}
		it.val, it.v, it.named = true, value.InWords(it.text), nil
		if it.v.State == report.Missing {
			it.v = value.Garbled(report.NoNumber)
		}
	}
}

// isBareGroup knows the name of a group of rows printed without its number.
func isBareGroup(it *item) bool {
	if it.label().Group == "" || it.label().Row != "" || it.label().Table != form.Three {
		return false
	}
	u, _ := utf8.DecodeRuneInString(it.text)
	return u == '不' || u == '无' || u == '無'
}

// wordsForFour takes the words of a row of table four that has no label for
// what stands in place of its figures; a first one more than it has columns
// leads the row. Its cells are fifteen (table-four-row-that-begins-with-words).
func (r *trow) wordsForFour() {
	n := 0
	for k := range r.items {
		it := &r.items[k]
		if it.label().Known() || !it.val && form.IsPiece(it.text) {
			return
		}
		if it.text != "" {
			n++
		}
	}
	if n < 5 {
		return
	}
	for k := range r.items {
		if it := &r.items[k]; !it.val && (k > 0 || len(r.items) <= 15) {
			it.val, it.v = true, value.Garbled(cmp.Or(value.NotANumber(it.text), report.NoNumber))
		}
	}
}
