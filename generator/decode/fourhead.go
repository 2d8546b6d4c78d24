package decode

import (
	"slices"

	"ogi/generator/form"
)

// above4 is what the names in the head above a row leave for each of its
// columns. A name of results covers its column, that of a kind of remedy those
// up to the next name. It is nil where cells are not drawn under their heads: in
// text, rows of another width; and where names do not cover all figures.
func (t *tableReader) above4(row *trow) map[int32]keySet {
	var group, column map[int32]keySet
	fresh := true
	for i := range t.rows {
		r := &t.rows[i]
		if r == row {
			break
		}
		if r.isData() {
			fresh = false
			continue
		}
		if r.units != nil || r.aligned != row.aligned || !r.aligned && len(r.items) != len(row.items) {
			continue
		}
		if !fresh {
			fresh = true
			clear(group)
			clear(column)
		}
		if r.aligned && edge(r) > edge(row) {
			return nil // the row has lost a cell
		}
		cover := allFour
		for k := range r.items {
			it := &r.items[k]
			g, c := groupSet(it.label()), columnSet(it.label())
			switch {
			case it.val && it.filled():
				return nil
			case !it.val && it.text != "":
				cover = g
			case it.text != "":
				cover = allFour
			}
			for x := it.col; x < it.col+it.span; x++ {
				if cover != allFour {
					if group == nil {
						group = make(map[int32]keySet, len(fourKeys))
					}
					group[x] = cover
				}
				if c != allFour {
					if column == nil {
						column = make(map[int32]keySet, len(fourKeys))
					}
					column[x] = c
				}
			}
		}
	}
	if row.units != nil || len(column) == 0 && len(group) == 0 {
		return nil
	}
	whole := func(names map[int32]keySet) bool {
		for _, k := range row.fill {
			if names[row.items[k].col] == 0 {
				return false
			}
		}
		return len(names) > 0
	}
	byGroup, byColumn := whole(group), whole(column)
	if !byColumn && (!byGroup || len(column) > 0) || byColumn && len(row.vals) < len(column) {
		return nil // a row that has not a cell for each name is moved
	}
	out := make(map[int32]keySet, len(row.vals))
	for _, k := range row.vals {
		x, may := row.items[k].col, allFour
		if byGroup {
			may &= group[x]
		}
		if byColumn {
			may &= column[x]
		}
		if may != 0 {
			out[x] = may
		}
	}
	return out
}

// headOrder puts the keys into the order in which the head names the kinds of
// remedy side by side. It reports false if the head names the results of a kind
// in another order than the form does: then nothing tells which figure is which.
func (t *tableReader) headOrder() ([]string, bool) {
	order, sure := slices.Clone(fourGroups), true
	swap := func(a, b string, at map[string]int) {
		i, j := slices.Index(order, a), slices.Index(order, b)
		if at[a] > 0 && at[b] > at[a] && j >= 0 && j < i {
			order = slices.Insert(slices.Delete(order, i, i+1), j, a)
		}
	}
	for i := range t.rows {
		r := &t.rows[i]
		var run []string
		at := map[string]int{}
		for k := range r.items {
			it := &r.items[k]
			if it.val || it.label().Guess {
				continue
			}
			if g := it.label().Group; it.label().Table == form.Four && g != "" && !r.isData() {
				at[g] = k + 1
			}
			if columnSet(it.label()) == allFour {
				continue
			}
			if run = append(run, it.label().Column); len(run) == len(fourColumns) {
				sure = sure && (slices.Equal(run, fourColumns) || !isOrderOf(run, fourColumns))
				run = run[:0]
			}
		}
		if at["remedies.suits"] > 0 && at["remedies.suits"] < at["remedies.reconsideration"] {
			order = append(slices.DeleteFunc(order, func(g string) bool { return g == fourGroups[0] }), fourGroups[0])
		}
		swap(fourGroups[2], fourGroups[1], at)
	}
	var out []string
	for _, g := range order {
		for _, c := range fourColumns {
			out = append(out, g+"."+c)
		}
	}
	return out, sure
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
