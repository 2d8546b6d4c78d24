package decode

import (
	"slices"

	"ogi/generator/report"
)

// A mapping says which of n columns each of the published values fills, in
// order; -1 marks a value that fills none.
type mapping []int

// mappings lists the ways in which k values in order can fill n columns: with
// columns left out if k < n, with values left out if k > n. It gives nil if
// there are more than limit.
func mappings(k, n, limit int) []mapping {
	if choose(max(k, n), min(k, n), limit) > limit {
		return nil
	}
	var out []mapping
	if k <= n {
		subsets(n, k, func(cols []int) {
			out = append(out, append(mapping(nil), cols...))
		})
		return out
	}
	subsets(k, n, func(vals []int) {
		m := make(mapping, k)
		for i := range m {
			m[i] = -1
		}
		for j, v := range vals {
			m[v] = j
		}
		out = append(out, m)
	})
	return out
}

// subsets gives the increasing choices of k of n, the leftmost first.
func subsets(n, k int, yield func([]int)) {
	pick := make([]int, k)
	for i := range pick {
		pick[i] = i
	}
	for {
		yield(pick)
		i := k - 1
		for i >= 0 && pick[i] == n-k+i {
			i--
		}
		if i < 0 {
			return
		}
		pick[i]++
		for j := i + 1; j < k; j++ {
			pick[j] = pick[j-1] + 1
		}
	}
}

func choose(n, k, limit int) int {
	k = min(k, n-k)
	c := 1
	for i := 1; i <= k; i++ {
		c = c * (n - k + i) / i
		if c > 100*limit {
			return c
		}
	}
	return c
}

// A verdict is what remains of one column after all readings that fit were
// laid side by side.
type verdict struct {
	value int   // index of the published value, -1 for none
	both  []int // values of readings that contradict each other; -1 for none at all
}

// weigh lays the mappings that fit side by side. Where all of them say the
// same of a column, it stands. Where some leave the column empty, only a zero
// stands, at the place the first mapping gives it: it is the zero of one
// column or of its neighbour.
func weigh(fit []mapping, n int, same func(a, b int) bool, zero func(int) bool) []verdict {
	out := make([]verdict, n)
	for j := range out {
		out[j].value = -1
	}
	if len(fit) == 0 {
		return out
	}
	for i, j := range fit[0] {
		if j >= 0 {
			out[j].value = i
		}
	}
	at := make([]int, n)
	seen := make([][]int, n)
	room := make([]int, n) // most columns have one value
	for j := range seen {
		seen[j] = room[j : j : j+1]
	}
	for _, m := range fit {
		for j := range at {
			at[j] = -1
		}
		for i, j := range m {
			if j >= 0 {
				at[j] = i
			}
		}
		for j, i := range at {
			known := false
			for _, s := range seen[j] {
				known = known || s == i || s >= 0 && i >= 0 && same(s, i)
			}
			if !known {
				seen[j] = append(seen[j], i)
			}
		}
	}
	for j, s := range seen {
		if len(s) == 1 {
			continue
		}
		filled := s
		if k := slices.Index(s, -1); k >= 0 {
			filled = slices.Delete(slices.Clone(s), k, k+1)
		}
		if len(filled) == 1 && len(filled) < len(s) && zero(filled[0]) {
			continue
		}
		out[j] = verdict{value: -1, both: s}
	}
	return out
}

// either names the readings that contradict each other.
func either(r *trow, both []int) *report.Why {
	texts := make([]string, len(both))
	for i, k := range both {
		texts[i] = report.Lacking
		if k >= 0 {
			texts[i] = r.items[k].text
		}
	}
	return report.OneOf.With(texts...)
}
