// Package fact reads counts from the prose of a report: what the text says of
// requests, outcomes, remedies, documents, decisions and fees, each with its
// number, time, scope and the words quoted, at their exact place. In come
// paragraphs, out come facts and part-of-total groups.
//
// It fails towards silence: a clause is read only where every word between
// the verb and the number is understood; otherwise there is no fact. Where it
// is not plain whose count it is or of what time, the fact says so, and no
// rule may fail on it. It knows no table and compares nothing; that is the
// rules' job.
//
// # Grammar
//
// A paragraph is made plain (white space, quotation marks and full width gone)
// and cut into sentences, and these into clauses: at commas, semicolons and
// colons, at 、 where both sides count something, and brackets apart. A full
// stop before 其中 is none, and a clause that says no more than 无 or 0件 takes
// the label before its colon.
//
// A clause is cut into tokens by the longest word of the dictionary; each has
// one class, which is what it does in a statement. What the dictionary lacks is
// unknown, and merges into runs. Each number is then read with the tokens
// before it, since the last number, and after it, up to the next:
//
//	收到申请 34 件    the head stands before: the last noun of a kind
//	                 (outcome, applicant, remedy, document), else the verb
//	作出 694 宗许可   the verb before, the noun behind
//	11 件办结        the head behind: a share of what was said before
//	申请总量 34 件    no verb at all: only where all words are understood
//
// and what has no number, by its negation (未收到, 无, 为零: none of what is
// named) or by 全部 and a verb of handling.
//
// From clause to clause go time, scope and topic; to the end of a list, that it
// stands under 其中 and what was refused in it; to the end of a sentence, that
// it leaves something out. A comparison is no time of what follows, a channel
// under 其中 is that part's alone, and what brackets say ends with them. Whoever
// stands before the verb must be the agency, else the count is another body's.
//
// A new wording is best met by a word in the dictionary, then by a class, last
// by code; and the sentence goes into testdata, with the readings it allows.
package fact

import (
	"ogi/generator/place"
	"ogi/generator/report"
)

// A Kind is what a fact counts.
type Kind string

const (
	Received   Kind = "received"    // 收到、受理、新收申请
	Handled    Kind = "handled"     // 答复、办结
	Processed  Kind = "processed"   // 办理: received and carried in, or handled; the word does not tell
	CarriedIn  Kind = "carried_in"  // 上年结转
	CarriedOut Kind = "carried_out" // 结转下年度
	AllHandled Kind = "all_handled" // 全部办结、均已答复; no number

	// Outcomes: the groups (一) to (六) of table three.
	Granted     Kind = "granted"
	Partial     Kind = "partial"
	Denied      Kind = "denied"
	Unavailable Kind = "unavailable"
	Unprocessed Kind = "unprocessed"
	Other       Kind = "other_outcome"

	// Applicants. Legal is 法人或其他组织: five columns together.
	Natural       Kind = "natural_person"
	Legal         Kind = "legal_person"
	Enterprise    Kind = "enterprise"
	Research      Kind = "research"
	PublicWelfare Kind = "public_welfare"
	LegalService  Kind = "legal_service"

	// Remedies. Suits is 行政诉讼 as a whole, Direct and After its two groups.
	Reviews          Kind = "reviews"
	ReviewsUpheld    Kind = "reviews.upheld"
	ReviewsCorrected Kind = "reviews.corrected"
	ReviewsOther     Kind = "reviews.other"
	ReviewsPending   Kind = "reviews.pending"
	Suits            Kind = "suits"
	SuitsUpheld      Kind = "suits.upheld"
	SuitsCorrected   Kind = "suits.corrected"
	SuitsOther       Kind = "suits.other"
	SuitsPending     Kind = "suits.pending"
	SuitsDirect      Kind = "suits.direct"
	SuitsAfter       Kind = "suits.after"

	// Table two.
	RulesIssued       Kind = "rules.issued"
	RulesRepealed     Kind = "rules.repealed"
	RulesInForce      Kind = "rules.in_force"
	NormativeIssued   Kind = "normative_documents.issued"
	NormativeRepealed Kind = "normative_documents.repealed"
	NormativeInForce  Kind = "normative_documents.in_force"
	Licensing         Kind = "licensing"
	Penalties         Kind = "penalties"
	Compulsion        Kind = "compulsion"

	Disclosed Kind = "disclosed" // 主动公开政府信息 N 条; no cell of the form
	Growth    Kind = "growth"    // of Received against last year, per cent with sign

	// The information-processing fee (信息处理费).
	Fee       Kind = "fee"        // amount collected, in yuan; Value 0 also where none was
	FeeItems  Kind = "fee_items"  // 件 for which it was collected
	FeeNotice Kind = "fee_notice" // 收费通知 sent
)

// A Time says when the counted thing happened.
type Time uint8

const (
	ThisYear Time = iota // the report year, said or understood
	LastYear
	OtherTime // an earlier year, part of the year, several years
	Plan      // what is intended
)

func (t Time) String() string { return [...]string{"this", "last", "other", "plan"}[t] }

// A Scope says whose count it is, as far as the words tell.
type Scope uint8

