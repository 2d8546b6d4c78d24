package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Group is what one rule found in one report.
type Group struct {
	Rule     Link
	State    State
	Severity tongue.Text
	Basis    tongue.Text
	Grade    tongue.Text // how firm the basis is
	Counts   tongue.Text // 25项中19项无法判断
	Wrong    tongue.Text
	By       tongue.Text // where all its findings say the same
	Items    []Finding
	More     []Finding // those that fold away where there are many
}

// A Finding is one thing found, numbered on its page.
type Finding struct {
	N        int
	State    State
	Message  tongue.Text
	Formula  string
	Where    Place
	Passages *Passages // set instead of operands where two texts are compared
	Operands []Operand
	Rest     int         // operands not listed; a discrepancy lists all
	Fold     bool        // the operands are many and fold away
	By       tongue.Text // where it is not what the group says, as is Wrong
	Wrong    tongue.Text
	Note     *Note
	Correct  string // "" for what could not be checked: the page has one for all
	Cause    *Cause // the cell that explains this one and others, nil if none
}

// An Operand is one side of a finding, linked to its cell and to its source.
type Operand struct {
	Label     tongue.Text
	Text      string
	Quoted    bool   // words of the report, not a value
	Cell      string // address of the cell on this page
	Source    Place
	File      string
	Elsewhere string // address of its place in File, "" if the site has none
}

// A Note is a reviewed reply.
type Note struct {
	Rule   string
	Of     Link // the rule's page; set where the note is shown without its finding
	Status tongue.Text
	Text   string
	By     string
	Date   string
	Link   string // an address of the web, else ""
}

// Checks are the answers of one family of rules, by number: what did not pass is
// named above, and the catalogue names the rest.
type Checks struct {
	Name   tongue.Text
	Rules  string // address of the family in the catalogue
	Passed int    // rules that passed, with so many checks
	Held   int
	Others [3]int // rules that hinted, could not tell, failed
	NA     int    // rules that do not apply
	Notes  []Answer
}

// An Answer is a rule with a word on how it holds.
type Answer struct {
	Rule Link
	Note string
}

var noteStatus = map[string]tongue.Text{
	check.Confirmed: tongue.Of("属实", "confirmed"),
	check.Explained: tongue.Of("有说明", "explained"),
	check.Disputed:  tongue.Of("有异议，待核", "disputed, to be checked"),
	check.OurError:  tongue.Of("本站误读，已从统计中去除", "our error, taken out of all counts"),
}

var responsible = map[check.Responsible]tongue.Text{
	check.BySource: tongue.Of("公布的报告", "the published report"),
	check.ByParser: tongue.Of("本站的读取", "our reading"),
	check.ByMixed:  tongue.Of("可能是报告，也可能是本站的读取", "the report or our reading"),
}

var grades = map[check.Grade]tongue.Text{
	check.Printed:   tongue.Of("法条或表格明文", "printed in law or form"),
	check.Logical:   tongue.Of("由明文推得", "follows from law or form"),
	check.Assessed:  tongue.Of("评估中常见", "named by assessors"),
	check.Heuristic: tongue.Of("经验判断", "heuristic"),
}

// findings numbers what was found, in the order in which it is shown, and
// marks the cells and lines it rests on.
func (v *view) findings(p *Report) {
	j := v.judgement(v.entry)
	p.Findings = v.groups(p, j, sorts[0])
	p.Guards = v.groups(p, j, sorts[1])
	p.Gaps = v.gaps(p, j)
	p.Checks = v.checks(j)
	for _, n := range j.Stale {
		out := note(n)
		out.Of = Link{tongue.ZH(n.Rule), v.base.to("rules/")}
		for _, r := range v.Rules {
			if r.ID == n.Rule {
				out.Of = v.ruleLink(r, check.NA)
			}
		}
		p.Stale = append(p.Stale, out)
	}
}

// groups are the findings that belong together, one group a rule, the gravest
// first.
func (v *view) groups(p *Report, j *check.Judgement, of func(*check.Finding) bool) []Group {
	var gs []Group
	for _, found := range ordered(j, of) {
		gs = append(gs, v.grouped(p, j, found))
	}
	return gs
}

// grouped are findings of one rule as a group.
func (v *view) grouped(p *Report, j *check.Judgement, found []*check.Finding) Group {
	g := v.group(j, found[0].Rule, gravest(found))
	g.State = answer(gravest(found))
	for i, f := range found {
		v.count++
		item := v.finding(f, v.count)
		if f.Cause != nil && shownCell(v.report, f.Cause.Cell.Key) {
			item.Cause = p.cause(f, v.count, v.rest(f.Cause.Cell.Key))
		}
		if i < shownItems {
			g.Items = append(g.Items, item)
		} else {
			if f.Status == check.Unknown {
				item.Operands = nil // its line and the table say which
			}
			g.More = append(g.More, item)
		}
	}
	g.share()
	return g
}

