package stat

import (
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// How statistics read a cell that is no plain number:
//
//   - missing, garbled: unknown.
//   - blank or dash in table three: zero where the cells of its row, blanks as
//     zeros, then add up to the printed 总计. A blank 总计 is zero where all six
//     columns are; in the 2019 form, which leaves totals blank, it is the sum
//     of the six columns; else unknown.
//   - blank or dash in table four: zero where its group then adds up; a blank
//     总计 of the 2019 form is the sum of its parts; else unknown.
//   - table two has no sums: a blank is zero in the 2019 form, whose way to
//     write zero it is, and unknown in the 2021 form; a dash is unknown, for
//     the agency may have meant "not our business".
//
// Every zero read this way carries the note 空白按零计.
var (
	asZero = tongue.Of("空白按零计", "blank read as zero")
	asSum  = tongue.Of("总计为空，按各列相加", "total left blank, columns added")
)

// most is more than the whole country can count in a year. Larger numbers are
// misprints or attacks; without them no sum here or in a chart can wrap.
const most = 1_000_000_000_000

// A reading is the value of one cell or sum for statistics, or why there is none.
type reading struct {
	value     report.Decimal
	known     bool
	absent    bool // the form has no such cell
	recovered bool
	n         tongue.Text // what to know of it
}

// noted is a note with another beside it, which is not said twice.
func noted(n, m tongue.Text) tongue.Text {
	switch {
	case m.ZH == "" || strings.Contains(n.ZH, m.ZH):
		return n
	case n.ZH == "":
		return m
	}
	return n.Plus("；", "; ").Then(m)
}

func unknown(zh, en string) reading { return reading{n: tongue.Of(zh, en)} }

// sum adds cells by their places; it is unknown as soon as one of them is.
func sum(r *report.Report, at []int) reading {
	if len(at) == 0 {
		return absent
	}
	total := reading{known: true}
	for _, i := range at {
		if total.add(cell(r, i)); !total.known {
			return total
		}
	}
	return total
}

var absent = reading{absent: true, n: tongue.Of("该格式无此栏", "not on this form")}

func (t *reading) add(c reading) {
	if !c.known {
		*t = c
		return
	}
	v, ok := plus(t.value, c.value)
	if !ok {
		*t = unknown("数值超出可计算范围", "numbers too large to add")
		return
	}
	t.value = v
	t.recovered = t.recovered || c.recovered
	t.n = noted(t.n, c.n)
}

// cell reads one cell by the policy above.
func cell(r *report.Report, i int) reading {
	if i >= len(r.Cells) {
		return unknown("报告中未见此格", "cell not found in the report")
	}
	c, d := &r.Cells[i], &r.Form.Defs[i]
	switch c.State {
	case report.Number:
		return number(c, d)
	case report.Missing:
		return unknown("报告中未见此格", "cell not found in the report")
	case report.Garbled:
		return unknown("填写内容无法读作数字", "written, but not a number")
	}
	if sum := r.Form.SumOf(i, form.Across); sum != nil {
		return blank(r, i, sum)
	}
	if c.State == report.Blank && r.Form.Version == "2019" {
		return reading{known: true, n: asZero}
	}
	if c.State == report.Blank {
		return unknown("空白，未作零计", "blank, not read as zero")
	}
	return unknown("填写为“"+c.Raw+"”，未作零计", "“"+c.Raw+"” written, not read as zero")
}

// number accepts a count in ℕ and an amount not below zero in 万元. Only the
// 本年增/减 columns of the 2019 form may be negative, and no indicator uses them.
func number(c *report.Cell, d *form.Def) reading {
	if c.Value.Unscaled < 0 {
		return unknown("为负数", "negative")
	}
	if c.Value.Int64() > most {
		return unknown("数值过大，不予计算", "too large to reckon with")
	}
	if !d.Amount {
		if !c.Value.IsInt() {
			return unknown("件数不是整数", "count is not a whole number")
		}
		return reading{value: report.Int(c.Value.Int64()), known: true, recovered: c.Recovered}
	}
	v := reading{value: c.Value, known: true, recovered: c.Recovered}
	switch c.Unit {
	case report.WanYuan:
	case report.NoUnit:
		if d.Key == "proactive.procurement.amount" { // its header names no unit
			return unknown("金额未标单位", "amount without a unit")
		}
	case report.Yuan:
		if c.Value.Scale > 5 {
			return unknown("金额小数位过多", "amount with too many decimals")
		}
		v.value.Scale += 4
		v.value = trim(v.value)
		v.n = tongue.Of("原单位为元，已换算", "converted from yuan")
	case report.YiYuan:
		n, ok := times(c.Value, 10000)
		if !ok {
			return unknown("数值超出可计算范围", "number too large")
		}
		v.value = trim(n)
		v.n = tongue.Of("原单位为亿元，已换算", "converted from 100 million yuan")
	default:
		return unknown("金额单位“"+c.Unit.String()+"”无法换算", "unit “"+c.Unit.String()+"” not understood")
	}
	return v
}
