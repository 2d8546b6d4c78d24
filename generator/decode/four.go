package decode

import (
	"fmt"
	"slices"

	"ogi/generator/decode/date"
	"ogi/generator/report"
)

// readFour reads table four: fifteen figures, each of a kind of remedy and a
// result. What its places say decides (fourgroups.go): the names above and beside
// a figure, else its turn in a row of fifteen. Sums are asked only where the
// count is not that of the form. Two figures too few or too many of text without cells
// are few ways yet (columns-set-right-with-gaps).
func (t *tableReader) readFour() {
	keys := fourKeys
	n := len(keys)
	var data []*trow
	for i := range t.rows {
		r := &t.rows[i]
		t.know(r)
		if len(r.fill) > 0 || len(r.vals) >= n && r.last < 0 {
			data = append(data, r)
		}
	}
	if len(data) == 0 {
		return
	}
	row, told := t.fullest(data)
	row.key = "remedies"
	if !told {
		t.doubtFour(row, keys, report.FourManyRows.Why())
		return
	}
	order, sure := t.headOrder()
	t.facts.Rows = 1
	t.facts.Columns = max(len(row.fill), min(len(row.vals), n))
	t.facts.Values = t.facts.Columns
	switch k := len(row.fill); {
	case t.byPlace(data, sure) || t.byPlace([]*trow{row}, sure):
	case !sure:
		t.problem(t.at(row), "表四表头各栏的先后与法定格式不同")
		t.doubtFour(row, keys, report.FourOddHead.Why())
	case t.inTurn(data, order):
	case k == n && row.fill[n-1]-row.fill[0] != n-1 && row.fill[n-1]-row.fill[0] < n+3:
		t.resolveFour(row, order)
	case k == n && t.narrowed(row):
		t.problem(t.at(row), "表四的数与栏目可能错位：合计不成立，而表头或数字有缺失的迹象")
		t.doubtFour(row, keys, report.FourMoved.Why())
	case k == n:
		t.four(row, order, row.fill)
	case k == 0 && len(row.vals) >= n:
		t.four(row, order, row.vals[:n])
	case row.flat && abs(k-n) > 2: // many ways fit where figures may be torn or run together
		t.problem(t.at(row), fmt.Sprintf("表四有 %d 个数，应为 %d 个", k, n))
		t.doubtFour(row, keys, report.FourUnplaced.Of(k, n))
	case k < n && t.windowFour(row, n) != nil:
		t.four(row, order, t.windowFour(row, n))
	default:
		t.resolveFour(row, order)
	}
}

// fullest is the row with most figures. Of several whole rows that differ it is
// the one labelled with the year of the report; it reports false if none is
// (TestRareShapes).
func (t *tableReader) fullest(data []*trow) (*trow, bool) {
	best, told := data[0], true
	for _, r := range data[1:] {
		switch {
		case len(r.fill) > len(best.fill):
			best, told = r, true
		case len(r.fill) == len(best.fill) && len(r.fill) >= len(fourKeys):
			told = told && sameFigures(r, best)
		}
	}
	if told {
		return best, true
	}
	for _, r := range data {
		for k := 0; k <= r.last && len(r.fill) == len(best.fill); k++ {
			if text := r.items[k].text; date.IsYear(text) && date.Year(text) == t.YearAnywhere {
				return r, true
			}
		}
	}
	return best, false
}

func sameFigures(a, b *trow) bool {
	for j := range a.fill {
		x, y := &a.items[a.fill[j]].v, &b.items[b.fill[j]].v
		if x.State != y.State || x.Num.Cmp(y.Num) != 0 {
			return false
		}
	}
	return true
}

func (t *tableReader) four(r *trow, keys []string, vals []int) {
	for j, key := range keys {
		t.set(key, r, vals[j], nil)
	}
}

// windowFour finds the fifteen cells of a row with blanks: all cells of a row
// that has just as many, if it is aligned or a blank stands before a figure, as
// in no row whose blank cells were dropped; else the only run of fifteen that holds
// all values and in which the sums are true with the blanks as zero
// (pipe-cut-with-blanks).
func (t *tableReader) windowFour(r *trow, n int) []int {
	if len(r.vals) == n && (r.aligned && r.whole || !r.flat && blankBetween(r, r.vals)) {
		return r.vals
	}
	var found []int
	k := len(r.fill)
	for at := 0; at+n <= len(r.vals); at++ {
		if r.fill[0] < r.vals[at] || r.fill[k-1] > r.vals[at+n-1] {
			continue
		}
		r.seq = r.vals[at : at+n]
		m := make(mapping, n)
		for i := range m {
			m[i] = i
		}
		if !holdsFour(r, m) {
			continue
		}
		if found != nil {
			return nil
		}
		found = r.seq
	}
	return found
}