// share says once what all findings of a group say.
func (g *Group) share() {
	items := slices.Concat(g.Items, g.More)
	first := items[0]
	same := func(of func(*Finding) tongue.Text) bool {
		return !slices.ContainsFunc(items, func(f Finding) bool { return of(&f) != of(&first) })
	}
	by := same(func(f *Finding) tongue.Text { return f.By })
	wrong := first.Wrong.ZH != "" && same(func(f *Finding) tongue.Text { return f.Wrong })
	if by {
		g.By = first.By
	}
	if wrong {
		g.Wrong = first.Wrong
	}
	for _, of := range [][]Finding{g.Items, g.More} {
		for i := range of {
			if by {
				of[i].By = tongue.Text{}
			}
			if wrong {
				of[i].Wrong = tongue.Text{}
			}
		}
	}
}

// ordered are the findings that belong together, those of one rule each, the
// gravest first.
func ordered(j *check.Judgement, of func(*check.Finding) bool) [][]*check.Finding {
	var out [][]*check.Finding
	at := map[*check.Rule]int{}
	for i := range j.Findings {
		f := &j.Findings[i]
		if !of(f) {
			continue
		}
		k, ok := at[f.Rule]
		if !ok {
			k = len(out)
			at[f.Rule], out = k, append(out, nil)
		}
		out[k] = append(out[k], f)
	}
	slices.SortStableFunc(out, func(a, b []*check.Finding) int {
		return cmp.Or(cmp.Compare(gravest(b), gravest(a)), cmp.Compare(a[0].Rule.Severity, b[0].Rule.Severity))
	})
	return out
}

func gravest(fs []*check.Finding) check.Status {
	s := check.NA
	for _, f := range fs {
		s = max(s, f.Status)
	}
	return s
}

// The sorts of findings that a report's page numbers first, in this order; what
// could not be checked comes after them, by reason.
var sorts = [...]func(*check.Finding) bool{
	func(f *check.Finding) bool { return !f.Rule.Guard && f.Status != check.Unknown },
	func(f *check.Finding) bool { return f.Rule.Guard && !lacking(f) },
}

// numberOf is the number of a finding on its report's page, 0 if it has none or
// says only that something could not be checked.
func numberOf(j *check.Judgement, of *check.Finding) int {
	n := 0
	for _, sort := range sorts {
		for _, found := range ordered(j, sort) {
			for _, f := range found {
				if n++; f == of {
					return n
				}
			}
		}
	}
	return 0
}

// How many findings of one rule are shown unfolded, and how many operands are
// listed of what is no discrepancy.
const (
	shownItems    = 5
	shownOperands = 6
	openOperands  = 8 // of a discrepancy; more fold away
	openDoubts    = 3 // of what could not be checked, which the table shows, and of our own doubts
)

func (v *view) group(j *check.Judgement, r *check.Rule, s check.Status) Group {
	g := Group{
		Rule: v.ruleLink(r, s), Severity: tongue.ZH(r.Severity.Word()), Basis: r.Basis,
		Grade: grades[r.Grade], Wrong: r.MayBeWrong,
	}
	g.Severity.EN = r.Severity.String()
	if vd := j.Verdict(r.ID); vd != nil {
		if vd.Counts.Applied() > 1 {
			g.Counts = counted(vd.Counts)
		}
	}
	return g
}

// ruleLink names a rule by its answer: the name that accuses is used only where
// something was found.
func (v *view) ruleLink(r *check.Rule, s check.Status) Link {
	return Link{r.Name(s), v.base.to(rulePath(r.ID))}
}

