package decode

import (
	"fmt"
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A threeReader reads table three: rows by their labels, columns by the shape
// of the whole table.
type threeReader struct {
	*tableReader
	data []*trow // rows that hold values or name a row of the form
}

func newThree(t *tableReader) *threeReader {
	three := &threeReader{tableReader: t}
	known := map[string]bool{}
	for _, f := range []*form.Form{form.F2021, form.F2019} {
		for _, r := range f.Rows(form.Three) {
			known[r] = true
		}
	}
	for i := range t.rows {
		r := &t.rows[i]
		t.know(r)
		r.labels(func(it *item) bool {
			if known[it.label.Row] && (it.label.Column == "" || r.isData()) {
				r.key, r.guess = it.label.Row, it.label.Guess
				return false
			}
			return true
		})
		if r.guess {
			r.why = "行标签与法定标签不完全一致，按相近的字认定"
		}
		if r.key == "" && onlyDashes(r) {
			for _, k := range r.fill {
				if u := t.units1(r, k); u.isRow() {
					u.roles[r.items[k].cell] = labelRole
				}
			}
			continue // a placeholder row of OCR output
		}
		if r.isData() || (r.key != "" || group(r) == "requests.other_outcome") && len(r.vals) >= len(form.Columns) {
			three.data = append(three.data, r)
		}
	}
	return three
}

func onlyDashes(r *trow) bool {
	for _, k := range r.fill {
		if r.items[k].v.state != report.Dash {
			return false
		}
	}
	return len(r.fill) > 0 && group(r) == ""
}

// oneRow reports whether （六）其他处理 is printed as one row with values: the
// next row is （七）总计, or none follows.
func (t *threeReader) oneRow() bool {
	for i, r := range t.data {
		if r.key != "" || group(r) != "requests.other_outcome" {
			continue
		}
		return i+1 == len(t.data) || t.data[i+1].key == "requests.outcomes_total" || t.data[i+1].key == "requests.carried_out"
	}
	return false
}

// group is the group that the labels of a row name.
func group(r *trow) string {
	g := ""
	r.labels(func(it *item) bool {
		if it.label.Group != "" && it.label.Group != "requests.results" {
			g = it.label.Group
			return false
		}
		return true
	})
	return g
}

func (t *threeReader) read() {
	rows := t.r.Form.Rows(form.Three)
	if t.r.Form.OneRow {
		for _, r := range t.data {
			if r.key == "" && group(r) == "requests.other_outcome" {
				r.key = "requests.other_outcome"
			}
		}
	}
	t.rivals()
	t.unlabelled(t.data, rows, func(r *trow, i int) bool {
		g := group(r)
		return g == "" || strings.HasPrefix(rows[i], g)
	})
	seen := map[string]bool{}
	var use []*trow
	for _, r := range t.data {
		if r.isData() {
			t.facts.Columns = max(t.facts.Columns, min(len(r.fill), len(form.Columns)+1))
			t.facts.Values += t.valueCells(r)
		}
		if r.key == "" || t.r.Form.Index(r.key+".total") < 0 || !r.isData() && t.later(t.data, r) {
			continue
		}
		if seen[r.key] {
			continue
		}
		seen[r.key] = true
		use = append(use, r)
		if r.isData() || len(r.vals) >= len(form.Columns) {
			t.facts.Rows++
		}
	}
	t.columns(use)
	seen = map[string]bool{}
	for _, r := range t.data {
		if r.key != "" && seen[r.key] && !r.done {
			t.twice(r)
		}
		seen[r.key] = true
	}
}

// rivals settles rows that claim the same row of the form: one known by
// likeness yields to one known by its words.
func (t *threeReader) rivals() {
	first := map[string]*trow{}
	for _, r := range t.data {
		if r.key == "" || !r.isData() {
			continue
		}
		o := first[r.key]
		switch {
		case o == nil:
			first[r.key] = r
		case r.guess && !o.guess:
			r.key, r.why = "", ""
		case o.guess && !r.guess:
			o.key, o.why = "", ""
			first[r.key] = r
		}
	}
}

// valueCells counts the value cells of a row as published: filled ones, and
// blank ones as far as the form has columns.
func (t *threeReader) valueCells(r *trow) int {
	return max(len(r.fill), min(len(r.vals), len(form.Columns)))
}

// columns gives the values of each row to the seven columns. A row with seven
// values is plain. One with blanks is plain where the rows like it tell in
// which columns they stand. All others are doubtful: sums choose.
func (t *threeReader) columns(rows []*trow) {
	n := len(form.Columns)
	var doubtful []*trow
	shapes := learn(rows, n)
	ragged := map[int]bool{} // kinds of rows of which one is doubtful
	for _, r := range rows {
		if _, ok := shapes.window(r, n); !ok && len(r.fill) != n && len(r.fill) > 0 && !r.aligned {
			ragged[r.last] = true
		}
	}
	for _, r := range rows {
		switch vals, ok := shapes.window(r, n); {
		case len(r.fill) == n && (r.aligned || r.fill[n-1]-r.fill[0] == n-1 || holdsAcross(r, n)):
			t.assign(r, r.fill, "")
		case ok && !ragged[r.last]:
			t.assign(r, vals, "")
		case len(r.fill) == 0:
			if len(r.vals) >= n {
				t.assign(r, r.vals[:n], "")
			}
		default:
			doubtful = append(doubtful, r)
		}
	}
	if len(doubtful) > 0 {
		t.resolve(doubtful)
	}
}

func (t *threeReader) assign(r *trow, vals []int, why string) {
	for j, c := range form.Columns {
		if vals[j] >= 0 {
			t.set(r.key+"."+c, r, vals[j], why)
		}
	}
}

// shapes is what the full rows of a table teach about the others.
type shapes struct {
	start, count map[int]map[int]int // by index of the last label: where values begin, how many cells follow
	left         []int               // columns of the grid, of aligned tables
	open         map[int]bool        // kinds of rows of which none has its total filled
}

// learn looks at the rows that have all their values, and at those whose first
// and last value are as far apart as the columns are. If there are any, a row
// of just as many cells as columns, the first of them filled, has no
// placeholder in front either.
func learn(rows []*trow, n int) shapes {
	s := shapes{start: map[int]map[int]int{}, count: map[int]map[int]int{}, open: map[int]bool{}}
	lefts := map[[8]int]int{}
	for _, r := range rows {
		k := len(r.fill)
		if k == n && r.aligned {
			var left [8]int
			for j, f := range r.fill {
				left[j] = int(r.items[f].col)
			}
			lefts[left]++
		}
		if k >= 2 && k <= n && !r.aligned && r.fill[k-1]-r.fill[0] == n-1 {
			bump(s.start, r.last, r.fill[0]-r.last-1)
			bump(s.count, r.last, len(r.vals))
		}
	}
	if len(s.start) > 0 {
		s.learnByCount(rows, n)
	}
	most := 0
	for k, m := range lefts {
		if m > most || m == most && s.left != nil && k[0] < s.left[0] {
			most = m
			s.left = append([]int(nil), k[:n]...)
		}
	}
	return s
}

// holdsAcross reports whether the sum of a row of n values is true.
func holdsAcross(r *trow, n int) bool {
	sum := int64(0)
	for j, k := range r.fill {
		x, ok := whole(r.items[k].v.state, r.items[k].v.num)
		if !ok {
			return false
		}
		if j == n-1 {
			return sum == x
		}
		sum += x
	}
	return false
}

// learnByCount looks at kinds of rows of which none is full: three or more, all
// of as many cells as there are columns, most with the first one filled.
func (s *shapes) learnByCount(rows []*trow, n int) {
	type kind struct{ rows, even, first int }
	kinds := map[int]kind{}
	for _, r := range rows {
		if r.aligned || len(s.start[r.last]) > 0 {
			continue
		}
		k := kinds[r.last]
		k.rows++
		if len(r.vals) == n {
			k.even++
		}
		if len(r.fill) > 0 && r.fill[0] == r.vals[0] {
			k.first++
		}
		kinds[r.last] = k
	}
	for last, k := range kinds {
		if k.rows >= 3 && k.even == k.rows && k.first*2 > k.rows {
			bump(s.start, last, 0)
			bump(s.count, last, n)
			s.open[last] = true
		}
	}
}

func bump(m map[int]map[int]int, a, b int) {
	if m[a] == nil {
		m[a] = map[int]int{}
	}
	m[a][b]++
}

// most gives the commonest value, the smaller of two as common.
func most(m map[int]int) (int, bool) {
	best, n := 0, 0
	for v, k := range m {
		if k > n || k == n && v < best {
			best, n = v, k
		}
	}
	return best, n > 0
}

// window finds the n cells of a row with blanks, if its shape tells them
// beyond doubt.
func (s shapes) window(r *trow, n int) ([]int, bool) {
	k := len(r.fill)
	if k == 0 || k >= n {
		return nil, false
	}
	if r.aligned {
		return s.aligned(r, n)
	}
	first, last := r.fill[0]-r.last-1, r.fill[k-1]-r.last-1
	at := -1
	if start, ok := most(s.start[r.last]); ok {
		count, _ := most(s.count[r.last])
		if len(r.vals) != count || first < start || last >= start+n {
			return nil, false
		}
		at = start
	} else {
		if last-first != n-1 {
			return nil, false
		}
		at = first
	}
	if at+n > len(r.vals) || !credible(r, at, n, s.open[r.last]) {
		return nil, false
	}
	return r.vals[at : at+n], true
}

// credible reports whether a row with blanks can stand as it is in a dialect
// that drops blank cells and fills up at the right: its own sum must hold with
// the blanks as zero. A blank total tells nothing, so it is believed only in
// rows of a kind that has none.
func credible(r *trow, at, n int, open bool) bool {
	sum := int64(0)
	for j := range n {
		v := &r.items[r.vals[at+j]].v
		x, ok := whole(v.state, v.num)
		if j < n-1 {
			if !ok {
				return false
			}
			sum += x
			continue
		}
		if !v.filled() {
			return open
		}
		return ok && x == sum
	}
	return false
}

// aligned finds the cells of a row with blanks by the columns of its grid. A
// row that does not reach the right edge has lost cells and tells nothing.
func (s shapes) aligned(r *trow, n int) ([]int, bool) {
	if len(r.vals) == n && (r.whole || r.fill[0] == r.vals[0] && r.fill[len(r.fill)-1] == r.vals[n-1]) {
		return r.vals, true
	}
	if !r.whole || s.left == nil {
		return nil, false
	}
	out := make([]int, n)
	for j := range out {
		out[j] = -1
	}
	for _, v := range r.vals {
		it := &r.items[v]
		for j, left := range s.left {
			if int(it.col) != left {
				continue
			}
			if it.filled() && it.span > 1 && j+1 < n && int(it.col+it.span) > s.left[j+1] {
				return nil, false // one number over several columns
			}
			out[j] = v
		}
	}
	placed := 0
	for _, v := range out {
		if v >= 0 && r.items[v].filled() {
			placed++
		}
	}
	if placed != len(r.fill) {
		return nil, false
	}
	for _, v := range out {
		if v < 0 {
			return nil, false
		}
	}
	return out, true
}

func (t *threeReader) shortProblem(r *trow) {
	n := len(form.Columns)
	switch k := len(r.fill); {
	case k < n:
		t.problem(t.at(r), fmt.Sprintf("“%s”一行有 %d 个数，应为 %d 个，缺少 %d 个", t.name(r), k, n, n-k))
	case k > n:
		t.problem(t.at(r), fmt.Sprintf("“%s”一行有 %d 个数，应为 %d 个，多出 %d 个", t.name(r), k, n, k-n))
	}
}
