package check

import (
	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/personal"
	"ogi/generator/report"
)

// Masked is a judgement as outputs may show it: a copy with each text masked; of
// gives the masked copy of its report.
// Rules and bars hold no words of reports.
func (j *Judgement) Masked(of func(*report.Report) *report.Report) *Judgement {
	if j == nil {
		return nil
	}
	out := *j
	out.personal, out.searched = nil, false
	out.Verdicts = make([]Verdict, len(j.Verdicts))
	for i, v := range j.Verdicts {
		v.Note = personal.Mask(v.Note)
		out.Verdicts[i] = v
	}
	causes := map[*Cause]*Cause{}
	out.Findings = make([]Finding, len(j.Findings))
	for i, f := range j.Findings {
		out.Findings[i] = f.masked(causes)
	}
	out.Stale = make([]config.Note, len(j.Stale))
	for i, n := range j.Stale {
		out.Stale[i] = archive.MaskedNote(n)
	}
	out.report = of(j.report)
	return &out
}

func (f Finding) masked(causes map[*Cause]*Cause) Finding {
	f.Message, f.Formula = f.Message.Each(personal.Mask), personal.Mask(f.Formula)
	f.MayBeWrong, f.Lacks = f.MayBeWrong.Each(personal.Mask), personal.Mask(f.Lacks)
	f.Pos, f.Responsible = personal.Pos(f.Pos), Responsible(personal.Mask(string(f.Responsible)))
	ops := make([]Operand, len(f.Operands))
	for i, o := range f.Operands {
		ops[i] = o.masked()
	}
	f.Operands = ops
	if c := f.Cause; c != nil {
		if causes[c] == nil {
			causes[c] = &Cause{Cell: c.Cell.masked(), Mended: personal.Mask(c.Mended)}
		}
		f.Cause = causes[c]
	}
	if b := f.Bar; b != nil {
		m := Bar{b.Why.Each(personal.Mask), b.Brief.Each(personal.Mask)}
		if m != *b { // an unchanged Bar stays the same pointer, by which findings are put together
			f.Bar = &m
		}
	}
	if f.Note != nil {
		n := archive.MaskedNote(*f.Note)
		f.Note = &n
	}
	return f
}

func (o Operand) masked() Operand {
	o.Label, o.Text, o.File, o.Pos = personal.Mask(o.Label), personal.Mask(o.Text), personal.Path(o.File), personal.Pos(o.Pos)
	return o
}
