package decode

// shapes is what the full rows of a table teach about the others.
type shapes struct {
	start, count map[int]map[int]int // by index of the last label: where values begin, how many cells follow
	left         []int               // columns of the grid, of aligned tables
	open         map[int]bool        // kinds of rows of which none has its total filled
	ragged       map[int]bool        // kinds of rows that differ in their number of cells
}

// learn looks at the rows that have all their values, and at those whose first
// and last value are as far apart as the columns are. If there are any, a row
// of just as many cells as columns, the first of them filled, has no
// placeholder in front either.
func learn(rows []*trow, n int) shapes {
	s := shapes{start: map[int]map[int]int{}, count: map[int]map[int]int{}, open: map[int]bool{}, ragged: map[int]bool{}}
	length := map[int]int{}
	lefts := map[[8]int]int{}
	for _, r := range rows {
		k := len(r.fill)
		if m, ok := length[r.last]; ok && m != len(r.vals) {
			s.ragged[r.last] = true
		}
		length[r.last] = len(r.vals)
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

// holdsAcross reports whether the sum of a row with a figure in each column is true.
func holdsAcross(r *trow) bool {
	told := true
	over := acrossThree.Over(func(j int) int64 {
		v := &r.items[r.fill[j]].v
		n, ok := whole(v.state, v.num)
		told = told && ok
		return n
	})
	return told && over == 0
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
		if len(r.vals) != count || first < start || last >= start+n || first > start && s.loose(r, start, n) {
			return nil, false
		}
		at = start
	} else {
		if last-first != n-1 {
			return nil, false
		}
		at = first
	}
	if at+n > len(r.vals) || !credible(r, at, s.open[r.last]) {
		return nil, false
	}
	return r.vals[at : at+n], true
}

// loose reports whether a row whose first value stands further right than its
// kind begins may have been moved: rows of its kind differ in length, or there
// is room behind the last column and one row alone tells that it is not used.
func (s shapes) loose(r *trow, start, n int) bool {
	return s.ragged[r.last] || len(r.vals) > start+n && s.start[r.last][start] < 2
}

// credible reports whether a row with blanks can stand as it is in a dialect
// that drops blank cells and fills up at the right: its own sum must hold with
// the blanks as zero. A blank total tells nothing, so it is believed only in
// rows of a kind that has none.
func credible(r *trow, at int, open bool) bool {
	sum := int64(0)
	for _, j := range acrossThree.Left {
		v := &r.items[r.vals[at+j]].v
		x, ok := whole(v.state, v.num)
		if !ok {
			return false
		}
		sum += x
	}
	v := &r.items[r.vals[at+acrossThree.Right[0]]].v
	if !v.filled() {
		return open
	}
	total, ok := whole(v.state, v.num)
	return ok && total == sum
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
