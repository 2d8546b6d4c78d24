package stat

import (
	"strings"

	"ogi/generator/form"
)

// A plan has the places of an indicator's cells in one form, so that no key is
// looked up for each report. Nil sums are sums the form does not have.
type plan struct{ num, den []int }

// plans and rows are built once for the forms there are and never changed.
var (
	plans = map[*form.Form]map[*Indicator]plan{}
	rows  = map[*form.Form][]string{}
	all   = map[*form.Form][]int{} // the 总计 of all outcomes
)

func init() {
	for _, f := range []*form.Form{form.F2021, form.F2021OneRow, form.F2019, form.Free} {
		rows[f] = f.Outcomes()
		if sums := f.Sums(form.Three, form.Downwards); len(sums) > 0 {
			all[f] = sums[len(sums)-1].Left // of the last column, 总计
		}
		plans[f] = map[*Indicator]plan{}
		for _, ind := range Indicators {
			plans[f][ind] = plan{places(f, ind.Num), places(f, ind.Den)}
		}
	}
}

func planOf(f *form.Form, ind *Indicator) plan {
	if p, ok := plans[f][ind]; ok {
		return p
	}
	return plan{places(f, ind.Num), places(f, ind.Den)}
}

// OutcomeRows are the rows of table three under a prefix, as
// "requests.denied", in printed order.
func OutcomeRows(f *form.Form, prefix string) []string {
	list, ok := rows[f]
	if !ok {
		list = f.Outcomes()
	}
	first, last := -1, -1
	for i, row := range list {
		if strings.HasPrefix(row, prefix) && (len(row) == len(prefix) || row[len(prefix)] == '.') {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return nil
	}
	return list[first : last+1]
}

// places are the positions of cells in a form, nil where it lacks one.
func places(f *form.Form, keys []form.Key) []int {
	var at []int
	for _, key := range keys {
		prefix, group := strings.CutSuffix(key, ".*")
		if !group {
			i := f.Index(key)
			if i < 0 {
				return nil
			}
			at = append(at, i)
			continue
		}
		under := OutcomeRows(f, prefix)
		if under == nil {
			return nil
		}
		for _, row := range under {
			at = append(at, f.Index(row+".total"))
		}
	}
	return at
}
