package decode

import (
	"ogi/generator/form"
	"ogi/generator/report"
)

// The form's own sums, by the columns of a row of table three and of a kind of
// remedy in table four, and by the cells of the whole of table four.
var (
	acrossThree = rowSum(form.Three)
	acrossFour  = rowSum(form.Four)
	fourSums    = func() (sums []form.Sum) {
		f := form.F2021
		for _, s := range f.Sums(form.Four, form.Across) {
			sums = append(sums, s.From(f.Index(fourKeys[0])))
		}
		return sums
	}()
)

// rowSum is the sum across the first row of a table, its cells counted by column.
func rowSum(t form.Table) form.Sum {
	s := form.F2021.Sums(t, form.Across)[0]
	return s.From(s.Left[0])
}

// whole gives the number that a sum takes; blanks and dashes count as zero.
func whole(s report.State, d report.Decimal) (int64, bool) {
	switch s {
	case report.Blank, report.Dash:
		return 0, true
	case report.Number:
		return d.Int64(), d.IsInt()
	}
	return 0, false
}

// canHold reports whether a sum with one cell on the right can be true of figures
// of which some are not told: what is told of the left is not more than the right,
// and is the same if it is told whole.
func canHold(s *form.Sum, v []int64, has []bool) bool {
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

// addsUp reports whether a sum is true of each row of figures.
func addsUp(v []int64, row *form.Sum) bool {
	n := len(row.Left) + len(row.Right)
	for ; len(v) >= n; v = v[n:] {
		if row.Over(func(i int) int64 { return v[i] }) != 0 {
			return false
		}
	}
	return true
}

// sumsHeld is the share of the form's sums of table three that hold in a reading.
func sumsHeld(fs []figure, f *form.Form) float64 {
	first := f.Sums(form.Three, form.Across)[0].Left[0]
	value := func(i int) int64 {
		v := &fs[i-first].tok.v
		if v.State != report.Number {
			return 0
		}
		n, _ := whole(v.State, v.Num)
		return n
	}
	held, all := 0, 0
	for _, kind := range [...]form.SumKind{form.Across, form.Downwards, form.Balance} {
		for _, s := range f.Sums(form.Three, kind) {
			all++
			if s.Over(value) == 0 {
				held++
			}
		}
	}
	return float64(held) / float64(all)
}
