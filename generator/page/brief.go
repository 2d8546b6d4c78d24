package page

import (
	"encoding/binary"
	"iter"
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A BodyBrief is an agency as lists and its own page know it.
type BodyBrief struct {
	Agency   *archive.Agency     // without Reports
	Reports  []*Brief            // by year, ascending
	Families []check.FamilyBadge // of the newest report
	Paths    []string            // of the pages of its reports, where they are listed apart
	sum      [32]byte            // of all that
}

// A Brief is what lists, badges and statistics know of one report: nothing of its
// text. An archive of any size is held in briefs, about a kilobyte each.
type Brief struct {
	Of        *BodyBrief
	Year      int
	Withdrawn bool
	Newest    string // newest day that the archive or the report names, "" if none
	Released  string // day it came out, or the year after its own; see released
	Badge     check.Badge
	Answers   []byte // by rule, in the order of Input.Rules: its status, or unasked
	Said      []Said // by the rules that found something, in that order
	Figures   Figures

	sum, figuresSum [32]byte // of all that, of the figures alone
}

// A Said is the first thing that a rule found in a report.
type Said struct {
	Rule    int // in Input.Rules
	Message tongue.Text
	N       int // of the finding on the report's page, 0 if it has none
}

// unasked stands for a rule that the report was not judged by.
const unasked = 0xff

// Figures are the cells of a report as statistics read them, with what they need
// to know beside: when it was first published, and of whom it speaks.
type Figures struct {
	Form              *form.Form // nil where there is no report
	Scope             report.Scope
	Told              string // release as the archive has it
	Published, Signed report.Date
	Earlier           bool // these days are of a version before the one that has the cells
	cells             []byte
}

// briefOf sums up an agency with its reports.
func (s *site) briefOf(a *archive.Agency) *BodyBrief {
	g := &BodyBrief{Agency: alone(a)}
	for _, e := range a.Reports {
		g.Reports = append(g.Reports, s.brief(g, e, s.judgement(e)))
	}
	if n := len(a.Reports); n > 0 {
		g.Families = check.FamilyStates(s.judgement(a.Reports[n-1]))
		for i := range g.Families {
			g.Families[i].Why = g.Families[i].Why.Each(strings.Clone)
		}
	}
	g.summed()
	return g
}

// alone is an agency without its reports, of strings of its own: a brief is kept
// longer than what it is of, whose strings are often parts of one.
func alone(a *archive.Agency) *archive.Agency {
	out := *a
	out.Reports = nil
	for _, s := range []*string{&out.Slug, &out.Dir, &out.Name, &out.Region, (*string)(&out.Kind), (*string)(&out.Level), &out.Function, &out.Homepage} {
		*s = strings.Clone(*s)
	}
	out.Aliases = slices.Clone(out.Aliases)
	out.Former = slices.Clone(out.Former)
	for i, s := range out.Former {
		out.Former[i] = strings.Clone(s)
	}
	for i, s := range out.Aliases {
		out.Aliases[i] = strings.Clone(s)
	}
	out.Names = slices.Clone(out.Names)
	for i := range out.Names {
		out.Names[i].Name = strings.Clone(out.Names[i].Name)
	}
	out.Predecessors = slices.Clone(out.Predecessors)
	for i := range out.Predecessors {
		p := &out.Predecessors[i]
		p.Agency, p.Part = strings.Clone(p.Agency), strings.Clone(p.Part)
	}
	return &out
}

// brief sums up a report and what was found in it.
func (s *site) brief(of *BodyBrief, e *archive.Entry, j *check.Judgement) *Brief {
	r := &Brief{Of: of, Year: e.Year, Withdrawn: e.Meta.Withdrawn != "", Released: strings.Clone(released(e)), Badge: check.BadgeState(j), Figures: figuresOf(e)}
	for _, d := range dates(e) {
		r.Newest = max(r.Newest, d)
	}
	r.Newest = strings.Clone(r.Newest)
	r.Answers = slices.Repeat([]byte{unasked}, len(s.Rules))
	for i := range j.Verdicts {
		v := &j.Verdicts[i]
		at, ok := s.ruleAt[v.Rule]
		if !ok {
			continue
		}
		r.Answers[at] = byte(v.Status)
		if v.Status == check.Fail || v.Status == check.Hint {
			said := Said{Rule: at}
			for i := range j.Findings {
				if f := &j.Findings[i]; f.Rule == v.Rule && f.Status == v.Status {
					said.Message, said.N = f.Message.Each(strings.Clone), numberOf(j, f)
					break
				}
			}
			r.Said = append(r.Said, said)
		}
	}
	return r
}

// answer is what a rule came to; not ok where it was not asked.
func (r *Brief) answer(rule int) (check.Status, bool) {
	if rule >= len(r.Answers) || r.Answers[rule] == unasked {
		return check.NA, false
	}
	return check.Status(r.Answers[rule]), true
}

func (r *Brief) path() string { return yearOf(r.Of.Agency, r.Year) }

// report is that of a year, nil if not held.
func (b *BodyBrief) report(year int) *Brief {
	for _, r := range b.Reports {
		if r.Year == year {
			return r
		}
	}
	return nil
}

func figuresOf(e *archive.Entry) Figures {
	f := Figures{Scope: e.Scope(), Told: e.Meta.Published}
	first := e.Report
	if v := e.First(); v != nil && v.Path != e.Path {
		first, f.Told, f.Earlier = v.Report, v.Meta.Published, true
	}
	if first != nil {
		f.Published, f.Signed = bare(first.Published), bare(first.Signed)
	}
	f.Told = strings.Clone(f.Told)
	if e.Report == nil {
		return f
	}
	f.Form = e.Report.Form
	for i := range e.Report.Cells {
		c := &e.Report.Cells[i]
		head := byte(c.State) | byte(c.Unit)<<3
		if c.Recovered {
			head |= 1 << 6
		}
		f.cells = append(f.cells, head)
		switch c.State {
		case report.Number:
			f.cells = append(binary.AppendVarint(f.cells, c.Value.Unscaled), c.Value.Scale)
		case report.Dash:
			f.cells = append(binary.AppendUvarint(f.cells, uint64(len(c.Raw))), c.Raw...)
		}
	}
	return f
}

func bare(d report.Date) report.Date { return report.Date{Year: d.Year, Month: d.Month, Day: d.Day} }

// entry is the report as package stat and the charts take it: its cells, and of
// them what is reckoned with, put into room if it is large enough.
func (r *Brief) entry(a *archive.Agency, room []report.Cell) *archive.Entry {
	e := &archive.Entry{Agency: a, Year: r.Year}
	if r.Withdrawn {
		e.Meta.Withdrawn = "…"
	}
	f := &r.Figures
	e.Meta.Published, e.Meta.Scope = f.Told, f.Scope.String()
	if f.Earlier {
		first := archive.File{Path: "earlier", Role: "earlier", Report: &report.Report{Published: f.Published, Signed: f.Signed}}
		first.Meta.Published = f.Told
		e.Files = []archive.File{first}
	}
	if f.Form == nil {
		return e
	}
	e.Report = &report.Report{Form: f.Form, Published: f.Published, Signed: f.Signed, Cells: slices.Grow(room[:0], len(f.Form.Defs))}
	for b := f.cells; len(b) > 0; {
		c := report.Cell{State: report.State(b[0] & 7), Unit: report.Unit(b[0] >> 3 & 7), Recovered: b[0]>>6 == 1}
		b = b[1:]
		switch c.State {
		case report.Number:
			v, n := binary.Varint(b)
			c.Value, b = report.Decimal{Unscaled: v, Scale: b[n]}, b[n+1:]
		case report.Dash:
			size, n := binary.Uvarint(b)
			c.Raw, b = string(b[n:n+int(size)]), b[n+int(size):]
		}
		e.Report.Cells = append(e.Report.Cells, c)
	}
	return e
}

// agency is the body with its reports as statistics take them.
func (b *BodyBrief) agency() *archive.Agency {
	a := *b.Agency
	for _, r := range b.Reports {
		a.Reports = append(a.Reports, r.entry(&a, nil))
	}
	return &a
}

// entries are reports as statistics take them, made one by one, each good until the
// next: all those of a year at once would be most of what a build holds.
func entries(briefs []*Brief) iter.Seq[*archive.Entry] {
	return func(yield func(*archive.Entry) bool) {
		var room []report.Cell
		for _, r := range briefs {
			e := r.entry(r.Of.Agency, room)
			if !yield(e) {
				return
			}
			if e.Report != nil {
				room = e.Report.Cells
			}
		}
	}
}
