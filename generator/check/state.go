package check

// A State is what a badge tells. Its text is the key of its public word in
// site.toml.
type State string

// The states of a badge. NoRules is for a family of which no check applies.
const (
	Clear      State = "pass"     // 未见不符
	Hinted     State = "hint"     // 有提示
	Discrepant State = "fail"     // 有不符（待核）
	Undecided  State = "unknown"  // 数据不足
	NotHeld    State = "not_held" // 未收录
	NoRules    State = "na"       // 不适用
)

var words = map[State][2]string{
	Clear:      {"未见不符", "no discrepancy found"},
	Hinted:     {"有提示", "hints"},
	Discrepant: {"有不符（待核）", "discrepancy found, to be checked"},
	Undecided:  {"数据不足", "not enough data"},
	NotHeld:    {"未收录", "not held"},
	NoRules:    {"不适用", "not applicable"},
}

// Word is the public word of s in Chinese, which labels (site.toml) may replace.
func (s State) Word(labels map[string]string) string {
	if w := labels[string(s)]; w != "" {
		return w
	}
	return words[s][0]
}

// WordEN is the public word of s in English.
func (s State) WordEN() string { return words[s][1] }

var statusWords = [...][2]string{
	NA: {"不适用", "not applicable"}, Pass: {"未见不符", "holds"}, Hint: {"提示", "hint"},
	Unknown: {"无法判断", "cannot be determined"}, Fail: {"不符（待核）", "discrepancy, to be checked"},
}

// Word is what readers see for the answer of one rule.
func (s Status) Word() string { return statusWords[s][0] }

// WordEN is Word in English.
func (s Status) WordEN() string { return statusWords[s][1] }

// Word is what readers see for a severity.
func (s Severity) Word() string { return [...]string{"", "严重", "一般", "提示"}[s] }

// A Badge is the state of a report. Disputed says that every discrepancy that
// made it so is disputed by a reviewed note: it then shows 待核.
type Badge struct {
	State    State
	Disputed bool
	Note     string // 零申请，勾稽自动成立
	NoteEN   string
}

// Word is the badge's text.
func (b Badge) Word(labels map[string]string) string {
	if b.Disputed {
		if w := labels["disputed"]; w != "" {
			return w
		}
		return "待核"
	}
	return b.State.Word(labels)
}

// WordEN is Word in English.
func (b Badge) WordEN() string {
	if b.Disputed {
		return "disputed, to be checked"
	}
	return b.State.WordEN()
}

const (
	zeroNote   = "零申请，勾稽自动成立"
	zeroNoteEN = "no requests: the sums hold by themselves"
	freeNote   = "无统一表格，数字未作核对"
	freeNoteEN = "no statutory tables: figures not checked"
)

// BadgeState is the state of a report: any S1 or S2 fail is a discrepancy; else
// any S3 fail or hint of grade C or better is a hint; else any unknown in
// structure or cross-footing is not enough data. Heuristic rules and guards
// never count.
func BadgeState(j *Judgement) Badge {
	b := state(j, func(*Rule) bool { return true }, func(r *Rule) bool {
		return r.Family == Structure || r.Family == CrossFooting
	})
	if b.State == NoRules {
		b.State = Undecided
	}
	switch {
	case j.AllZero:
		b.Note, b.NoteEN = zeroNote, zeroNoteEN
	case j.FreeForm:
		b.Note, b.NoteEN = freeNote, freeNoteEN
	}
	return b
}

// Badged reports whether the rule may touch a badge.
func (r *Rule) Badged() bool { return !r.Guard && r.Grade != Heuristic }

func state(j *Judgement, of, doubt func(*Rule) bool) Badge {
	var fails, disputed, hints, unknowns, checks int
	for _, v := range j.Verdicts {
		if !v.Rule.Badged() || !of(v.Rule) {
			continue
		}
		checks += v.Counts.Applied()
		if doubt(v.Rule) {
			unknowns += v.Counts.Of(Unknown)
		}
	}
	for i := range j.Findings {
		f := &j.Findings[i]
		if !f.Rule.Badged() || !of(f.Rule) || !f.Counts() {
			continue
		}
		switch {
		case f.Status == Fail && f.Severity <= S2:
			fails++
			if f.Note != nil && f.Note.Status == Disputed {
				disputed++
			}
		case f.Status == Fail || f.Status == Hint:
			hints++
		}
	}
	switch {
	case fails > 0:
		return Badge{State: Discrepant, Disputed: fails == disputed}
	case hints > 0:
		return Badge{State: Hinted}
	case unknowns > 0:
		return Badge{State: Undecided}
	case checks == 0:
		return Badge{State: NoRules}
	}
	return Badge{State: Clear}
}

// A FamilyBadge is the state of one family of rules with the count of its
// checks: 勾稽 42/42.
type FamilyBadge struct {
	Badge
	Key          string
	Name, NameEN string
	Pass, Of     int // checks that hold, checks that apply
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
	var out []FamilyBadge
	for _, bf := range badgeFamilies {
		of := func(r *Rule) bool {
			for _, f := range bf.families {
				if r.Family == f {
					return true
				}
			}
			return false
		}
		fb := FamilyBadge{Badge: state(j, of, of), Key: string(bf.families[0]), Name: bf.name, NameEN: bf.nameEN}
		for _, v := range j.Verdicts {
			if v.Rule.Badged() && of(v.Rule) {
				fb.Pass += v.Counts.Of(Pass)
				fb.Of += v.Counts.Applied()
			}
		}
		if j.AllZero && fb.Key == string(CrossFooting) {
			fb.Note, fb.NoteEN = zeroNote, zeroNoteEN
		}
		out = append(out, fb)
	}
	return out
}

// Name is what readers see for a family of rules.
func (f Family) Name() string { return familyNames[f][0] }

// NameEN is Name in English.
func (f Family) NameEN() string { return familyNames[f][1] }

var familyNames = map[Family][2]string{
	Structure: {"结构", "structure"}, TableTwo: {"表二", "table two"}, CrossFooting: {"勾稽", "cross-footing"},
	CrossYear: {"跨年", "cross-year"}, TextVsTable: {"文表", "text against tables"}, Timeliness: {"时效", "timeliness"},
	Fees: {"收费", "fees"}, Numbers: {"填报", "numbers"}, Duplication: {"雷同", "duplication"},
	Language: {"文字", "language"}, Hierarchy: {"层级", "hierarchy"},
}

// Families are all families in the order readers meet them.
var Families = []Family{
	Structure, TableTwo, CrossFooting, CrossYear, TextVsTable, Timeliness,
	Fees, Numbers, Duplication, Language, Hierarchy,
}
