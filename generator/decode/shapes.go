package decode

// shapes is what the full rows of a table teach about the others.
type shapes struct {
	start, count map[int]map[int]int // by index of the last label: where values begin, how many cells follow
	ragged       map[int]bool        // kinds of rows that differ in their number of cells
}

// learn looks at the rows that have all their values, and at those whose first
// and last value are as far apart as the columns are. If there are any, a row
// of just as many cells as columns, the first of them filled, has no
// placeholder in front either.
func learn(rows []*trow, n int) shapes {
	s := shapes{start: map[int]map[int]int{}, count: map[int]map[int]int{}, ragged: map[int]bool{}}
	length := map[int]int{}
	for _, r := range rows {
		k := len(r.fill)
		if m, ok := length[r.last]; ok && m != len(r.vals) {
			s.ragged[r.last] = true
		}
		length[r.last] = len(r.vals)
		if k >= 2 && k <= n && !r.aligned && r.fill[k-1]-r.fill[0] == n-1 {
			bump(s.start, r.last, r.fill[0]-r.last-1)
			bump(s.count, r.last, len(r.vals))
		}
	}
	return s
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
		return r.vals, r.whole && len(r.vals) == n
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
	if at+n > len(r.vals) || !credible(r, at, n) {
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
// the blanks as zero. A blank total tells nothing.
func credible(r *trow, at, n int) bool {
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
			return false
		}
		return ok && x == sum
	}
	return false
}