// resolveFour reads a row with too few or too many values: of all ways to give
// them to the fifteen cells those count in which the sums hold.
func (t *tableReader) resolveFour(r *trow, keys []string) {
	n := len(keys)
	r.seq = r.fill
	if first, last := r.fill[0]-r.vals[0], r.fill[len(r.fill)-1]-r.vals[0]; last-first < n+3 {
		r.seq = r.vals[first : last+1]
	}
	k := len(r.seq)
	t.problem(t.at(r), fmt.Sprintf("表四有 %d 个数，应为 %d 个", k, n))
	odd := func(v int) bool { return r.items[v].v.State == report.Garbled }
	var fit []mapping
	holds := false
	for _, m := range mappings(k, n, 3100) {
		if k > n && slices.ContainsFunc(r.seq, odd) {
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
		t.doubtFour(r, keys, report.FourUnplaced.Of(k, n))
		return
	}
	t.write(r, keys, fit, zerosFour(r, fit), report.AllWaysToAddFour.Of(k, n))
}

// zerosFour reports whether what the row has lost can only be zeros: in every
// mapping that fits each group that lost a part has a total that the rest makes
// up (table-four-without-its-last-zero).
func zerosFour(r *trow, fit []mapping) bool {
	for _, m := range fit {
		v, has := fourValues(r, m)
		for _, s := range fourSums {
			if has[s.Right[0]] && s.Over(func(i int) int64 { return v[i] }) != 0 {
				return false
			}
		}
	}
	return true
}

func (t *tableReader) doubtFour(r *trow, keys []string, why *report.Why) {
	for _, key := range keys {
		t.doubt(key, r, why)
	}
}

// narrowed reports whether fifteen values in order cannot be believed: a sum is
// false where the head names some of the columns and not all, where the row is
// narrower than its head or begins with a blank cell (of
// cells on lines of their own that is one of the head), or where the text of a PDF has
// lost a part of the head (table-four-narrower-than-its-head).
func (t *tableReader) narrowed(r *trow) bool {
	plain := make(mapping, len(fourKeys))
	for i := range plain {
		plain[i] = i
	}
	r.seq = r.fill
	names := 0
	for i := range t.rows {
		for k := range t.rows[i].items {
			if columnSet(t.rows[i].items[k].label()) != allFour {
				names++
			}
		}
	}
	lost := names > 0 && names != len(fourKeys) && !r.flat // some names of columns, which may be those of figures too
	return brokenFour(r, plain, true) > 0 && (lost || t.narrower(r) || r.units == nil && r.fill[0] != r.vals[0] || r.flat && !r.named)
}

// narrower reports whether the row has fewer cells than each row of the head,
// which are all as wide as one another (table-four-narrower-than-its-head).
func (t *tableReader) narrower(r *trow) bool {
	width, rows := 0, 0
	for i := range t.rows {
		h := &t.rows[i]
		if h == r || h.isData() || h.aligned || len(h.items) < 2 {
			continue
		}
		if rows > 0 && len(h.items) != width {
			return false
		}
		width = len(h.items)
		rows++
	}
	return rows >= 2 && len(r.items) < width
}

// fourValues are the numbers that a mapping gives to the fifteen cells, and
// which cells have one.
func fourValues(r *trow, m mapping) (v [15]int64, has [15]bool) {
	for i, j := range m {
		if j >= 0 {
			x := &r.items[r.seq[i]].v
			v[j], has[j] = whole(x.State, x.Num)
		}
	}
	return v, has
}

// holdsFour reports whether the three sums can be true under a mapping.
func holdsFour(r *trow, m mapping) bool { return brokenFour(r, m, true) == 0 }

// brokenFour counts the sums that cannot be true under a mapping, with blanks as
// zeros or not known.
func brokenFour(r *trow, m mapping, zeros bool) int {
	v, has := fourValues(r, m)
	for i, j := range m {
		if !zeros && j >= 0 && r.items[r.seq[i]].v.State == report.Blank {
			has[j] = false
		}
	}
	broken := 0
	for i := range fourSums {
		if !canHold(&fourSums[i], v[:], has[:]) {
			broken++
		}
	}
	return broken
}
