package tabular

import (
	"ogi/generator/form"
	"ogi/generator/report"
)

// The form's own sums, by the columns of a row of table three and of a kind of
// remedy in table four, and by the cells of the whole of table four.
var (
	AcrossThree = rowSum(form.Three)
	AcrossFour  = rowSum(form.Four)
	FourSums    = func() (sums []form.Sum) {
		f := form.F2021
		for _, s := range f.Sums(form.Four, form.Across) {
			sums = append(sums, s.From(f.Index(FourKeys[0])))
		}
		return sums
	}()
)

// rowSum is the sum across the first row of a table, its cells counted by column.
func rowSum(t form.Table) form.Sum {
	s := form.F2021.Sums(t, form.Across)[0]
	return s.From(s.Left[0])
}

// Whole gives the number that a sum takes; blanks and dashes count as zero.
func Whole(s report.State, d report.Decimal) (int64, bool) {
	switch s {
	case report.Blank, report.Dash:
		return 0, true
	case report.Number:
		return d.Int64(), d.IsInt()
	}
	return 0, false
}

// CanHold reports whether a sum with one cell on the right can be true of figures
// of which some are not told: what is told of the left is not more than the right,
// and is the same if it is told whole.
func CanHold(s *form.Sum, v []int64, has []bool) bool {
	total := s.Right[0]
	if !has[total] {
		return true
	}
	sum, all := int64(0), true
	for _, i := range s.Left {
		sum += v[i]
		all = all && has[i]
	}
	return sum <= v[total] && (!all || sum == v[total])
}

// AddsUp reports whether a sum is true of each row of figures.
func AddsUp(v []int64, row *form.Sum) bool {
	n := len(row.Left) + len(row.Right)
	for ; len(v) >= n; v = v[n:] {
		if row.Over(func(i int) int64 { return v[i] }) != 0 {
			return false
		}
	}
	return true
}

// Subsets gives the increasing choices of k of n, the leftmost first.
func Subsets(n, k int, yield func([]int)) {
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
