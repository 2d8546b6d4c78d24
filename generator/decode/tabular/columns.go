package tabular

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/form"
)

// ColumnsOf is how many columns a row of the form has.
func ColumnsOf(f *form.Form, row string) int {
	n := 0
	for _, d := range f.Defs {
		if d.Row == row {
			n++
		}
	}
	return n
}

// FourColumns are the results of each kind of remedy, FourGroups the kinds, both
// in the form's order; FourKeys are the cells.
var (
	FourGroups            = form.F2021.Rows(form.Four)
	FourKeys, FourColumns = func() (keys []form.Key, columns []string) {
		for _, d := range form.F2021.Defs {
			if d.Table == form.Four {
				keys = append(keys, d.Key)
			}
			if d.Row == FourGroups[0] {
				columns = append(columns, d.Column)
			}
		}
		return keys, columns
	}()
)

// GroupIn is the kind of remedy that a caption names, if it is one
// (remedies-in-three-tables-out-of-order).
func GroupIn(text string) string {
	n := form.Norm(text)
	later, direct := strings.Contains(n, "复议后"), strings.Contains(n, "未经复议") || strings.Contains(n, "直接起诉")
	review := strings.Contains(strings.ReplaceAll(strings.ReplaceAll(n, "未经复议", ""), "复议后", ""), "行政复议")
	switch {
	case utf8.RuneCountInString(n) > 24 || later && direct || review && (later || direct || strings.Contains(n, "诉讼")):
		return ""
	case later:
		return "remedies.suit_after_reconsideration"
	case direct:
		return "remedies.direct_suit"
	case review:
		return "remedies.reconsideration"
	}
	return ""
}

// RowsInTurn tells how many rows of a table have their figures behind their label,
// 0 where its figures are not told by labels.
func RowsInTurn(items []Item, t form.Table) int {
	if t != form.Four {
		return inTurn(items, t)
	}
	return One(fifteenAtEnd(items))
}

// fifteenAtEnd reports whether the items are the whole head of table four and,
// behind it, its fifteen figures (table-four-one-cell-a-line).
func fifteenAtEnd(items []Item) bool {
	names, figures := 0, 0
	for k := range items {
		switch it := &items[k]; {
		case it.Filled():
			figures++
		case it.Val || figures > 0:
			return false
		case slices.Contains(FourColumns, it.Label().Column):
			names++
		}
	}
	return names == 15 && figures == 15
}

// inTurn counts the runs of figures that stand right behind the label of a row and
// are as long as the row, if these rows come in the form's order and are nearly all.
func inTurn(items []Item, t form.Table) int {
	runs, sound, last := 0, 0, -1
	for k := 0; k < len(items); k++ {
		if !items[k].Filled() {
			continue
		}
		j := k
		for j < len(items) && items[j].Filled() {
			j++
		}
		runs++
		if k > 0 {
			if at := rowAt(*items[k-1].Label(), j-k, t); at > last {
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
		if at := slices.Index(f.Rows(t), row); at >= 0 && ColumnsOf(f, row) == columns {
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
