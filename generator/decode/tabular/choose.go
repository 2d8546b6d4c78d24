package tabular

import (
	"math/big"
	"slices"

	"ogi/generator/report"
)

// A Mapping says which of n columns each of the published values fills, in
// order; -1 marks a value that fills none.
type Mapping []int

// Mappings lists the ways in which k values in order can fill n columns: with
// columns left out if k < n, with values left out if k > n. It gives nil if
// there are more than limit.
func Mappings(k, n, limit int) []Mapping {
	if ways := new(big.Int).Binomial(int64(max(k, n)), int64(min(k, n))); ways.Cmp(big.NewInt(int64(limit))) > 0 {
		return nil
	}
	var out []Mapping
	Subsets(max(k, n), min(k, n), func(pick []int) {
		m := Mapping(slices.Clone(pick))
		if k > n {
			m = slices.Repeat(Mapping{-1}, k)
			for j, v := range pick {
				m[v] = j
			}
		}
		out = append(out, m)
	})
	return out
}

// InOrder is the Mapping of n values to the first n columns.
func InOrder(n int) Mapping {
	m := make(Mapping, n)
	for i := range m {
		m[i] = i
	}
	return m
}

// Numbers gives the numbers of a row to the columns, and tells which have one.
func (m Mapping) Numbers(r *Row, v []int64, has []bool) {
	clear(v)
	clear(has)
	for i, j := range m {
		if j >= 0 {
			x := &r.Items[r.Seq[i]].V
			v[j], has[j] = Whole(x.State, x.Num)
		}
	}
}

// Reach takes the figures of a row and the blanks between them for what is to be given
// to columns, if they are not as many as a limit, else its figures alone.
func Reach(r *Row, limit int) {
	r.Seq = r.Fill
	if first, last := r.Fill[0]-r.Vals[0], r.Fill[len(r.Fill)-1]-r.Vals[0]; last-first < limit {
		r.Seq = r.Vals[first : last+1]
	}
}

// A verdict is what remains of one column after all readings that fit were
// laid side by side.
type verdict struct {
	value int   // index of the published value, -1 for none
	both  []int // values of readings that contradict each other; -1 for none at all
}

// weigh lays the mappings that fit side by side. Where all of them say the
// same of a column, it stands. Where some leave the column empty, only a zero
// stands, at the place the first Mapping gives it: it is the zero of one
// column or of its neighbour.
func weigh(fit []Mapping, n int, same func(a, b int) bool, zero func(int) bool) []verdict {
	out := make([]verdict, n)
	for j := range out {
		var seen []int
		for _, m := range fit {
			i := slices.Index(m, j)
			if !slices.ContainsFunc(seen, func(s int) bool { return s == i || s >= 0 && i >= 0 && same(s, i) }) {
				seen = append(seen, i)
			}
		}
		filled := slices.DeleteFunc(slices.Clone(seen), func(i int) bool { return i < 0 })
		if len(seen) == 1 || len(filled) == 1 && zero(filled[0]) {
			out[j].value = seen[0]
		} else {
			out[j] = verdict{value: -1, both: seen}
		}
	}
	return out
}

// either names the readings that contradict each other.
func either(r *Row, both []int) *report.Why {
	texts := make([]string, len(both))
	for i, k := range both {
		texts[i] = report.Lacking
		if k >= 0 {
			texts[i] = r.Items[k].Text
		}
	}
	return report.OneOf.With(texts...)
}

// BlankBetween reports whether a blank cell stands before a figure.
func BlankBetween(r *Row, cells []int) bool {
	first := slices.IndexFunc(cells, func(k int) bool { return !r.Items[k].Filled() })
	return first >= 0 && slices.ContainsFunc(cells[first:], func(k int) bool { return r.Items[k].Filled() })
}