func (v *view) finding(f *check.Finding, n int) Finding {
	out := Finding{
		N: n, State: answer(f.Status), Message: f.Message, Formula: f.Formula,
		Where: v.place("", f.Pos), By: responsible[f.Responsible],
	}
	if f.Status != check.Unknown || f.Rule.Guard {
		out.Correct = v.correct(v.base.Path, v.base.Path+"#f"+strconv.Itoa(n), v.subject(f))
	}
	if f.MayBeWrong.ZH != f.Rule.MayBeWrong.ZH {
		out.Wrong = f.MayBeWrong
	}
	if f.Note != nil {
		note := note(*f.Note)
		out.Note = &note
	}
	mark := Mark{N: n, State: out.State}
	// Where a sum cannot be decided, the cells in doubt are what matters. Their
	// own look shows the doubt, so they get no mark.
	doubts := f.Status == check.Unknown && slices.ContainsFunc(f.Operands, func(o check.Operand) bool { return !v.plain(o) })
	// Cells that are no number at all are what a reader should look at; those
	// that were inferred matter only where there are none such.
	unread := doubts && slices.ContainsFunc(f.Operands, func(o check.Operand) bool {
		return o.File == "" && v.report.Form.Index(o.Key) >= 0 && !v.isNumber(o)
	})
	// The cells in doubt stand beside a sum that they leave open, and are linked there:
	// they need not be told before, nor the place of the sum.
	if name := f.Sum(); doubts && name.ZH != "" {
		out.Message, out.Where = name, Place{}
	}
	lines := map[int]bool{}
	if !doubts && (f.Status != check.Unknown || f.Key() == "") {
		lines[v.line(f.Pos)] = true
	}
	for _, o := range f.Operands {
		if doubts && (v.plain(o) || unread && v.isNumber(o)) {
			continue
		}
		op := Operand{Label: tongue.ZH(o.Label), Text: o.Text, File: o.File}
		op.Quoted = o.Key == "" && !strings.ContainsAny(o.Text, "“”")
		if o.File != "" {
			op.Elsewhere = v.elsewhere(o)
		} else {
			op.Source = v.place("", o.Pos)
			// A number gets a mark where it is part of what was found wrong or
			// doubtful.
			if shownCell(v.report, o.Key) && !doubts && f.Status != check.Unknown {
				v.byKey[o.Key] = append(v.byKey[o.Key], mark)
			}
			if !doubts && (o.Key == "" || f.Status != check.Unknown) {
				lines[v.line(o.Pos)] = true
			}
		}
		if f.Status == check.Unknown && op.Quoted && op.Source.Href != "" && op.Source.Href == out.Where.Href {
			continue // the finding itself leads there
		}
		if f.Status != check.Fail && len(out.Operands) == shownOperands || (f.Status == check.Unknown || f.Rule.Guard) && len(out.Operands) == openDoubts {
			out.Rest++
			continue
		}
		if o.File == "" && shownCell(v.report, o.Key) {
			op.Cell, op.Label.EN = v.rest(o.Key), cellEN(o.Key)
			if f.Status != check.Fail {
				op.Source = Place{} // to which the cell leads
			}
		}
		out.Operands = append(out.Operands, op)
	}
	out.Fold = len(out.Operands) > openOperands
	if out.Passages = v.passages(f); out.Passages != nil {
		out.Operands = nil
	}
	if out.Rest > 0 && doubts {
		out.Formula = ""
	}
	delete(lines, -1)
	for i := range lines {
		v.byLine[i] = append(v.byLine[i], mark)
	}
	return out
}

// subject is what a correction of a finding is about: its value is the one a
// reply is bound to, but never a mark of what may not be shown.
func (v *view) subject(f *check.Finding) subject {
	of := subject{rule: f.Rule.ID, file: v.entry.Path, key: where(f.Pos).ZH, value: f.Value()}
	if f.Secret != "" {
		of.value = f.Formula
	}
	if r := []rune(of.value); len(r) > longestSubject {
		of.value = string(r[:longestSubject]) + "…"
	}
	if f.Cause != nil {
		of.key = string(f.Cause.Cell.Key)
		return of
	}
	for _, o := range f.Operands {
		if o.File == "" && o.Key != "" {
			of.key = string(o.Key)
			break
		}
	}
	return of
}

// longestSubject is how many characters of a value an address carries.
const longestSubject = 120

// plain reports whether an operand is a cell that was read plainly.
func (v *view) plain(o check.Operand) bool {
	return o.File == "" && v.report.Form.Index(o.Key) >= 0 && v.report.Cell(o.Key).Plain()
}

// isNumber reports whether an operand is a cell read as a number, if only by
// inference.
func (v *view) isNumber(o check.Operand) bool {
	return o.File == "" && v.report.Form.Index(o.Key) >= 0 && v.report.Cell(o.Key).State == report.Number
}

func (v *view) line(pos place.Pos) int { return v.anchors.line(pos) }

func (v *view) place(text string, pos place.Pos) Place {
	return Place{Text: text, Where: v.anchors.words(pos), Href: v.anchors.href(pos)}
}

func note(n config.Note) Note {
	out := Note{Rule: n.Rule, Status: noteStatus[n.Status], Text: n.Text, By: n.By, Date: n.Date}
	if web(n.Link) {
		out.Link = n.Link
	}
	return out
}
