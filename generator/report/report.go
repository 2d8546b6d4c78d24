// Package report is what one published annual report says: title, dates,
// sections and the cells of the statutory form, each with its state, its raw
// text and its place. It is a leaf: no I/O, no rules, no opinion.
package report

import (
	"iter"
	"strings"
	"unicode/utf8"

	"ogi/generator/form"
	"ogi/generator/place"
)

// A State says how a cell of the statutory form was filled in.
type State uint8

const (
	Missing State = iota // the form has this cell, the published table does not
	Blank                // the cell is there and empty
	Dash                 // "/", "-", "—", 无, 不适用: the agency wrote "none"
	Number               // Value is what the agency wrote
	Garbled              // something is written, but it is no number, or two readings fit
)

func (s State) String() string {
	return [...]string{"missing", "blank", "dash", "number", "garbled"}[s]
}

// A Reading says who read a cell.
type Reading uint8

const (
	ByProgram Reading = iota
	Entered           // 人工录入: by one person
	Reviewed          // 人工校核: by one person, and checked by another
)

func (r Reading) String() string { return [...]string{"", "人工录入", "人工校核"}[r] }

// A Unit is that of an amount, as printed.
type Unit uint8

const (
	NoUnit Unit = iota
	Yuan
	Wan
	WanYuan
	YiYuan
)

var units = [...]string{"", "元", "万", "万元", "亿元"}

func (u Unit) String() string { return units[u] }

// UnitOf is the unit with that name, NoUnit for any other word.
func UnitOf(name string) Unit {
	for u, s := range units {
		if s == name {
			return Unit(u)
		}
	}
	return NoUnit
}

// A Cell is one cell of the form as read. Value holds only where State is
// Number. Recovered means inferred from its neighbours, not read at its own
// place; Why is on what evidence, or why it is garbled. Dirty means that Raw was
// more than a plain number and was cleaned ("3件", "１２", "1,234").
type Cell struct {
	State     State
	Recovered bool
	Dirty     bool
	Reading   Reading // who read it; for a person's reading Why names the readers
	Unit      Unit    // as printed, amounts only
	Value     Decimal
	Raw       string
	Note      string // marks of notes beside it, as 1 or ①; they are no part of Raw
	Pos       place.Pos
	Why       *Why
}

// Plain reports whether the value was read unambiguously at its own place, by a
// program or by two people: the only kind of operand a fail may rest on.
func (c Cell) Plain() bool { return c.State == Number && !c.Recovered && c.Reading != Entered }

// A Text is a piece of the published file with its place.
type Text struct {
	Text string
	Pos  place.Pos
}

// IsSubheading reports whether a line reads as a heading inside a section: it is
// short, begins with （一） and has no stop.
func IsSubheading(s string) bool {
	if utf8.RuneCountInString(s) > 24 || strings.ContainsAny(s, "。；：:;") {
		return false
	}
	for _, open := range []string{"（", "("} {
		if rest, ok := strings.CutPrefix(s, open); ok {
			n := strings.IndexAny(rest, "）)")
			return n > 0 && strings.Trim(rest[:n], "一二三四五六七八九十") == ""
		}
	}
	return false
}

// A Section is one top-level section. N is the canonical number 1–6 by its
// title; 0 for a heading that is none of the six. Printed is the number as
// printed ("五"), empty if none.
type Section struct {
	N       int
	Printed string
	Title   string // the heading without its number
	Pos     place.Pos
	Paras   []Text // prose as published, repaired for display: wrapped lines joined, page numbers gone
}

// An Item is one of the five items of the overview.
type Item struct {
	Found   bool
	Heading bool // under a heading of its own
	Words   string
	Pos     place.Pos
}

// ItemNames are the five items of section one, in order.
var ItemNames = [5]string{"主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"}

// A Table says how one of the three tables was found. A count that was not
// determined is -1. Problems are shape defects in words, each with a place:
// rows short of values, surplus values, lost columns.
type Table struct {
	Found    bool
	Pos      place.Pos
	Rows     int // statutory rows found
	Columns  int // widest row, in value columns
	Values   int // value cells published, blanks and surplus included
	Problems []Text
}

// A Span is text that was given no role, with its place.
type Span = Text

// A Hidden is text that the file carries without showing it: comments, deleted
// words, properties, hidden sheets, scripts. Origin says in words which
// (source.HiddenComment and the others). It is not the report's text and no page
// shows it; but the file that is offered for download holds it.
type Hidden struct {
	Origin, Text string
	Pos          place.Pos // zero where it has no place, as a property
}

// A Range is a part of the file: from a place up to another, or, where that is
// zero, to the end.
type Range struct{ From, To place.Pos }

// Holds reports whether a place lies in the range. It is known only in files that
// have lines, paragraphs or sheets, and false in others.
func (r Range) Holds(p place.Pos) bool {
	if at := p.Place(); p.Line == 0 && at.Para == 0 {
		return at.Sheet != "" && at.Sheet == r.From.Place().Sheet
	}
	return !before(p, r.From) && (r.To.IsZero() || before(p, r.To)) && !p.IsZero()
}

