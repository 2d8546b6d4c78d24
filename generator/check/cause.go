package check

import (
	"ogi/generator/form"
	"ogi/generator/report"
)

// group finds single cells that explain several sums that do not hold: the cell
// that is part of most of them and that, with another value, would make them all
// hold. It is a help for readers and no verdict: two wrong cells can look like
// one other wrong cell.
func (j *Judgement) group(r *report.Report) {
	open := map[int]bool{}
	for i, f := range j.Findings {
		if f.Status == Fail && f.sum != nil {
			open[i] = true
		}
	}
	for n := 1; len(open) > 1; n++ {
		key, members := best(j, r, open)
		if len(members) < 2 {
			return
		}
		c := r.Cell(key)
		value := c.Value.Add(wrong(r, j.Findings[members[0]].sum, key))
		cause := &Cause{Cell: CellOf(r, key, ""), Mended: value.String()}
		for _, i := range members {
			j.Findings[i].Group, j.Findings[i].Cause = n, cause
			delete(open, i)
		}
	}
}

// best is the cell whose correction mends the most open sums; the first in the
// order of the form where several mend as many. A cell that would have to be
// negative is none.
func best(j *Judgement, r *report.Report, open map[int]bool) (key form.Key, members []int) {
	for _, d := range r.Form.Defs {
		byFix := map[string][]int{}
		most := ""
		for i := range j.Findings {
			if !open[i] || !j.Findings[i].sum.has(d.Key) {
				continue
			}
			fix := wrong(r, j.Findings[i].sum, d.Key)
			if v := r.Cell(d.Key).Value.Add(fix); v.Unscaled < 0 {
				continue
			}
			k := fix.String()
			byFix[k] = append(byFix[k], i)
			if most == "" || len(byFix[k]) > len(byFix[most]) {
				most = k
			}
		}
		if len(byFix[most]) > len(members) {
			key, members = d.Key, byFix[most]
		}
	}
	return key, members
}

func (e *Equation) has(key form.Key) bool {
	for _, keys := range [][]form.Key{e.Left, e.Right} {
		for _, k := range keys {
			if k == key {
				return true
			}
		}
	}
	return false
}

// wrong is what must be added to the cell for the sum to hold.
func wrong(r *report.Report, e *Equation, key form.Key) report.Decimal {
	var diff report.Decimal // left − right
	onLeft := false
	for _, k := range e.Left {
		diff = diff.Add(r.Cell(k).Value)
		onLeft = onLeft || k == key
	}
	for _, k := range e.Right {
		v := r.Cell(k).Value
		v.Unscaled = -v.Unscaled
		diff = diff.Add(v)
	}
	if onLeft {
		diff.Unscaled = -diff.Unscaled
	}
	return diff
}
