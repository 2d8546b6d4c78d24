package rule

import (
	"slices"
	"strings"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/form"
	"ogi/generator/report"
)

// An amount is a value the table gives: the sum of plus less the sum of minus.
type amount struct{ plus, minus []form.Key }

func cells(keys ...form.Key) amount { return amount{plus: keys} }

// tableValue is an amount of the table; blanks and dashes count as zero, with a
// note. It is false where a cell could not be read.
func tableValue(p *check.Run, a amount) (report.Decimal, string, bool) {
	var v report.Decimal
	note := ""
	for i, k := range slices.Concat(a.plus, a.minus) {
		c := p.Report.Cell(k)
		switch c.State {
		case report.Number:
			if c.Recovered && note == "" {
				note = check.Inferred
			}
			d := c.Value
			if i >= len(a.plus) {
				d.Unscaled = -d.Unscaled
			}
			v = v.Add(d)
		case report.Blank, report.Dash:
			note = check.BlankAsZero
		default:
			return v, "", false
		}
	}
	return v, note, true
}

func agreesWith(p *check.Run, f *fact.Fact, as []amount) bool {
	for _, a := range as {
		if v, _, ok := tableValue(p, a); ok && v.Cmp(f.Value) == 0 {
			return true
		}
	}
	return false
}

func operandsOf(p *check.Run, as []amount) []check.Operand {
	var ops []check.Operand
	seen := map[form.Key]bool{}
	for _, a := range as {
		for _, k := range slices.Concat(a.plus, a.minus) {
			if !seen[k] {
				seen[k] = true
				ops = append(ops, p.Cell(k))
			}
		}
	}
	return ops
}

func formulaOf(p *check.Run, said report.Decimal, as []amount) string {
	var b strings.Builder
	for i, a := range as {
		if i > 0 {
			b.WriteString("，")
		}
		b.WriteString(said.String() + " ≠ ")
		terms := 0
		for n, k := range slices.Concat(a.plus, a.minus) {
			c := p.Report.Cell(k)
			if c.State == report.Number && c.Value.IsZero() && len(a.plus)+len(a.minus) > 3 {
				continue
			}
			switch {
			case n >= len(a.plus):
				b.WriteString(" − ")
			case terms > 0:
				b.WriteString(" + ")
			}
			b.WriteString(check.Shown(c))
			terms++
		}
		if terms == 0 {
			b.WriteString("0")
		}
	}
	return b.String()
}
