// Package check is the verdict model: what a rule is, what it may say of a
// report, and how the answers of all rules become the state of a badge. The
// rules themselves are in package rule. It fails towards "unknown": a fail
// rests only on operands that were read plainly.
package check

import (
	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/personal"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Status is what one rule says of one report, in the order in which the
// worst wins.
type Status uint8

const (
	NA      Status = iota // 不适用
	Pass                  // 未见不符
	Hint                  // 有提示
	Unknown               // 无法判断
	Fail                  // 有不符（待核）
)

func (s Status) String() string { return [...]string{"na", "pass", "hint", "unknown", "fail"}[s] }

// A Severity: S1 严重, S2 一般, S3 提示.
type Severity uint8

const (
	S1 Severity = 1
	S2 Severity = 2
	S3 Severity = 3
)

func (s Severity) String() string { return [...]string{"", "S1", "S2", "S3"}[s] }

// A Grade says what a rule rests on. Only A and B may fail.
type Grade byte

const (
	Printed   Grade = 'A' // printed in law or form
	Logical   Grade = 'B' // follows by logic from A
	Assessed  Grade = 'C' // named by assessors, or a sign that words are absent
	Heuristic Grade = 'D' // never touches a badge
)

// A Family groups rules for badges and pages.
type Family string

// The families in the order readers meet them.
const (
	Structure    Family = "structure"     // 结构
	TableTwo     Family = "table-two"     // 表二
	CrossFooting Family = "cross-footing" // 勾稽
	CrossYear    Family = "cross-year"    // 跨年
	TextVsTable  Family = "text-vs-table" // 文表
	Timeliness   Family = "timeliness"    // 时效
	Fees         Family = "fees"          // 收费
	Numbers      Family = "numbers"       // 填报
	Duplication  Family = "duplication"   // 雷同
	Language     Family = "language"      // 文字
	Hierarchy    Family = "hierarchy"     // 层级
)

// A Rule is one check as a value.
type Rule struct {
	ID string
	// A rule has two names. Title is what it asks, in neutral words, and is shown
	// wherever nothing was found. Found is what a finding of it says.
	Title, Found tongue.Text

	Family   Family
	Severity Severity
	Grade    Grade
	Guard    bool        // speaks about our reading or filing, not about the agency
	Basis    tongue.Text // the words readers get: article or printed formula
	Formula  string      // what must hold, in words and signs
	// MayBeWrong says how a finding of this rule may be wrong; a finding may
	// say it more exactly.
	MayBeWrong tongue.Text
	// OnConverted caps what the rule may say of a file that went through a
	// converter: Unknown (no fail, no hint) or Hint (no fail). NA caps nothing.
	OnConverted Status
	// OfDrafts says of a rule on dates that a draft can break it too: drafts are
	// not published yet, so the others keep silent.
	OfDrafts bool
	// Needs says what Check looks at beside the report; Run.Near has only that.
	Needs Needs
	Check func(*Run)
}

// Name is the rule's name beside an answer: what a finding says where one was
// made, else what the rule asks.
func (r *Rule) Name(s Status) tongue.Text {
	if s == Fail || s == Hint {
		return r.Found
	}
	return r.Title
}

// A Responsible says whose the discrepancy may be.
type Responsible string

const (
	BySource Responsible = "source" // the published report
	ByParser Responsible = "parser" // our reading
	ByMixed  Responsible = "mixed"
)

// An Operand is one value a finding rests on.
type Operand struct {
	Key   string // canonical cell key, "" for words or dates
	Label string // as readers know it: "表三 一、本年新收 总计"
	Text  string // the value or the words as published
	File  string // slash path where it is another file than the report's, else ""
	Pos   place.Pos
}

// A Finding is one thing a rule has to say that is not "pass" or "na".
type Finding struct {
	Rule        *Rule
	Status      Status // Fail, Hint or Unknown
	Severity    Severity
	Message     tongue.Text // one sentence, 与…不符 or 未见…, never 违法
	Formula     string      // with the numbers put in: "95 + 0 ≠ 94 + 0"
	Pos         place.Pos
	Operands    []Operand
	Responsible Responsible
	// How this finding may be wrong: as its rule may, unless it says more.
	MayBeWrong tongue.Text
	// Group numbers, from 1, findings that one wrong cell would explain; 0 for a
	// finding by itself. Cause is that cell, with the value that would mend all.
	Group int
	Cause *Cause
	// Bar is why a finding is undecided, where other findings may have the same
	// reason; Lacks is the reason where a report is not at hand.
	Bar *Bar
	// Absent marks a hint that only says that words were not seen.
	Absent bool
	Lacks  string       // what was not at hand to decide, as "2023年年报": one lack may leave many rules undecided
	Note   *config.Note // the reviewed reply to it, nil if none
	// Secret binds a reply to what may not be shown: a mark of a personal number
	// that changes with it. No page shows it.
	Secret string

	sum *Equation // the sum that does not hold, nil for other findings
}

// A Cause is a cell that explains several sums that do not hold: with Mended in
// it all of them would.
type Cause struct {
	Cell   Operand
	Mended string
}

// A Verdict is what one rule says of one report. A rule with many checks
// takes the worst of them and keeps the counts. Note explains a pass:
// 空白按零计.
type Verdict struct {
	Rule   *Rule
	Status Status
	Counts Counts // a rule with one check counts one
	Note   string
}

// Counts are a rule's checks by Status. They are narrow since the verdicts of a
// whole archive are held.
type Counts [5]int32

// Of is how many checks came to that status.
func (c Counts) Of(s Status) int { return int(c[s]) }

// Applied is how many checks there were to make.
func (c Counts) Applied() int { return int(c[Pass] + c[Hint] + c[Unknown] + c[Fail]) }

// A Judgement is all verdicts and findings on one report, in rule order.
type Judgement struct {
	Verdicts []Verdict
	Findings []Finding
	// Stale are replies to what is no longer found: the value changed, or the
	// finding is gone.
	Stale []config.Note
	// AllZero says that tables three and four hold nothing but zeros: 零申请.
	AllZero bool
	Reach   Reach // how far the tables were read
	Draft   bool

	report   *report.Report
	personal []personal.Carried // all that personal.Of finds in it
	searched bool               // whether that was asked
}

// A Run is one rule looking at one report. Its methods record the answers;
// see run.go.
type Run struct {
	Rule   *Rule
	Site   *config.Site    // never nil; without settings for a single file outside any archive
	Agency *archive.Agency // never nil; inferred for a single file
	Entry  *archive.Entry
	Report *report.Report
	Draft  bool // date rules keep silent
	Near   Near

	verdict  Verdict
	findings []Finding
	memo     map[any]any // shared by all rules that look at this report
}

// Results are the judgements of a whole archive.
type Results map[*archive.Entry]*Judgement
