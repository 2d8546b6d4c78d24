package check

import (
	"slices"
	"strings"

	"ogi/generator/tongue"
)

// A FamilyBadge is the state of one family of rules, with its checks in words:
// 勾稽 42项成立.
type FamilyBadge struct {
	State        State
	Key          string
	Name         tongue.Text
	Pass, Open   int // checks that hold, that could not be made
	Fails, Hints int // findings
	// Why is why no check of the family could be made: 未收录2023年.
	Why tongue.Text
}

var badgeFamilies = []struct {
	name     tongue.Text
	families []Family
}{
	{tongue.Of("结构", "structure"), []Family{Structure, TableTwo}},
	{tongue.Of("勾稽", "cross-footing"), []Family{CrossFooting}},
	{tongue.Of("跨年", "cross-year"), []Family{CrossYear}},
	{tongue.Of("文表", "text against tables"), []Family{TextVsTable}},
	{tongue.Of("时效", "timeliness"), []Family{Timeliness}},
	{tongue.Of("收费", "fees"), []Family{Fees}},
}

// FamilyStates are the family badges in the order readers meet them. The
// families without a badge of their own (numbers, duplication, language,
// hierarchy) count in BadgeState alone.
func FamilyStates(j *Judgement) []FamilyBadge {
	out := make([]FamilyBadge, len(badgeFamilies))
	for i, bf := range badgeFamilies {
		of := func(r *Rule) bool { return slices.Contains(bf.families, r.Family) }
		t := j.count(of)
		f := FamilyBadge{
			Key: string(bf.families[0]), Name: bf.name, State: Clear,
			Pass: t.pass, Open: t.open, Fails: t.fails, Hints: t.hints + t.slight,
		}
		switch {
		case t.fails > 0:
			f.State = Discrepant
		case t.hints > 0:
			f.State = Hinted
		case t.made+t.open == 0:
			f.State = NoRules
		case t.made == 0:
			f.State = Undecided
			f.Why = j.why(of)
		case t.sums > 0:
			f.State = Undecided
		}
		out[i] = f
	}
	return out
}

// why is why nothing of some rules could be checked: the reason of most of them.
func (j *Judgement) why(of func(*Rule) bool) (t tongue.Text) {
	most := 0
	for _, g := range j.Gaps(func(f *Finding) bool { return f.Rule.Badged() && of(f.Rule) }) {
		if g.Brief.ZH != "" && g.N > most {
			most, t = g.N, g.Brief
		}
	}
	if most == 0 {
		return tongue.Of("无从核对", "could not be checked")
	}
	return t
}

// Said is the family's checks in words; what is not clear begins with the word
// of its state.
func (f FamilyBadge) Said(labels map[string]string) tongue.Text {
	if f.Why.ZH != "" {
		return f.Why
	}
	if f.State == NoRules {
		return f.State.Word(labels)
	}
	var parts []tongue.Text
	say := func(n int, zh, en string) {
		if n > 0 {
			parts = append(parts, tongue.Sprintf(zh, en, n))
		}
	}
	say(f.Fails, strings.ReplaceAll(Discrepant.Word(labels).ZH, "%", "%%")+"%d项", "%d to be checked")
	say(f.Hints, strings.ReplaceAll(Hinted.Word(labels).ZH, "%", "%%")+"%d项", "%d hinted")
	say(f.Pass, "%d项成立", "%d hold")
	say(f.Open, "%d项无从核对", "%d could not be checked")
	return tongue.Join(parts, "，", ", ")
}
