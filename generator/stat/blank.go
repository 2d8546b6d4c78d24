package stat

import (
	"ogi/generator/form"
	"ogi/generator/report"
)

// remedyParts are the columns of table four that its 总计 sums up.
var remedyParts = []string{"upheld", "corrected", "other", "pending"}

// blank reads a blank or dash of table three or four by the columns that the
// total of its row sums up.
func blank(r *report.Report, d *form.Def, columns []string) reading {
	sum, ok := parts(r, d.Row, columns)
	if !ok {
		return unknown("空白，合计所需的其他格不全，未作零计", "blank, and cells of its sum are missing")
	}
	old := r.Form.Version == "2019"
	if d.Column == "total" {
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
	total := r.Cell(d.Row + ".total")
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

// parts adds the columns of a row with blanks and dashes as zeros; not ok
// where one is missing, garbled or no natural number.
func parts(r *report.Report, row string, columns []string) (reading, bool) {
	t := reading{known: true}
	for _, c := range columns {
		c := r.Cell(row + "." + c)
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
