package check

import (
	"ogi/generator/config"
	"ogi/generator/personal"
)

// Masked is a judgement as outputs may show it: a copy with each text masked.
// Rules and bars hold no words of reports.
func (j *Judgement) Masked() *Judgement {
	if j == nil {
		return nil
	}
	out := *j
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
	out.Stale = MaskedNotes(j.Stale)
	out.report = personal.Masked(j.report)
	return &out
}

func (f Finding) masked(causes map[*Cause]*Cause) Finding {
	f.Message, f.MessageEN, f.Formula = personal.Mask(f.Message), personal.Mask(f.MessageEN), personal.Mask(f.Formula)
	f.MayBeWrong, f.MayBeWrongEN, f.Lacks = personal.Mask(f.MayBeWrong), personal.Mask(f.MayBeWrongEN), personal.Mask(f.Lacks)
	f.Pos = personal.Pos(f.Pos)
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
		m := Bar{personal.Mask(b.Why), personal.Mask(b.WhyEN), personal.Mask(b.Brief), personal.Mask(b.BriefEN)}
		if m != *b { // those that are the same are told by their address
			f.Bar = &m
		}
	}
	if f.Note != nil {
		n := maskedNote(*f.Note)
		f.Note = &n
	}
	return f
}

func (o Operand) masked() Operand {
	o.Label, o.Text, o.File, o.Pos = personal.Mask(o.Label), personal.Mask(o.Text), personal.Mask(o.File), personal.Pos(o.Pos)
	return o
}

// MaskedNotes are replies with each text masked.
func MaskedNotes(ns []config.Note) []config.Note {
	if ns == nil {
		return nil
	}
	out := make([]config.Note, len(ns))
	for i, n := range ns {
		out[i] = maskedNote(n)
	}
	return out
}

func maskedNote(n config.Note) config.Note {
	n.Rule, n.Status, n.Value = personal.Mask(n.Rule), personal.Mask(n.Status), personal.Mask(n.Value)
	n.Text, n.By, n.Date, n.Link = personal.Mask(n.Text), personal.Mask(n.By), personal.Mask(n.Date), personal.Address(n.Link)
	return n
}
