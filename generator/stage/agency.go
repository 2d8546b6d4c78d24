package stage

import (
	"context"
	"fmt"
	"maps"
	"path"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/near"
	"ogi/generator/page"
	"ogi/generator/rule"
	"ogi/generator/work"
)

// An Agency is what a site has of one agency.
type Agency struct {
	Body  *page.BodyBrief   // for lists
	Said  []diag.Diagnostic // while its reports were judged
	Sum   Count
	Files []File // the pages of its reports
	// Originals are its report files as they came, of which each is to be published
	// only as long as it is what was judged; see Original.Bytes.
	Originals []Original
	Rows      []byte // for the open data, packed by package data; nil where there are none
}

// A Count is what a site tells of its reports.
type Count struct {
	Reports     int
	Findings    [4]int // by severity, 1 to 3: fails and hints about agencies
	Undecidable int    // checks that could not be decided
	Unread      int    // reports held that no program reads and nobody has; no part of Reports
}

// Add counts others too.
func (c *Count) Add(o Count) {
	c.Reports += o.Reports
	c.Undecidable += o.Undecidable
	c.Unread += o.Unread
	for i, n := range o.Findings {
		c.Findings[i] += n
	}
}

// Sketches are the reports of an agency as others meet them, by year.
func Sketches(a *archive.Agency) []near.Sketch {
	var ss []near.Sketch
	for _, e := range a.Reports {
		ss = append(ss, near.SketchOf(e))
	}
	return ss
}

// Others has the reports of an archive that lie around one.
type Others interface {
	check.Shelf
	Owner(dir string) *archive.Agency // whose folder it is, nil for nobody's
}

// Neighbours are the rules' view of an archive: what is around each report, by its
// place among all.
func (s *Frame) Neighbours(around func(i int) near.Around, of Others) *check.Set {
	return check.Among(s.Archive.Site, s.Rules, around, of)
}

// Agency judges the reports of an agency, of which the first has that place among all,
// and lays out what a site shows of them.
func (s *Frame) Agency(ctx context.Context, a *archive.Agency, first int, set *check.Set, others Others) (*Agency, error) {
	one := archive.New(s.Archive.Site, []*archive.Agency{a})
	results := check.Results{}
	out := &Agency{}
	for i, e := range a.Reports {
		j, broken := judged(e, func() *check.Judgement { return set.Held(first+i, a, e) })
		results[e] = j
		out.Said = append(out.Said, broken...)
	}
	out.Sum = count(one, results)
	beside, withheldThere, err := s.beside(ctx, a, results, others)
	if err != nil {
		return nil, err
	}
	shown, results, withheld, err := Withhold(ctx, one, results)
	if err != nil {
		return nil, err
	}
	out.Originals = Originals(shown, withheld)
	maps.Copy(withheld, withheldThere)
	in := s.Input
	in.Archive, in.Results, in.Withheld = shown, results, withheld
	bodies, pages := page.Reports(in, beside)
	out.Body = bodies[0]
	for _, p := range pages {
		out.Files = append(out.Files, s.page(p))
	}
	if broken := work.Safely(func() { s.rows(out, shown.Agencies[0], results, withheld) }); broken != nil {
		return nil, broken
	}
	return out, nil
}

// beside are the reports of other agencies that findings speak of, as they may be
// shown, and which of their files are held back.
func (s *Frame) beside(ctx context.Context, a *archive.Agency, results check.Results, of Others) ([]*archive.Entry, map[string]page.Held, error) {
	var others []*archive.Agency
	asked := map[string]bool{a.Slug: true}
	for _, e := range a.Reports {
		for _, f := range results[e].Findings {
			for _, o := range f.Operands {
				if g := owner(o.File, of); g != nil && !asked[g.Slug] {
					asked[g.Slug] = true
					others = append(others, g)
				}
			}
		}
	}
	var es []*archive.Entry
	held := map[string]page.Held{}
	for _, g := range others {
		one := archive.New(s.Archive.Site, []*archive.Agency{g})
		set := check.Ready(one, []*check.Rule{rule.ByID(check.PersonalData)}, false)
		results := check.Results{}
		for _, e := range one.Entries() {
			results[e], _ = One(set, e)
		}
		shown, _, withheld, err := Withhold(ctx, one, results)
		if err != nil {
			return nil, nil, err
		}
		es = append(es, shown.Entries()...)
		maps.Copy(held, withheld)
	}
	return es, held, nil
}

// owner is the agency in whose folder a file lies, nil for none.
func owner(file string, of Others) *archive.Agency {
	for dir := path.Dir(file); strings.Contains(dir, "/"); dir = path.Dir(dir) {
		if g := of.Owner(dir); g != nil {
			return g
		}
	}
	return nil
}

// One judges one report. A rule that breaks on it leaves it without verdicts.
func One(set *check.Set, e *archive.Entry) (*check.Judgement, []diag.Diagnostic) {
	return judged(e, func() *check.Judgement { return set.One(e.Agency, e) })
}

func judged(e *archive.Entry, by func() *check.Judgement) (*check.Judgement, []diag.Diagnostic) {
	j := &check.Judgement{}
	if err := work.Safely(func() { j = by() }); err != nil {
		return j, []diag.Diagnostic{internal(e.Path, err)}
	}
	return j, unbound(e, j)
}

func count(a *archive.Archive, results check.Results) Count {
	var c Count
	for _, e := range a.Entries() {
		if e.Unread() {
			c.Unread++
			continue
		}
		c.Reports++
		j := results[e]
		for i := range j.Findings {
			f := &j.Findings[i]
			if f.Rule.Guard || !f.Counts() {
				continue
			}
			if f.Status == check.Fail || f.Status == check.Hint {
				c.Findings[f.Severity]++
			}
		}
		for _, v := range j.Verdicts {
			c.Undecidable += v.Counts.Of(check.Unknown)
		}
	}
	return c
}

// internal tells of what broke by our own fault.
func internal(file string, err error) diag.Diagnostic {
	return diag.Diagnostic{
		Level: diag.Error, File: file, Code: "internal", Message: fmt.Sprintf("internal error: %v", err),
		Remedy: "请把这个问题告诉我们，最好附上报告",
	}
}
