package page

import (
	"slices"
	"strings"

	"ogi/generator/check"
	"ogi/generator/tongue"
)

// A Gap is one reason for which checks could not be made, with their rules: one
// line for all of them. Groups are the findings themselves, where they say more
// than the reason.
type Gap struct {
	Told   tongue.Text
	Held   bool // for want of a report: 未收录不等于没有公布
	Rules  []Link
	Groups []Group
}

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
				gap.Rules = append(gap.Rules, v.ruleLink(f.Rule, f.Status))
			}
			by[at] = append(by[at], f)
		}
		if !gap.Held {
			for _, of := range by {
				gap.Groups = append(gap.Groups, v.grouped(p, j, of))
			}
		}
		out = append(out, gap)
	}
	return out
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
