package page

import (
	"slices"
	"strings"

	"ogi/generator/check"
	"ogi/generator/tongue"
)

// A Gap is one reason for which checks could not be made: one line with the rules of
// which it says all. Groups are the findings of the others.
type Gap struct {
	Told   tongue.Text
	Held   bool // for want of a report: 未收录不等于没有公布
	Rules  []Unasked
	More   int // how many rules there are, where not all are named
	Groups []Group
	Alone  *Finding // set instead of Groups where there is one
}

// An Unasked is a rule of which the reason says all: N is the number of its finding, 0
// where it has none.
type Unasked struct {
	Rule    Link
	N       int
	Formula string
}

// namedRules are how many rules a line names that lacks a report.
const namedRules = 4

// gaps are what could not be checked, by reason. A finding that gives no reason
// is shown in its own words.
func (v *view) gaps(p *Report, j *check.Judgement) []Gap {
	var out []Gap
	var open []*check.Finding
	for i := range j.Findings {
		open = append(open, &j.Findings[i])
	}
	for _, g := range check.Gaps(v.report, open) {
		gap := Gap{Told: g.Told(), Held: lacking(g.Of[0])}
		if g.Why.ZH == "" {
			f := g.Of[0]
			gap.Told = tongue.Of(strings.TrimSuffix(f.Message.ZH, "。"), strings.TrimSuffix(f.Message.EN, "."))
			if g.N > 1 {
				gap.Told = f.Rule.Title.Then(gap.Told)
			}
		}
		var by [][]*check.Finding
		for _, f := range g.Of {
			at := slices.IndexFunc(by, func(of []*check.Finding) bool { return of[0].Rule == f.Rule })
			if at < 0 {
				at, by = len(by), append(by, nil)
			}
			by[at] = append(by[at], f)
		}
		for _, of := range by {
			if gap.Held {
				gap.Rules = append(gap.Rules, Unasked{Rule: v.ruleLink(of[0].Rule, of[0].Status)})
				continue
			}
			gap.add(v.grouped(p, j, of), g.Why.ZH)
		}
		gap.alone()
		if n := len(gap.Rules); gap.Held && n > namedRules {
			gap.Rules, gap.More = gap.Rules[:namedRules-1], n
		}
		out = append(out, gap)
	}
	return out
}

// add adds the findings of a rule: of one that says no more than the reason, the rule.
func (g *Gap) add(of Group, why string) {
	f := &of.Items[0]
	said := strings.HasPrefix(g.Told.ZH, strings.TrimSuffix(f.Message.ZH, "。")) || why != "" && strings.HasPrefix(f.Message.ZH, why)
	switch {
	case !said || len(of.Items) > 1 || f.Note != nil:
		g.Groups = append(g.Groups, of)
	case len(f.Operands) > 0:
		f.Message = tongue.Text{}
		g.Groups = append(g.Groups, of)
	default:
		g.Rules = append(g.Rules, Unasked{of.Rule, f.N, f.Formula})
	}
}

// alone makes one line of a gap of one finding.
func (g *Gap) alone() {
	if len(g.Groups) == 1 && len(g.Rules) == 0 && len(g.Groups[0].Items) == 1 && g.Groups[0].Items[0].Note == nil {
		g.Rules, g.Alone = []Unasked{{Rule: g.Groups[0].Rule}}, &g.Groups[0].Items[0]
		g.Groups = nil
	}
}

// counted are a rule's checks in words.
func counted(c check.Counts) tongue.Text {
	var ts []tongue.Text
	for _, k := range []struct {
		of     check.Status
		zh, en string
	}{
		{check.Fail, "%d项不符（待核）", "%d to be checked"},
		{check.Hint, "%d项有提示", "%d hinted"},
		{check.Pass, "%d项成立", "%d hold"},
		{check.Unknown, "%d项无从核对", "%d could not be checked"},
	} {
		if n := c.Of(k.of); n > 0 {
			ts = append(ts, tongue.Sprintf(k.zh, k.en, n))
		}
	}
	return tongue.Join(ts, "，", ", ")
}

// lacking reports whether a finding says no more than that a report is not at
// hand, and has no reply that must be shown with it.
func lacking(f *check.Finding) bool {
	return f.Lacks != "" && f.Status == check.Unknown && f.Note == nil
}

// A Cause is one cell that would explain several discrepancies.
type Cause struct {
	N                 int
	Label             tongue.Text
	Href, Now, Mended string
	Items             []int // numbers of the findings
}

// cause notes that the n-th finding of the page is one that a cell explains.
func (p *Report) cause(f *check.Finding, n int, href string) *Cause {
	if f.Group == 0 || f.Cause == nil {
		return nil
	}
	for len(p.Causes) < f.Group {
		p.Causes = append(p.Causes, &Cause{N: len(p.Causes) + 1})
	}
	c := p.Causes[f.Group-1]
	c.Label = tongue.Of(f.Cause.Cell.Label, cellEN(f.Cause.Cell.Key))
	c.Now, c.Mended, c.Href = f.Cause.Cell.Text, f.Cause.Mended, href
	c.Items = append(c.Items, n)
	return c
}

// Others are the findings the cell explains besides the n-th.
func (c *Cause) Others(n int) []int {
	return slices.DeleteFunc(slices.Clone(c.Items), func(i int) bool { return i == n })
}