// before reports whether one place of the file is before another.
func before(a, b place.Pos) bool {
	if a.Line != b.Line || a.Col != b.Col {
		return a.Line < b.Line || a.Line == b.Line && a.Col < b.Col
	}
	return a.Line == 0 && a.Place().Para < b.Place().Para
}

// A Fidelity says whether the file is as published or went through a converter.
type Fidelity uint8

const (
	Converted Fidelity = iota // txt, md, csv
	Original                  // html, docx, xlsx, pdf with a text layer
)

func (f Fidelity) String() string { return [...]string{"converted", "original"}[f] }

// A Scope says whose figures the tables hold.
type Scope uint8

const (
	ScopeUnclear Scope = iota
	ScopeOwn           // 本机关, 本级
	ScopeArea          // 全区, 全市: with departments and lower governments
)

func (s Scope) String() string { return [...]string{"unclear", "own", "area"}[s] }

// A Date is a calendar day as printed. Year 0 means none was found.
type Date struct {
	Year, Month, Day int
	Text             string // as printed
	Pos              place.Pos
}

// IsZero reports whether no date was found.
func (d Date) IsZero() bool { return d.Year == 0 }

// By is the kind of place that names the body or the year of a report.
type By uint8

// The kinds of place, the report's own word first.
const (
	ByTitle     By = iota
	BySentence     // 现公布…, 特编制…, 本报告由…编制
	ByPeriod       // 统计期限
	ByProse        // what its sentences speak of most
	BySignature    // sign-off at the end
	ByPublisher    // 发布机构, 来源, the page's own metadata
	ByTrail        // 首页 > … > …
)

// A Named is a body that one place of the file names as the report's.
type Named struct {
	By   By
	Text Text
}

// A Dated is a report year that one place of the file names.
type Dated struct {
	By   By
	Year int
	Pos  place.Pos
}

// A ViewLine is one line of the source view. Pos is where it begins in the
// file.
type ViewLine = Text

// A Mark says that the code points [Start,End) of a line of the source view are
// a cell. Line and Cell are indices in View and in Cells. There are two hundred
// to a report, and the archive holds them all: hence the narrow numbers.
type Mark struct {
	Line, Start, End, Cell int32
}

// A Report is one report as read. Cells run parallel to Form.Defs.
type Report struct {
	File     string // slash path, for messages
	Form     *form.Form
	Layout   string // as grid.Doc.Layout
	Encoding string
	Fidelity Fidelity // by file kind; <year>.toml may override it in the archive

	Title      Text // empty text if no title line was found
	Agency     Text // as the report names its author, "" if nowhere
	Named      []Named
	Year       int // report year as most of its places say, 0 if none does
	YearPos    place.Pos
	Dated      []Dated
	Period     [2]Date // 统计期限, as stated
	Signed     Date    // sign-off at the end
	Published  Date    // by the page's own metadata
	Source     string  // address by the page's own metadata
	Scope      Scope
	ScopeWords Text // the words that say the scope

	Preamble []Text // prose before section one
	Sections []Section
	Items    [5]Item
	Tables   [3]Table // tables two, three, four
	Cells    []Cell

	// ByHand says that no program could read the file (a scan): the cells are
	// people's readings, and what the prose says is not known.
	ByHand bool

	Coverage float64  // share of non-space characters given a role, 0–1
	Leftover []Span   // what was given none, unmatched table text first
	Residue  []Span   // known converter and page leftovers: page numbers, [bookmark: …], 附件下载
	Hidden   []Hidden // what the file carries unseen, in its order
	Readings []string // notes of the decoder for people, in the order of the file

	// Opened is what was read though the file shows it only when it is opened, and
	// Unopened says that more is hidden, which may be what the report seems to lack.
	Opened   []Range
	Unopened bool

	// View is the file for people: its own lines for txt, md and csv, one line a
	// paragraph or table row (cells parted by tabs) for the other kinds.
	View  []ViewLine
	Marks []Mark // the cells that were read from it, in order
}

// Cell is the cell with that key; a Missing one if the form has none such.
func (r *Report) Cell(key form.Key) Cell {
	if i := r.Form.Index(key); i >= 0 && i < len(r.Cells) {
		return r.Cells[i]
	}
	return Cell{}
}

// Section gives the first section with canonical number n (1–6), nil if none.
func (r *Report) Section(n int) *Section {
	for i := range r.Sections {
		if r.Sections[i].N == n {
			return &r.Sections[i]
		}
	}
	return nil
}

// Paras are the paragraphs of prose in order, each with the number of its section,
// 0 before the first.
func (r *Report) Paras() iter.Seq2[int, Text] {
	return func(yield func(int, Text) bool) {
		for _, t := range r.Preamble {
			if !yield(0, t) {
				return
			}
		}
		for i := range r.Sections {
			for _, t := range r.Sections[i].Paras {
				if !yield(r.Sections[i].N, t) {
					return
				}
			}
		}
	}
}

// Table gives how one of the three statutory tables was found.
func (r *Report) Table(t form.Table) *Table { return &r.Tables[t-form.Two] }
