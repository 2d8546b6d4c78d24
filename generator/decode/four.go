package decode

import (
	"fmt"

	"ogi/generator/form"
	"ogi/generator/report"
)

// readFour reads table four: fifteen values in one row, told by their order.
func (t *tableReader) readFour() {
	var keys []string
	for _, d := range t.r.Form.Defs {
		if d.Table == form.Four {
			keys = append(keys, d.Key)
		}
	}
	n := len(keys)
	var row *trow
	for i := range t.rows {
		r := &t.rows[i]
		t.know(r)
		if row == nil && (len(r.fill) > 0 || len(r.vals) >= n && r.last < 0) && (row == nil || len(r.fill) > len(row.fill)) {
			row = r
		}
	}
	if row == nil {
		return
	}
	t.facts.Rows = 1
	t.facts.Columns = max(len(row.fill), min(len(row.vals), n))
	t.facts.Values = t.facts.Columns
	row.key = "remedies"
	switch k := len(row.fill); {
	case k == n:
		t.four(row, keys, row.fill)
	case k < n && len(row.vals) == n:
		t.four(row, keys, row.vals)
	case k > 0 && k < n && row.fill[k-1]-row.fill[0] == n-1:
		at := row.fill[0] - row.vals[0]
		t.four(row, keys, row.vals[at:at+n])
	case k == 0 && len(row.vals) >= n:
		t.four(row, keys, row.vals[:n])
	default:
		t.resolveFour(row, keys)
	}
}

func (t *tableReader) four(r *trow, keys []string, vals []int) {
	for j, key := range keys {
		t.set(key, r, vals[j], "")
	}
}

// resolveFour reads a row with too few or too many values: of all ways to give
// them to the fifteen cells those count in which the sums hold.
func (t *tableReader) resolveFour(r *trow, keys []string) {
	n, k := len(keys), len(r.fill)
	t.problem(t.at(r), fmt.Sprintf("表四有 %d 个数，应为 %d 个", k, n))
	var fit []mapping
	for _, m := range mappings(k, n, 3100) {
		if holdsFour(r, m, n) {
			fit = append(fit, m)
		}
	}
	if len(fit) == 0 {
		for _, key := range keys {
			t.doubt(key, r, fmt.Sprintf("表四有 %d 个数，与 %d 个栏目对不上", k, n))
		}
		return
	}
	why := fmt.Sprintf("表四有 %d 个数，应为 %d 个；凡使合计成立的对应方式在此处一致", k, n)
	t.write(r, keys, weigh(fit, n, func(a, b int) bool { return sameValue(r, a, b) }), why)
}

// holdsFour reports whether the three sums can be true under a mapping.
func holdsFour(r *trow, m mapping, n int) bool {
	var v [15]int64
	var has [15]bool
	for i, j := range m {
		if j >= 0 && j < n && j < len(v) {
			x := &r.items[r.fill[i]].v
			v[j], has[j] = whole(x.state, x.num)
		}
	}
	for g := 0; g < 15; g += 5 {
		sum := v[g] + v[g+1] + v[g+2] + v[g+3]
		all := has[g] && has[g+1] && has[g+2] && has[g+3]
		if has[g+4] && (sum > v[g+4] || all && sum != v[g+4]) {
			return false
		}
	}
	return true
}

var _ = report.Missing
