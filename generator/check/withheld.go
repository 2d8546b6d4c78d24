package check

import (
	"ogi/generator/personal"
	"ogi/generator/report"
)

// mask hides personal numbers in what a finding quotes.
func (f *Finding) mask() {
	f.Message, f.Formula = f.Message.Each(personal.Mask), personal.Mask(f.Formula)
	for i := range f.Operands {
		f.Operands[i].Text = personal.Mask(f.Operands[i].Text)
	}
}

// Personal are the numbers of persons in a report that is shown with the one that was
// judged, which need not be searched again.
func (j *Judgement) Personal(r *report.Report) []personal.Carried {
	switch {
	case r == nil:
		return nil
	case j != nil && j.searched && j.report == r:
		return j.personal
	}
	return personal.Of(r)
}

// Withheld reports whether the original, the source view and search of a
// report must be held back: it seems to hold personal numbers, and no reviewed
// note says that they are none (our-error) or may be shown (explained).
func (j *Judgement) Withheld() bool {
	for i := range j.Findings {
		f := &j.Findings[i]
		if f.Rule.ID == PersonalData && f.held() {
			return true
		}
	}
	return false
}

// held reports whether no reviewed note released what the finding is about.
func (f *Finding) held() bool {
	return f.Note == nil || f.Note.Status != OurError && f.Note.Status != Explained
}

// Identity reports whether a finding is of an identity number. That is the one
// heuristic finding that touches a badge: it must stop a release.
func (f *Finding) Identity() bool {
	return f.Rule.ID == PersonalData && len(f.Operands) > 0 && f.Operands[0].Text == personal.IdentityCard
}

// PersonalData is the id of the rule that finds personal numbers.
const PersonalData = "personal-data"
