package stat

import (
	"ogi/generator/form"
	"ogi/generator/report"
)

// blank reads a blank or dash by the sum across that it is part of.
func blank(r *report.Report, i int, across *form.Sum) reading {
	sum, ok := parts(r, across.Left)
	if !ok {
		return unknown("空白，合计所需的其他格不全，未作零计", "blank, and cells of its sum are missing")
	}
	old := r.Form.Version == "2019"
	at := across.Right[0]
	if i == at {
		switch {
		case sum.value.IsZero():
			sum.n = asZero
			return sum
		case old:
			sum.n = asSum
			return sum
		}
		return unknown("总计空白，未作零计", "total blank, not read as zero")
	}
	total := r.Cell(r.Form.Defs[at].Key)
	empty := total.State == report.Blank || total.State == report.Dash
	if empty && (old || sum.value.IsZero()) || equals(total, sum) {
		return reading{known: true, recovered: total.Recovered || sum.recovered, n: asZero}
	}
	return unknown("空白，按零计时合计不符，未作零计", "blank, and its sum does not hold with zero")
}

// equals reports whether a printed total is the sum of its parts.
func equals(total report.Cell, sum reading) bool {
	if total.State != report.Number {
		return false
	}
	t := number(&total, &form.Def{})
	return t.known && t.value == sum.value
}

// parts adds cells with blanks and dashes as zeros; not ok where one is missing,
// garbled or no natural number.
func parts(r *report.Report, cells []int) (reading, bool) {
	t := reading{known: true}
	for _, i := range cells {
		c := r.Cell(r.Form.Defs[i].Key)
		switch c.State {
		case report.Blank, report.Dash:
			continue
		case report.Number:
			n := number(&c, &form.Def{})
			if !n.known {
				return n, false
			}
			if t.add(n); !t.known {
				return t, false
			}
		default:
			return t, false
		}
	}
	return t, true
}
