// Package four reads table four: fifteen figures, each of a kind of remedy and a result.
// Rows of a tabular.Table come in and go to their cells by the names above and beside
// them, by their turn, or, where their number is not that of the form, by its sums.
package four

import (
	"fmt"
	"slices"

	"ogi/generator/decode/date"
	"ogi/generator/decode/tabular"
	"ogi/generator/report"
)

// A reader reads table four.
type reader struct{ *tabular.Table }

// Read reads table four: fifteen figures, each of a kind of remedy and a
// result. What its places say decides (names.go): the names above and beside
// a figure, else its turn in a row of fifteen. Sums are asked only where the
// count is not that of the form. Two figures too few or too many of text without cells
// are few ways yet (columns-set-right-with-gaps).
func Read(of *tabular.Table) {
	t := reader{of}
	keys := tabular.FourKeys
	n := len(keys)
	var data []*tabular.Row
	for i := range t.Rows {
		r := &t.Rows[i]
		t.Know(r)
		if len(r.Fill) > 0 || len(r.Vals) >= n && r.Last < 0 {
			data = append(data, r)
		}
	}
	if len(data) == 0 {
		return
	}
	row, told := t.fullest(data)
	row.Key = "remedies"
	if !told {
		t.DoubtAll(row, keys, report.FourManyRows.Why())
		return
	}
	order, sure := t.headOrder()
	t.Facts.Rows = 1
	t.Facts.Columns = max(len(row.Fill), min(len(row.Vals), n))
	t.Facts.Values = t.Facts.Columns
	switch k := len(row.Fill); {
	case t.byPlace(data, sure) || t.byPlace([]*tabular.Row{row}, sure):
	case !sure:
		t.Problem(t.At(row), "表四表头各栏的先后与法定格式不同")
		t.DoubtAll(row, keys, report.FourOddHead.Why())
	case t.inTurn(data, order):
	case k == n && row.Fill[n-1]-row.Fill[0] != n-1 && row.Fill[n-1]-row.Fill[0] < n+3:
		t.resolveFour(row, order)
	case k == n && t.narrowed(row):
		t.Problem(t.At(row), "表四的数与栏目可能错位：合计不成立，而表头或数字有缺失的迹象")
		t.DoubtAll(row, keys, report.FourMoved.Why())
	case k == n:
		t.SetAll(row, order, row.Fill)
	case k == 0 && len(row.Vals) >= n:
		t.SetAll(row, order, row.Vals[:n])
	case row.Flat && max(k-n, n-k) > 2: // many ways fit where figures may be torn or run together
		t.Problem(t.At(row), fmt.Sprintf("表四有 %d 个数，应为 %d 个", k, n))
		t.DoubtAll(row, keys, report.FourUnplaced.Of(k, n))
	case k < n && t.windowFour(row, n) != nil:
		t.SetAll(row, order, t.windowFour(row, n))
	default:
		t.resolveFour(row, order)
	}
}

// fullest is the row with most figures. Of several whole rows that differ it is
// the one labelled with the year of the report; it reports false if none is
// (TestRareShapes).
func (t reader) fullest(data []*tabular.Row) (*tabular.Row, bool) {
	best, told := data[0], true
	for _, r := range data[1:] {
		switch {
		case len(r.Fill) > len(best.Fill):
			best, told = r, true
		case len(r.Fill) == len(best.Fill) && len(r.Fill) >= len(tabular.FourKeys):
			told = told && sameFigures(r, best)
		}
	}
	if told {
		return best, true
	}
	for _, r := range data {
		for k := 0; k <= r.Last && len(r.Fill) == len(best.Fill); k++ {
			if text := r.Items[k].Text; date.IsYear(text) && date.Year(text) == t.YearAnywhere {
				return r, true
			}
		}
	}
	return best, false
}

func sameFigures(a, b *tabular.Row) bool {
	for j := range a.Fill {
		if !a.Items[a.Fill[j]].V.Same(&b.Items[b.Fill[j]].V) {
			return false
		}
	}
	return true
}

// windowFour finds the fifteen cells of a row with blanks: all cells of a row
// that has just as many, if it is aligned or a blank stands before a figure, as
// in no row whose blank cells were dropped; else the only run of fifteen that holds
// all values and in which the sums are true with the blanks as zero
// (pipe-cut-with-blanks).
func (t reader) windowFour(r *tabular.Row, n int) []int {
	if len(r.Vals) == n && (r.Aligned && r.Whole || !r.Flat && tabular.BlankBetween(r, r.Vals)) {
		return r.Vals
	}
	var found []int
	k := len(r.Fill)
	for at := 0; at+n <= len(r.Vals); at++ {
		if r.Fill[0] < r.Vals[at] || r.Fill[k-1] > r.Vals[at+n-1] {
			continue
		}
		r.Seq = r.Vals[at : at+n]
		if !holdsFour(r, tabular.InOrder(n)) {
			continue
		}
		if found != nil {
			return nil
		}
		found = r.Seq
	}
	return found
}