const (
	Unsaid  Scope = iota // nobody named: whoever the report is about
	Own                  // 我局, 本级, the agency's own name
	Area                 // 全市, 全区, 全系统
	Named                // a body that is not plainly the agency itself
	Proxy                // an office for its government (代表区政府)
	Channel              // 网上, 信函, 当面: one way in
	Sub                  // 所属单位, 各镇街
	Subset               // one topic or quality: 二审, 败诉, 处理不当
)

func (s Scope) String() string {
	return [...]string{"unsaid", "own", "area", "named", "proxy", "channel", "sub", "subset"}[s]
}

// A Fact is one count the prose states.
type Fact struct {
	Kind  Kind
	Value report.Decimal
	High  report.Decimal // end of a range 3–5; else zero
	Unit  string         // 件, 条, 元, %; "" where no number stands
	None  bool           // said in words: 未收到, 无, 零
	Exact bool           // false for 余, 多, 近, 约 and ranges
	Total bool           // marked 共, 合计, 总计
	Part  bool           // stands under 其中 or in brackets, or before its verb (11件办结)
	Aside bool           // inside brackets
	Time  Time
	Scope Scope
	Words string // the words that tell Scope
	Some  bool   // only some are meant: those due, what is left besides, a fee given back
	Text  string // the words read, as published
	Pos   place.Pos

	Section   int // canonical number, 0 outside
	Paragraph int // index of the paragraph read
	Sentence  int // index of the sentence in it

	// What it stands in, without white space and quotation marks, digits and
	// brackets of one shape, in Simplified characters: the sentence up to and
	// with the words read; the whole sentence and the next where that goes on
	// with the same count; the paragraph. Said are the words read, so shaped.
	Said, Before, Whole, Around string
	// Lead are words before the verb that are not understood and may name
	// somebody else.
	Lead string

	span [2]int
}

// Clear reports whether f is an exact statement about the report year that is
// neither of a channel, a sub-unit nor a subset.
func (f *Fact) Clear() bool {
	return f.Exact && !f.Some && f.Time == ThisYear && f.Scope < Channel
}

// Beside reports whether f and g stand in one sentence.
func (f *Fact) Beside(g *Fact) bool {
	return f.Section == g.Section && f.Paragraph == g.Paragraph && f.Sentence == g.Sentence
}

// A Context is what the reader must know of the report.
type Context struct {
	Year   int      // report year, 0 if not known: then no named year is this year
	Agency string   // full name, "" if not known
	Also   []string // other names it goes by or went by
	// View are the lines of a text file; places are found in them. Without it
	// the place is the paragraph's.
	View []report.ViewLine

	self names
}

// A Number is one number in a group.
type Number struct {
	Value report.Decimal
	Unit  string
	Exact bool
	Text  string // the clause it stands in
	Pos   place.Pos
}

// A Group is a total and its parts: 共 N 件，其中 a 件、b 件.
type Group struct {
	Total Number
	Parts []Number
	// Complete: the words or the nature of the parts say that they are all
	// there (分别为, 其余, 自然人 and 法人或其他组织). Open: 等, 主要, or a clause
	// without a number in between. Overlap: channels or platforms, where one
	// thing may count twice. A list of 其中 is neither complete nor open.
	Complete, Open, Overlap bool
	// Closed: what is left is named as the last part (其他渠道), the total is said
	// once more behind the parts, or their shares make a hundred per cent. Then
	// the parts of channels cannot fall short of the total either.
	Closed bool
	// Ways: the parts are the ways in which requests came, each by one.
	Ways    bool
	Marker  string // 其中, 包括, 分别为, ：
	Text    string // the whole statement
	Pos     place.Pos
	Section int
}

// Sum is the exact sum of the parts.
func (g *Group) Sum() report.Decimal {
	var d report.Decimal
	for _, p := range g.Parts {
		d = d.Add(p.Value)
	}
	return d
}

// Exact reports whether no number of g is approximate.
func (g *Group) Exact() bool {
	for _, p := range g.Parts {
		if !p.Exact {
			return false
		}
	}
	return g.Total.Exact
}

// A Reading is everything read from one report.
type Reading struct {
	Facts  []Fact
	Groups []Group
}

// Of are the facts of those kinds, in the order of the text.
func (r *Reading) Of(kinds ...Kind) []Fact {
	var fs []Fact
	for _, f := range r.Facts {
		for _, k := range kinds {
			if f.Kind == k {
				fs = append(fs, f)
			}
		}
	}
	return fs
}

// Read gives the facts of some paragraphs that follow each other.
func Read(paras []report.Text, ctx Context) []Fact { return read(paras, ctx, 0).Facts }

// Report reads all prose of a report: what stands before section one, and the
// sections. ctx.View need not be set.
func Report(r *report.Report, ctx Context) *Reading {
	switch r.Layout {
	case "tab", "pipe", "cell", "md", "text", "csv":
		ctx.View = r.View
	}
	ctx.self = named(ctx.Agency, ctx.Also)
	all := read(r.Preamble, ctx, 0)
	for _, s := range r.Sections {
		rd := read(s.Paras, ctx, s.N)
		all.Facts = append(all.Facts, rd.Facts...)
		all.Groups = append(all.Groups, rd.Groups...)
	}
	return all
}
