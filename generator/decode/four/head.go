package four

import (
	"slices"

	"ogi/generator/decode/tabular"
	"ogi/generator/form"
)

// above4 is what the names in the head above a row leave for each of its
// columns, nil where cells are not drawn under their heads, where names do not cover
// all figures, and where the row has not a cell for each name: it is moved
// (TestHeadsDecide).
func (t reader) above4(row *tabular.Row) map[int32]keySet {
	over := t.namesOver(row)
	if over == nil || len(over.column) == 0 && len(over.group) == 0 {
		return nil
	}
	byGroup, byColumn := cover(over.group, row), cover(over.column, row)
	if !byColumn && (!byGroup || len(over.column) > 0) || byColumn && len(row.Vals) < len(over.column) {
		return nil
	}
	out := make(map[int32]keySet, len(row.Vals))
	for _, k := range row.Vals {
		x, may := row.Items[k].Col, allFour
		if byGroup {
			may &= over.group[x]
		}
		if byColumn {
			may &= over.column[x]
		}
		if may != 0 {
			out[x] = may
		}
	}
	return out
}

// cover reports whether a name stands over each figure of a row.
func cover(names map[int32]keySet, row *tabular.Row) bool {
	for _, k := range row.Fill {
		if names[row.Items[k].Col] == 0 {
			return false
		}
	}
	return len(names) > 0
}

// A head4 is the names over the columns of a grid: kinds of remedy, and results.
type head4 struct{ group, column map[int32]keySet }

// namesOver are the names over a row, of the heads above it the last; nil where cells
// are not drawn under their heads: in text, rows of another width.
func (t reader) namesOver(row *tabular.Row) *head4 {
	if row.Units != nil {
		return nil
	}
	over, fresh := &head4{}, true
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
			clear(over.group)
			clear(over.column)
		}
		if r.Aligned && tabular.Edge(r) > tabular.Edge(row) || !over.take(r) {
			return nil // the row has lost a cell
		}
	}
	return over
}

// take takes the names of a row of the head. A name of results covers its column, that
// of a kind of remedy those up to the next name. It reports false if the row has figures.
func (h *head4) take(r *tabular.Row) bool {
	last := allFour
	for k := range r.Items {
		it := &r.Items[k]
		g, c := groupSet(it.Label()), columnSet(it.Label())
		switch {
		case it.Val && it.Filled():
			return false
		case !it.Val && it.Text != "":
			last = g
		case it.Text != "":
			last = allFour
		}
		put(&h.group, it, last)
		put(&h.column, it, c)
	}
	return true
}

// put says over the columns of a cell what its name leaves.
func put(names *map[int32]keySet, it *tabular.Item, may keySet) {
	if may == allFour {
		return
	}
	if *names == nil {
		*names = make(map[int32]keySet, len(tabular.FourKeys))
	}
	for x := it.Col; x < it.Col+it.Span; x++ {
		(*names)[x] = may
	}
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
