package check

import (
	"slices"

	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// Pass records that one check holds.
func (p *Run) Pass() { p.record(Pass) }

// PassNote records that one check holds in the way the note says, as
// 空白按零计. The first note of a rule is kept.
func (p *Run) PassNote(note string) {
	p.record(Pass)
	if p.verdict.Note == "" {
		p.verdict.Note = note
	}
}

// NA records that one check does not apply.
func (p *Run) NA() { p.record(NA) }

// Fail records a discrepancy. It becomes a hint where the rule's grade or the
// file's fidelity does not bear a fail.
func (p *Run) Fail(f Finding) { p.find(Fail, f) }

// Hint records something worth a look.
func (p *Run) Hint(f Finding) { p.find(Hint, f) }

// Unknown records that one check cannot be decided and why.
func (p *Run) Unknown(f Finding) { p.find(Unknown, f) }

// Absent records that words were not seen (未见…): a hint, and where the archive
// shortened the prose no more than unknown.
func (p *Run) Absent(f Finding) {
	f.Absent = true
	p.Prose(f)
}

// Prose records something about the wording of the report: a hint, and where
// the archive shortened the prose no more than unknown.
func (p *Run) Prose(f Finding) {
	if p.Entry.Abridged() {
		f.MayBeWrong = tongue.Of("本站收录的是节录本，正文经过压缩，与原文可能不同。",
			"This archive holds an abridged edition, whose prose was shortened.")
		f.Responsible, f.Bar = ByMixed, Abridged
		p.find(Unknown, f)
		return
	}
	p.find(Hint, f)
}

// Converted reports whether the file went through a converter that may have
// lost something.
func (p *Run) Converted() bool { return p.Entry.Fidelity() == report.Converted }

// Memo gives what make makes, made once for each report and shared by all
// rules that ask with the same key.
func (p *Run) Memo(key any, make func() any) any {
	v, ok := p.memo[key]
	if !ok {
		v = make()
		p.memo[key] = v
	}
	return v
}

type personalKey struct{}

// Personal are the numbers of persons in all that the report's file carries.
func (p *Run) Personal() []personal.Carried {
	return p.Memo(personalKey{}, func() any { return personal.Of(p.Report) }).([]personal.Carried)
}

// find applies the caps and keeps the finding.
func (p *Run) find(s Status, f Finding) {
	s = p.Rule.bound(s)
	if s == Fail && p.entered(f.Operands) {
		s = Unknown
		f.MayBeWrong = tongue.Of("所据数字由一人从图像中录入，尚未经第二人校核。",
			"The numbers were read from a picture by one person and not yet checked by a second.")
		f.Responsible, f.Bar = ByMixed, oneReader
	}
	if s == Fail && p.opened(f.Operands) {
		s = Unknown
		f.MayBeWrong = tongue.Of("所据文字在原文中要点开才看得到，可能不是给读者看的定稿。",
			"What this rests on is shown only when it is opened, and may not be meant for readers.")
		f.Responsible = ByMixed
	}
	if p.Report.Unopened && p.Rule.OnConverted != NA && (s == Fail || s == Hint) {
		s = Unknown
		f.MayBeWrong = tongue.Of("文件中有不直接显示的内容，所缺的可能就在其中。",
			"The file holds what it does not show, which may be what seems to be missing.")
		f.Responsible = ByMixed
	}
	if s == Hint && p.Report.ByHand && p.Rule.Family == Timeliness {
		s = Unknown // a date may be in the part that no program could read
		f.Responsible = ByMixed
	}
	if limit := p.Rule.OnConverted; limit != NA && p.Converted() && (s == Fail || s == Hint) {
		if limit == Unknown || s == Fail {
			s = limit
		}
		if s == Unknown {
			f.Bar = converted
		}
		if f.MayBeWrong.ZH == "" {
			f.MayBeWrong = tongue.Of("本站所收文件经过格式转换，转换可能丢失此项。"+p.Rule.MayBeWrong.ZH,
				"The file held here went through a converter, which may have lost this; or "+p.Rule.MayBeWrong.EN)
		}
		f.Responsible = ByMixed
	}
	f.Rule, f.Status = p.Rule, s
	if f.Severity == 0 {
		f.Severity = p.Rule.Severity
	}
	if f.MayBeWrong.ZH == "" {
		f.MayBeWrong = p.Rule.MayBeWrong
	}
	if f.Responsible == "" {
		f.Responsible = BySource
		if s == Unknown {
			f.Responsible = ByMixed
		}
		if p.Rule.Guard {
			f.Responsible = ByParser
		}
	}
	if f.Pos.IsZero() {
		f.Pos = Place(f.Operands)
	}
	f.mask()
	p.record(s)
	p.findings = append(p.findings, f)
}

// opened reports whether an operand is in a part that the file shows only after
// a click.
func (p *Run) opened(ops []Operand) bool {
	for _, r := range p.Report.Opened {
		if slices.ContainsFunc(ops, func(o Operand) bool { return r.Holds(o.Pos) }) {
			return true
		}
	}
	return false
}

// bound is the most a rule of this grade may say: only printed and logical
// rules fail, and never a guard.
func (r *Rule) bound(s Status) Status {
	if s == Fail && (r.Guard || r.Grade != Printed && r.Grade != Logical) {
		return Hint
	}
	return s
}

func (p *Run) record(s Status) {
	p.verdict.Counts[s]++
	p.verdict.Status = worst(p.verdict.Counts)
}

// worst is the status of a rule with these counts: fail > unknown > hint >
// pass > na.
func worst(counts Counts) Status {
	for s := Fail; s > NA; s-- {
		if counts[s] > 0 {
			return s
		}
	}
	return NA
}
