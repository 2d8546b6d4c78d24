package four

import (
	"slices"

	"ogi/generator/decode/tabular"
	"ogi/generator/form"
)

// above4 is what the names in the head above a row leave for each of its
// columns. A name of results covers its column, that of a kind of remedy those
// up to the next name. It is nil where cells are not drawn under their heads: in
// text, rows of another width; and where names do not cover all figures.
func (t reader) above4(row *tabular.Row) map[int32]keySet {
	var group, column map[int32]keySet
	fresh := true
	for i := range t.Rows {
		r := &t.Rows[i]
		if r == row {
			break
		}
		if r.IsData() {
			fresh = false
			continue
		}
		if r.Units != nil || r.Aligned != row.Aligned || !r.Aligned && len(r.Items) != len(row.Items) {
			continue
		}
		if !fresh {
			fresh = true
			clear(group)
			clear(column)
		}
		if r.Aligned && tabular.Edge(r) > tabular.Edge(row) {
			return nil // the row has lost a cell
		}
		cover := allFour
		for k := range r.Items {
			it := &r.Items[k]
			g, c := groupSet(it.Label()), columnSet(it.Label())
			switch {
			case it.Val && it.Filled():
				return nil
			case !it.Val && it.Text != "":
				cover = g
			case it.Text != "":
				cover = allFour
			}
			for x := it.Col; x < it.Col+it.Span; x++ {
				if cover != allFour {
					if group == nil {
						group = make(map[int32]keySet, len(tabular.FourKeys))
					}
					group[x] = cover
				}
				if c != allFour {
					if column == nil {
						column = make(map[int32]keySet, len(tabular.FourKeys))
					}
					column[x] = c
				}
			}
		}
	}
	if row.Units != nil || len(column) == 0 && len(group) == 0 {
		return nil
	}
	whole := func(names map[int32]keySet) bool {
		for _, k := range row.Fill {
			if names[row.Items[k].Col] == 0 {
				return false
			}
		}
		return len(names) > 0
	}
	byGroup, byColumn := whole(group), whole(column)
	if !byColumn && (!byGroup || len(column) > 0) || byColumn && len(row.Vals) < len(column) {
		return nil // a row that has not a cell for each name is moved
	}
	out := make(map[int32]keySet, len(row.Vals))
	for _, k := range row.Vals {
		x, may := row.Items[k].Col, allFour
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
func (t reader) headOrder() ([]string, bool) {
	order, sure := slices.Clone(tabular.FourGroups), true
	swap := func(a, b string, at map[string]int) {
		i, j := slices.Index(order, a), slices.Index(order, b)
		if at[a] > 0 && at[b] > at[a] && j >= 0 && j < i {
			order = slices.Insert(slices.Delete(order, i, i+1), j, a)
		}
	}
	for i := range t.Rows {
		r := &t.Rows[i]
		var run []string
		at := map[string]int{}
		for k := range r.Items {
			it := &r.Items[k]
			if it.Val || it.Label().Guess {
				continue
			}
			if g := it.Label().Group; it.Label().Table == form.Four && g != "" && !r.IsData() {
				at[g] = k + 1
			}
			if columnSet(it.Label()) == allFour {
				continue
			}
			if run = append(run, it.Label().Column); len(run) == len(tabular.FourColumns) {
				sure = sure && (slices.Equal(run, tabular.FourColumns) || !isOrderOf(run, tabular.FourColumns))
				run = run[:0]
			}
		}
		if at["remedies.suits"] > 0 && at["remedies.suits"] < at["remedies.reconsideration"] {
			order = append(slices.DeleteFunc(order, func(g string) bool { return g == tabular.FourGroups[0] }), tabular.FourGroups[0])
		}
		swap(tabular.FourGroups[2], tabular.FourGroups[1], at)
	}
	var out []string
	for _, g := range order {
		for _, c := range tabular.FourColumns {
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
