package tabular

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// GroupsForFigures finds where the name of a group stands in place of figures:
// 不予公开, bare and over and over, or behind the label of its row and, where rows
// may have run together, behind a figure. A row without a label that has more
// figures than table three has columns is none of that table.
func GroupsForFigures(items []Item, oneRow bool) {
	row, rows, figures := false, 0, 0
	for k := range items {
		if items[k].Label().Row != "" {
			rows++
		}
		figures += One(items[k].Filled())
	}
	four := oneRow && rows == 0 && figures > len(form.Columns)
	oneRow = oneRow && rows == 1 // else it is a head of several
	for k := range items {
		it := &items[k]
		if it.Val || !it.Label().Known() {
			continue
		}
		bare := IsBareGroup(it)
		again := bare && (k > 0 && items[k-1].Text == it.Text || k+1 < len(items) && items[k+1].Text == it.Text)
		heads := k+1 < len(items) && FirstOf(it.Label().Group, items[k+1].Label().Row)
		if again || bare && four || bare && row && (oneRow || items[k-1].Val && !heads) {
			it.Val, it.V, it.Named = true, value.Garbled(report.NoNumber), nil
			continue
		}
		row = it.Label().Row != ""
	}
}

// FirstOf reports whether a row is the first of its group.
func FirstOf(group, row string) bool {
	if group == "" || len(row) <= len(group) || row[len(group)] != '.' || row[:len(group)] != group {
		return false
	}
	rows := form.F2021.Rows(form.Three)
	at := slices.Index(rows, row)
	return at > 0 && !strings.HasPrefix(rows[at-1], group+".")
}

// WordsForFigures finds words behind the label of a row that stand in place of a
// figure, where all cells were put into one row: they are what the row lacks, or
// no figure stands behind them.
func WordsForFigures(items []Item, t form.Table) {
	for k := 1; k < len(items); k++ {
		it, row := &items[k], *items[k-1].Label()
		if it.Val || row.Row == "" || !MayStandFor(it.Text) {
			continue
		}
		behind := 0
		for k+1+behind < len(items) && items[k+1+behind].Filled() {
			behind++
		}
		if behind > 0 && rowAt(row, behind+1, t) < 0 || behind == 0 && k+1 < len(items) && FirstOf(it.Label().Group, items[k+1].Label().Row) {
			continue
		}
		it.Val, it.V, it.Named = true, value.InWords(it.Text), nil
		if it.V.State == report.Missing {
			it.V = value.Garbled(report.NoNumber)
		}
	}
}

// IsBareGroup knows the name of a group of rows printed without its number.
func IsBareGroup(it *Item) bool {
	if it.Label().Group == "" || it.Label().Row != "" || it.Label().Table != form.Three {
		return false
	}
	u, _ := utf8.DecodeRuneInString(it.Text)
	return u == '不' || u == '无' || u == '無'
}

// wordsForFour takes the words of a row of table four that has no label for
// what stands in place of its figures; a first one more than it has columns
// leads the row. Its cells are fifteen (table-four-row-that-begins-with-words).
func (r *Row) wordsForFour() {
	n := 0
	for k := range r.Items {
		it := &r.Items[k]
		if it.Label().Known() || !it.Val && form.IsPiece(it.Text) {
			return
		}
		if it.Text != "" {
			n++
		}
	}
	if n < len(FourColumns) {
		return
	}
	for k := range r.Items {
		if it := &r.Items[k]; !it.Val && (k > 0 || len(r.Items) <= len(FourKeys)) {
			it.Val, it.V = true, value.Garbled(cmp.Or(value.NotANumber(it.Text), report.NoNumber))
		}
	}
}

// Numbered is how a row's label begins: 1. （二） 三、
var Numbered = regexp.MustCompile(`^[（(]?([0-9]|[一二三四五六七])[)）.．、]`)

// MayStandFor reports whether words may stand in place of a figure.
func MayStandFor(text string) bool {
	if char.Count(text) > 10 || strings.ContainsAny(text, "，、：:（(“”；") || Numbered.MatchString(text) {
		return false
	}
	l := form.Firm(text)
	if IsBareGroup(&Item{Text: text, Named: &l}) {
		return true
	}
	return !l.Known() && (value.IsWords(text) || !form.IsPiece(text))
}
