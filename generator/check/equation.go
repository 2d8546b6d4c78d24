package check

import (
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// An Equation is a sum the form's own cells must satisfy: Left = Right, each
// the sum of its cells.
type Equation struct {
	Name        tongue.Text // which of the rule's checks: 总计列
	Left, Right []form.Key
	At          form.Key // the cell whose place a finding gets; the first of Left if empty
	Severity    Severity // the rule's if 0
	// Doubt, if not empty, says in Chinese why a cell may have been read at
	// another place than its own: the equation then cannot fail.
	Doubt string
}

// The notes of a pass that rests on more than plain numbers.
const (
	BlankAsZero = "空白按零计"
	Inferred    = "含推定值"
	OneReader   = "含人工录入值"
)

// Equal records whether an equation holds. Only plain numbers can break it. A
// blank or a dash is read as zero where that makes it hold; where it does not,
// and where a cell is missing, garbled or inferred, the check is undecided: a
// sum that does not hold is then ours as likely as the agency's.
func (p *Run) Equal(e Equation) {
	var sums [2]report.Decimal
	var blank, inferred, entered, unread []form.Key
	keys := append(append([]form.Key(nil), e.Left...), e.Right...)
	for i, k := range keys {
		side := 0
		if i >= len(e.Left) {
			side = 1
		}
		switch c := p.Report.Cell(k); c.State {
		case report.Number:
			sums[side] = sums[side].Add(c.Value)
			switch {
			case c.Reading == report.Entered:
				entered = append(entered, k)
			case !Firm(c):
				inferred = append(inferred, k)
			}
		case report.Blank, report.Dash:
			blank = append(blank, k)
		default:
			unread = append(unread, k)
		}
	}
	holds := sums[0].Cmp(sums[1]) == 0
	if holds && len(unread) == 0 {
		switch {
		case len(blank) > 0:
			p.PassNote(BlankAsZero)
		case len(inferred) > 0:
			p.PassNote(Inferred)
		case len(entered) > 0:
			p.PassNote(OneReader)
		default:
			p.Pass()
		}
		return
	}
	f := Finding{Severity: e.Severity, Formula: p.formula(e, len(unread) > 0), Operands: p.operands(keys), sum: &e}
	at := e.At
	if at == "" {
		at = e.Left[0]
	}
	f.Pos = p.Report.Cell(at).Pos
	if len(unread) > 0 {
		f.Message = tongue.Of(e.Name.ZH+"："+p.list(unread)+"未能读出，无法核对。",
			e.Name.EN+": a cell could not be read, so the sum cannot be checked.")
		f.Responsible = ByMixed
		if f.Pos.IsZero() {
			f.Pos = Place(f.Operands)
		}
		p.Unknown(f)
		return
	}
	switch {
	case len(blank) > 0:
		f.Message = tongue.Of(e.Name.ZH+"："+p.list(blank)+"为空白或符号，按零计不能使等式成立，无法判断。",
			e.Name.EN+": a cell is blank, and reading it as zero does not make the sum hold.")
		p.Unknown(f)
	case len(inferred) > 0:
		f.Message = tongue.Of(e.Name.ZH+"："+p.list(inferred)+"为推定值，等式不成立，无法判断。",
			e.Name.EN+": a cell was inferred, not read at its place, and the sum does not hold.")
		f.Responsible = ByParser
		p.Unknown(f)
	case e.Doubt != "":
		f.Bar = &Bar{Why: tongue.Of(e.Doubt+"，等式不成立", "cells may have moved or stuck together, and the sum does not hold")}
		f.Message = tongue.Of(e.Name.ZH+"："+e.Doubt+"，等式不成立，无法判断。",
			e.Name.EN+": cells may have moved or stuck together, and the sum does not hold.")
		f.Responsible = ByParser
		p.Unknown(f)
	default:
		f.Message = tongue.Of(e.Name.ZH+"："+sums[0].String()+"与"+sums[1].String()+"不符。",
			e.Name.EN+": "+sums[0].String()+" does not equal "+sums[1].String()+".")
		p.Fail(f)
	}
}

// Sum names the equation that a finding is about, nothing for other findings.
func (f *Finding) Sum() tongue.Text {
	if f.sum == nil {
		return tongue.Text{}
	}
	return f.sum.Name
}

// formula puts the numbers in. Of a long sum only the terms that are not zero
// are written.
func (p *Run) formula(e Equation, open bool) string {
	sign := " ≠ "
	if open {
		sign = " ？ "
	}
	return p.terms(e.Left) + sign + p.terms(e.Right)
}

const longSum = 5

func (p *Run) terms(keys []form.Key) string {
	var ts []string
	for _, k := range keys {
		c := p.Report.Cell(k)
		if len(keys) > longSum && (c.State == report.Number && c.Value.IsZero()) {
			continue
		}
		ts = append(ts, Shown(c))
	}
	if len(ts) == 0 {
		return "0"
	}
	return strings.Join(ts, " + ")
}

func (p *Run) operands(keys []form.Key) []Operand {
	ops := make([]Operand, len(keys))
	for i, k := range keys {
		ops[i] = p.Cell(k)
	}
	return ops
}

// list names cells, the first three of many.
func (p *Run) list(keys []form.Key) string {
	var names []string
	for i, k := range keys {
		if i == 3 {
			return strings.Join(names, "、") + "等" + report.Int(int64(len(keys))).String() + "格"
		}
		names = append(names, "“"+Label(p.Report.Form, k)+"”")
	}
	return strings.Join(names, "、")
}
