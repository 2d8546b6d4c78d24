package check

import (
	"slices"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/near"
	"ogi/generator/personal"
	"ogi/generator/report"
)

// A Set is some rules made ready for one archive. It is safe for concurrent
// use.
type Set struct {
	site  config.Site
	rules []*Rule
	draft bool
	*neighbours
}

// Ready prepares rules for an archive, which may be nil.
func Ready(a *archive.Archive, rules []*Rule, draft bool) *Set {
	s := &Set{rules: rules, draft: draft}
	if a == nil {
		return s
	}
	var needs Needs
	for _, r := range rules {
		needs |= r.Needs
	}
	s.site, s.neighbours = a.Site, meet(a, needs)
	return s
}

// Among prepares rules for an archive that is not at hand whole: around tells what
// is around the i-th report, shelf hands it out. Held judges the reports of it.
func Among(site config.Site, rules []*Rule, around func(i int) near.Around, shelf Shelf) *Set {
	n := &neighbours{shelf: shelf, around: func(_ *archive.Entry, self int) near.Around { return around(self) }}
	return &Set{rules: rules, site: site, neighbours: n}
}

// One judges one report. A withdrawn one has no verdicts.
func (s *Set) One(g *archive.Agency, e *archive.Entry) *Judgement {
	return s.Held(s.place(e), g, e)
}

// Held judges a report that is the i-th of the archive; -1 for one that is none of
// it.
func (s *Set) Held(i int, g *archive.Agency, e *archive.Entry) *Judgement {
	j := &Judgement{Draft: s.draft, report: e.Report}
	if e.Report == nil {
		j.Reach = Nothing
		return j
	}
	j.Verdicts = make([]Verdict, 0, len(s.rules))
	j.AllZero = allZero(e.Report)
	j.Reach = reach(e.Year, e.Report)
	memo := map[any]any{}
	beside := s.near(g, e, i)
	for _, r := range s.rules {
		p := &Run{Rule: r, Site: &s.site, Agency: g, Entry: e, Report: e.Report, Draft: s.draft, Near: beside.only(r.Needs), memo: memo}
		p.verdict.Rule = r
		switch {
		case s.draft && r.Family == Timeliness && !r.OfDrafts:
			p.NA()
		case e.Report.ByHand && ofProse(r.Family):
			p.unreadProse()
		default:
			r.Check(p)
		}
		if p.verdict.Counts == (Counts{}) {
			p.NA()
		}
		j.Verdicts = append(j.Verdicts, p.verdict)
		j.Findings = append(j.Findings, p.findings...)
	}
	j.personal, j.searched = memo[personalKey{}].([]personal.Carried)
	j.Findings = slices.Clone(j.Findings) // without spare room: those of a whole archive are held
	j.group(e.Report)
	j.reply(e.Notes)
	return j
}

// One judges one report with no other at hand than those of the archive, which
// may be nil. To judge many, make a Set.
func One(g *archive.Agency, e *archive.Entry, a *archive.Archive, rules []*Rule, draft bool) *Judgement {
	return Ready(a, rules, draft).One(g, e)
}

// allZero reports whether every cell of tables three and four was read and is
// zero.
func allZero(r *report.Report) bool {
	any := false
	for i, d := range r.Form.Defs {
		if d.Table == form.Two || i >= len(r.Cells) {
			continue
		}
		switch c := r.Cells[i]; c.State {
		case report.Number:
			if !c.Value.IsZero() {
				return false
			}
			any = true
		case report.Blank, report.Dash:
		default:
			return false
		}
	}
	return any
}

// Verdict is the verdict of the rule with that id, nil if it was not asked.
func (j *Judgement) Verdict(id string) *Verdict {
	for i := range j.Verdicts {
		if j.Verdicts[i].Rule.ID == id {
			return &j.Verdicts[i]
		}
	}
	return nil
}
