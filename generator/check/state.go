package check

import (
	"fmt"
	"slices"

	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A State is what a badge says. Its text is the key of its public word in
// site.toml.
type State string

// The states of a report. NotHeld is a year without one, NoRules a family of
// which no check applies.
const (
	Clear         State = "pass"     // 未见不符
	Hinted        State = "hint"     // 有提示
	Discrepant    State = "fail"     // 有不符（待核）
	Undecided     State = "unknown"  // 数据不足
	Unreadable    State = "unread"   // 未能读取
	OldForm       State = "old_form" // 旧格式，不核表
	PersonalFirst State = "personal" // 有个人信息，先处理: of drafts
	NotHeld       State = "not_held" // 未收录
	NoRules       State = "na"       // 不适用
)

// A Reach is how far the tables of a report were read.
type Reach uint8

const (
	Whole    Reach = iota
	Partly         // some cell was not read, or is no number
	Nothing        // no program reads the report, and nobody did
	NoTables       // free form, as before 2019
)

// reach is how far a report was read. A cell that people read is read.
func reach(year int, r *report.Report) Reach {
	switch {
	case len(r.Sections) == 0 && !slices.ContainsFunc(r.Cells, func(c report.Cell) bool { return c.State != report.Missing }):
		if len(r.View) == 0 || r.ByHand {
			return Nothing
		}
	case r.Form != form.Free:
		for _, c := range r.Cells {
			if c.State == report.Missing || c.State == report.Garbled {
				return Partly
			}
		}
		return Whole
	}
	if year < 2019 {
		return NoTables
	}
	return Partly
}

// A Badge is the state of a report with how many checks were made and how many
// could not be.
type Badge struct {
	State State
	// Disputed and Explained say that a reviewed note disputes, or explains, every
	// discrepancy that made it so: it then shows 待核, or 已说明 beside its word.
	Disputed, Explained bool
	Made, Open          int
}

// Word is the badge's text.
func (b Badge) Word(labels map[string]string) tongue.Text {
	switch {
	case b.Disputed:
		return worded(labels, "disputed", tongue.Of("待核", "disputed, to be checked"))
	case b.Explained:
		explained := worded(labels, "explained", tongue.Of("已说明", "explained"))
		return b.State.Word(labels).Plus(" · ", " · ").Then(explained)
	}
	return b.State.Word(labels)
}

// Beside says how many checks the state rests on, nothing where there were
// none: 核对83项，另7项无从核对.
func (b Badge) Beside() tongue.Text {
	if b.Made+b.Open == 0 {
		return tongue.Text{}
	}
	t := tongue.Sprintf("核对%d项", "%d checks made", b.Made)
	if b.Open > 0 {
		t = t.Then(tongue.Sprintf("，另%d项无从核对", ", %d could not be", b.Open))
	}
	return t
}

// Left says what could not be checked, "" where all was: 7项无从核对.
func (b Badge) Left() string {
	if b.Open == 0 {
		return ""
	}
	return fmt.Sprintf("%d项无从核对", b.Open)
}

// BadgeState is the state of a report. An identity number in a draft comes
// before all else, a report that nobody could read before any rule; then any
// discrepancy of weight; then a slight one, a hint of weight that is not the
// mere absence of words, an identity number. What could not be checked is not
// enough data only where the reading fell short: for want of another year, a
// date or the whole prose it is counted and changes nothing. Heuristic rules and
// guards never count.
func BadgeState(j *Judgement) Badge {
	t := j.count(func(r *Rule) bool { return true })
	b := Badge{Disputed: t.fails > 0 && t.fails == t.disputed, Explained: t.fails > 0 && t.fails == t.explained}
	for _, v := range j.Verdicts {
		if !v.Rule.Guard {
			b.Made += v.Counts.Applied() - v.Counts.Of(Unknown)
			b.Open += v.Counts.Of(Unknown)
		}
	}
	switch {
	case j.Draft && j.identity():
		b.State = PersonalFirst
	case j.Reach == Nothing:
		return Badge{State: Unreadable}
	case t.fails > 0:
		b.State = Discrepant
	case t.hints > 0 || j.identity():
		b.State = Hinted
	case j.Reach == NoTables:
		b.State = OldForm
	case j.Reach == Partly || t.sums > 0 || t.made == 0:
		b.State = Undecided
	default:
		b.State = Clear
	}
	if b.State != Discrepant {
		b.Disputed, b.Explained = false, false
	}
	return b
}

// Badged reports whether the rule may touch a badge.
func (r *Rule) Badged() bool { return !r.Guard && r.Grade != Heuristic }

// identity reports whether the report shows an identity number that no reviewed
// note released.
func (j *Judgement) identity() bool {
	return slices.ContainsFunc(j.Findings, func(f Finding) bool { return f.Identity() && f.held() })
}

// A standing is what some rules came to.
type standing struct {
	pass, made           int // checks that hold, that could be made
	fails, hints, slight int // findings: of weight; that colour a badge; that do not
	disputed, explained  int // of fails
	open, sums           int // checks that could not be made; of them in cross-footing
}

func (j *Judgement) count(of func(*Rule) bool) standing {
	var t standing
	for _, v := range j.Verdicts {
		if !v.Rule.Badged() || !of(v.Rule) {
			continue
		}
		t.pass += v.Counts.Of(Pass)
		t.open += v.Counts.Of(Unknown)
		t.made += v.Counts.Applied() - v.Counts.Of(Unknown)
		if v.Rule.Family == CrossFooting {
			t.sums += v.Counts.Of(Unknown)
		}
	}
	for i := range j.Findings {
		f := &j.Findings[i]
		if !f.Rule.Badged() || !of(f.Rule) || !f.Counts() {
			continue
		}
		switch {
		case f.Status == Fail && f.Severity <= S2:
			t.fails++
			switch {
			case f.Note == nil:
			case f.Note.Status == Disputed:
				t.disputed++
			case f.Note.Status == Explained:
				t.explained++
			}
		case f.Status == Fail || f.Status == Hint && f.Severity <= S2 && !f.Absent:
			t.hints++
		case f.Status == Hint:
			t.slight++
		}
	}
	return t
}