// resolveFour reads a row with too few or too many values: of all ways to give
// them to the fifteen cells those count in which the sums hold.
func (t reader) resolveFour(r *tabular.Row, keys []string) {
	n := len(keys)
	tabular.Reach(r, n+3)
	k := len(r.Seq)
	t.Problem(t.At(r), fmt.Sprintf("表四有 %d 个数，应为 %d 个", k, n))
	odd := func(v int) bool { return r.Items[v].V.State == report.Garbled }
	var fit []tabular.Mapping
	holds := false
	for _, m := range tabular.Mappings(k, n, 3100) {
		if k > n && slices.ContainsFunc(r.Seq, odd) {
			break // what is odd may be what is surplus, or not
		}
		// What is blank in a row that has lost cells may be anything: of an agency that
		// leaves some of its figures out no sums are true, and a way to place the others
		// in which they are is by chance (blanks-beside-lost-cells-of-table-four).
		if brokenFour(r, m, false) == 0 {
			fit = append(fit, m)
			holds = holds || holdsFour(r, m)
		}
	}
	if !holds {
		t.DoubtAll(r, keys, report.FourUnplaced.Of(k, n))
		return
	}
	t.Write(r, keys, fit, zerosFour(r, fit), report.AllWaysToAddFour.Of(k, n))
}

// zerosFour reports whether what the row has lost can only be zeros: in every
// tabular.Mapping that fits each group that lost a part has a total that the rest makes
// up (table-four-without-its-last-zero).
func zerosFour(r *tabular.Row, fit []tabular.Mapping) bool {
	for _, m := range fit {
		var v [15]int64
		var has [15]bool
		m.Numbers(r, v[:], has[:])
		for _, s := range tabular.FourSums {
			if has[s.Right[0]] && s.Over(func(i int) int64 { return v[i] }) != 0 {
				return false
			}
		}
	}
	return true
}

// narrowed reports whether fifteen values in order cannot be believed: a sum is
// false where the head names some of the columns and not all, where the row is
// narrower than its head or begins with a blank cell (of
// cells on lines of their own that is one of the head), or where the text of a PDF has
// lost a part of the head (table-four-narrower-than-its-head).
func (t reader) narrowed(r *tabular.Row) bool {
	r.Seq = r.Fill
	names := 0
	for i := range t.Rows {
		for k := range t.Rows[i].Items {
			if columnSet(t.Rows[i].Items[k].Label()) != allFour {
				names++
			}
		}
	}
	lost := names > 0 && names != len(tabular.FourKeys) && !r.Flat // some names of columns, which may be those of figures too
	return brokenFour(r, tabular.InOrder(len(tabular.FourKeys)), true) > 0 && (lost || t.narrower(r) || r.Units == nil && r.Fill[0] != r.Vals[0] || r.Flat && !r.Named)
}

// narrower reports whether the row has fewer cells than each row of the head,
// which are all as wide as one another (table-four-narrower-than-its-head).
func (t reader) narrower(r *tabular.Row) bool {
	width, rows := 0, 0
	for i := range t.Rows {
		h := &t.Rows[i]
		if h == r || h.IsData() || h.Aligned {
			continue
		}
		if rows > 0 && len(h.Items) != width {
			return false
		}
		width = len(h.Items)
		rows++
	}
	return rows >= 2 && len(r.Items) < width
}

// holdsFour reports whether the three sums can be true under a mapping.
func holdsFour(r *tabular.Row, m tabular.Mapping) bool { return brokenFour(r, m, true) == 0 }

// brokenFour counts the sums that cannot be true under a tabular.Mapping, with blanks as
// zeros or not known.
func brokenFour(r *tabular.Row, m tabular.Mapping, zeros bool) int {
	var v [15]int64
	var has [15]bool
	m.Numbers(r, v[:], has[:])
	for i, j := range m {
		if !zeros && j >= 0 && r.Items[r.Seq[i]].V.State == report.Blank {
			has[j] = false
		}
	}
	broken := 0
	for i := range tabular.FourSums {
		if !tabular.CanHold(&tabular.FourSums[i], v[:], has[:]) {
			broken++
		}
	}
	return broken
}
