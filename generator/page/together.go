package page

import (
	"slices"
	"strconv"

	"ogi/generator/check"
)

// A Lack is a report that is not at hand, with the rules that it leaves
// undecided: one line for all of them.
type Lack struct {
	What  Text
	Rules []Link
}

// lacks are what several rules miss, in the order in which they miss it.
func (v *view) lacks(j *check.Judgement) []Lack {
	var ls []Lack
	for i := range j.Findings {
		f := &j.Findings[i]
		if !lacking(f) {
			continue
		}
		at := slices.IndexFunc(ls, func(l Lack) bool { return l.What.ZH == f.Lacks })
		if at < 0 {
			at = len(ls)
			en := f.Lacks
			if y, ok := cutYear(f.Lacks); ok {
				en = "the report of " + y
			}
			ls = append(ls, Lack{What: Text{f.Lacks, en}})
		}
		if link := v.ruleLink(f.Rule, f.Status); !slices.Contains(ls[at].Rules, link) {
			ls[at].Rules = append(ls[at].Rules, link)
		}
	}
	return ls
}

// lacking reports whether a finding says no more than that something is not at
// hand. One that a reply is bound to stands by itself.
func lacking(f *check.Finding) bool {
	return f.Lacks != "" && f.Status == check.Unknown && f.Note == nil
}

// cutYear is the year of 2023年年报.
func cutYear(s string) (string, bool) {
	if len(s) < 4 || s[4:] != "年年报" {
		return "", false
	}
	_, err := strconv.Atoi(s[:4])
	return s[:4], err == nil
}

// A Cause is one cell that would explain several discrepancies.
type Cause struct {
	N                 int
	Label             Text
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
	c.Label = Text{f.Cause.Cell.Label, cellEN(f.Cause.Cell.Key)}
	c.Now, c.Mended, c.Href = f.Cause.Cell.Text, f.Cause.Mended, href
	c.Items = append(c.Items, n)
	return c
}

// Others are the findings the cell explains besides the n-th.
func (c *Cause) Others(n int) []int {
	return slices.DeleteFunc(slices.Clone(c.Items), func(i int) bool { return i == n })
}
