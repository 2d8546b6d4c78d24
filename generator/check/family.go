package check

import (
	"fmt"
	"slices"
	"strings"
)

// A FamilyBadge is the state of one family of rules, with its checks in words:
// 勾稽 42项成立.
type FamilyBadge struct {
	State        State
	Key          string
	Name, NameEN string
	Pass, Open   int // checks that hold, that could not be made
	Fails, Hints int // findings
	// Why is why no check of the family could be made: 未收录2023年.
	Why, WhyEN string
}

var badgeFamilies = []struct {
	name, nameEN string
	families     []Family
}{
	{"结构", "structure", []Family{Structure, TableTwo}},
	{"勾稽", "cross-footing", []Family{CrossFooting}},
	{"跨年", "cross-year", []Family{CrossYear}},
	{"文表", "text against tables", []Family{TextVsTable}},
	{"时效", "timeliness", []Family{Timeliness}},
	{"收费", "fees", []Family{Fees}},
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
			Key: string(bf.families[0]), Name: bf.name, NameEN: bf.nameEN, State: Clear,
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
			f.Why, f.WhyEN = j.why(of)
		case t.sums > 0:
			f.State = Undecided
		}
		out[i] = f
	}
	return out
}

// why is why nothing of some rules could be checked: the reason of most of them.
func (j *Judgement) why(of func(*Rule) bool) (zh, en string) {
	most := 0
	for _, g := range j.Gaps(func(f *Finding) bool { return f.Rule.Badged() && of(f.Rule) }) {
		if g.Brief != "" && g.N > most {
			most, zh, en = g.N, g.Brief, g.BriefEN
		}
	}
	if zh == "" {
		return "无从核对", "could not be checked"
	}
	return zh, en
}

// Said is the family's checks in words; what is not clear begins with the word
// of its state.
func (f FamilyBadge) Said(labels map[string]string) (zh, en string) {
	if f.Why != "" {
		return f.Why, f.WhyEN
	}
	if f.State == NoRules {
		return f.State.Word(labels), f.State.WordEN()
	}
	var parts, partsEN []string
	say := func(n int, zh, en string) {
		if n > 0 {
			parts, partsEN = append(parts, fmt.Sprintf(zh, n)), append(partsEN, fmt.Sprintf(en, n))
		}
	}
	say(f.Fails, strings.ReplaceAll(Discrepant.Word(labels), "%", "%%")+"%d项", "%d to be checked")
	say(f.Hints, strings.ReplaceAll(Hinted.Word(labels), "%", "%%")+"%d项", "%d hinted")
	say(f.Pass, "%d项成立", "%d hold")
	say(f.Open, "%d项无从核对", "%d could not be checked")
	return strings.Join(parts, "，"), strings.Join(partsEN, ", ")
}
