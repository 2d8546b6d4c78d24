package decode

import (
	"slices"
	"strings"

	"ogi/generator/form"
)

// fourColumns are the columns of each kind of remedy, in the form's order.
var fourColumns = []string{"upheld", "corrected", "other", "pending", "total"}

// fourGroups are the kinds of remedy, in the form's order.
var fourGroups = []string{"remedies.reconsideration", "remedies.direct_suit", "remedies.suit_after_reconsideration"}

// crossFour reads table four by the labels at both sides of each figure: the
// kind of remedy and the result may stand in front of it or above it, as where
// the table is printed upright. It is believed only in a true grid and only if
// each cell of the form is found just once.
func (t *tableReader) crossFour(keys []string) bool {
	at := map[string][2]int{} // row and item of each key
	group, column := map[int32]string{}, map[int32]string{}
	side, sideLeft := "", 0 // a kind of remedy that spans rows, and how many it still covers
	for i := range t.rows {
		r := &t.rows[i]
		if !r.aligned || r.units != nil {
			return false
		}
		rowGroup, rowColumn := "", ""
		head := !r.isData()
		for k := range r.items {
			it := &r.items[k]
			if it.val || it.label.Guess {
				continue
			}
			g, c := fourGroup(it), ""
			if slices.Contains(fourColumns, it.label.Column) {
				c = it.label.Column
			}
			if head {
				for x := it.col; x < it.col+it.span; x++ {
					if g != "" {
						group[x] = g
					}
					if c != "" {
						column[x] = c
					}
				}
				continue
			}
			if g != "" {
				rowGroup = g
				side, sideLeft = g, t.rowSpan(r, k)
			}
			if c != "" {
				rowColumn = c
			}
		}
		if head {
			continue
		}
		if rowGroup == "" && sideLeft > 0 {
			rowGroup = side
		}
		sideLeft--
		for _, k := range r.vals {
			it := &r.items[k]
			g, c := rowGroup, rowColumn
			if x := group[it.col]; x != "" {
				if g != "" && g != x {
					return false
				}
				g = x
			}
			if x := column[it.col]; x != "" {
				if c != "" && c != x {
					return false
				}
				c = x
			}
			key := g + "." + c
			if _, twice := at[key]; twice || !slices.Contains(keys, key) {
				return false
			}
			at[key] = [2]int{i, k}
		}
	}
	if len(at) != len(keys) {
		return false
	}
	for _, key := range keys {
		p := at[key]
		t.set(key, &t.rows[p[0]], p[1], "")
	}
	t.facts.Rows, t.facts.Columns, t.facts.Values = 1, len(keys), len(keys)
	return true
}

// fourGroup is the kind of remedy that a label names; 行政诉讼 alone names none,
// and 行政诉讼（复议后起诉） names the one in brackets.
func fourGroup(it *item) string {
	if it.label.Table == form.Four && it.label.Group != "remedies.suits" {
		return it.label.Group
	}
	return ""
}

// rowSpan is how many rows the cell of an item covers.
func (t *tableReader) rowSpan(r *trow, k int) int {
	if u := t.units1(r, k); u.isRow() {
		return u.row[r.items[k].cell].RowSpan
	}
	return 1
}

// fourOrder puts the keys into the order in which the head names the kinds of
// remedy side by side. It reports false if the head names the results of a kind
// in another order than the form does: then nothing tells which figure is which.
func (t *tableReader) fourOrder(keys []string) ([]string, bool) {
	suitsFirst, laterFirst := false, false
	for i := range t.rows {
		r := &t.rows[i]
		var run []string
		at := map[string]int{}
		for k := range r.items {
			it := &r.items[k]
			if it.val || it.label.Guess {
				continue
			}
			if g := it.label.Group; it.label.Table == form.Four && g != "" && !r.isData() {
				at[g] = k + 1
			}
			if c := it.label.Column; slices.Contains(fourColumns, c) && it.label.Table != form.Three {
				if run = append(run, c); len(run) == len(fourColumns) {
					if !slices.Equal(run, fourColumns) && isOrderOf(run, fourColumns) {
						return keys, false
					}
					run = run[:0]
				}
			}
		}
		before := func(a, b string) bool { return at[a] > 0 && at[b] > 0 && at[a] < at[b] }
		suitsFirst = suitsFirst || before("remedies.suits", "remedies.reconsideration")
		laterFirst = laterFirst || before("remedies.suit_after_reconsideration", "remedies.direct_suit")
	}
	order := slices.Clone(fourGroups)
	if laterFirst {
		order[1], order[2] = order[2], order[1]
	}
	if suitsFirst {
		order = []string{order[1], order[2], order[0]}
	}
	var out []string
	for _, g := range order {
		for _, key := range keys {
			if strings.HasPrefix(key, g+".") {
				out = append(out, key)
			}
		}
	}
	return out, true
}

// isOrderOf reports whether two lists hold the same words.
func isOrderOf(a, b []string) bool {
	for _, x := range b {
		if !slices.Contains(a, x) {
			return false
		}
	}
	return len(a) == len(b)
}

// belowHead reports whether each of the fifteen cells of a row stands below the
// name of its own column, counted in cells: then a blank is a blank, whatever
// converters do to the columns of other tables.
func (t *tableReader) belowHead(r *trow, n int) bool {
	if len(r.vals) != n {
		return false
	}
	var named [15]bool
	for i := range t.rows {
		h := &t.rows[i]
		if h == r || h.isData() || h.aligned != r.aligned || h.units != nil || len(h.items) != len(r.items) {
			continue
		}
		for k := range h.items {
			it := &h.items[k]
			if it.val || it.label.Guess || !slices.Contains(fourColumns, it.label.Column) {
				continue
			}
			j := slices.IndexFunc(r.vals, func(v int) bool { return r.items[v].col == it.col })
			if j < 0 || j >= len(named) || fourColumns[j%len(fourColumns)] != it.label.Column {
				return false
			}
			named[j] = true
		}
	}
	return !slices.Contains(named[:], false)
}
