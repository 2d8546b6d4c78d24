package page

import (
	"slices"
	"strconv"

	"ogi/generator/check"
	"ogi/generator/markdown"
	"ogi/generator/tongue"
)

// A Rules is the catalogue.
type Rules struct {
	Base
	Count    int
	Families []RuleFamily
	Badges   string
}

// A RuleFamily is the rules of one family in reader order.
type RuleFamily struct {
	Key   string // its place on the page
	Name  tongue.Text
	Rules []RuleRow
}

// A RuleRow is one rule in the catalogue.
type RuleRow struct {
	ID         string
	Rule       Link
	Severity   tongue.Text
	Grade      tongue.Text
	Guard      bool
	Fail, Hint int
}

// A Rule is one rule's page: what is checked, on what basis, how it can be
// wrong, and where it spoke.
type Rule struct {
	Base
	ID       string
	Family   tongue.Text
	Severity tongue.Text
	Grade    tongue.Text
	Guard    bool
	Basis    tongue.Text
	Formula  string
	Wrong    tongue.Text
	Body     markdown.HTML
	Samples  []SampleGroup
	Since    string // the version that brought the rule, where its page has no history
	Tallies  []RuleTally
	Hits     []RuleHit
}

// A SampleGroup are the samples of one answer.
type SampleGroup struct {
	State   State
	Samples []check.Sample
}

// history heads the part of a rule's page that lists its changes. A rule whose
// page has no such part is as it was in the first version.
const history, firstVersion = "沿革", "0.1.0"

// A RuleTally is how a rule answered in one year.
type RuleTally struct {
	Year                             Link
	Pass, Fail, Hint, Unknown, Apply int
}

// A RuleHit is a report in which the rule found something.
type RuleHit struct {
	Entry
	Answer  State
	Message tongue.Text
	At      string // the finding on the report's page
}

func (s *site) rules(b Base) *Rules {
	b.at(tongue.Of("规则", "Rules"))
	p := &Rules{Base: b, Count: len(s.Rules), Badges: b.to("badges/")}
	spoke := s.spoke(s.briefs)
	for _, f := range check.Families {
		fam := RuleFamily{Key: string(f), Name: f.Name()}
		for i, r := range s.Rules {
			if r.Family == f {
				fam.Rules = append(fam.Rules, RuleRow{
					ID: r.ID, Rule: Link{r.Title, b.to(rulePath(r.ID))},
					Severity: tongue.Of(r.Severity.Word(), r.Severity.String()), Grade: grades[r.Grade],
					Guard: r.Guard, Fail: spoke[i].Fail, Hint: spoke[i].Hint,
				})
			}
		}
		if len(fam.Rules) > 0 {
			p.Families = append(p.Families, fam)
		}
	}
	return p
}

// spoke counts by rule how it answered on the reports.
func (s *site) spoke(briefs []*Brief) []RuleTally {
	n := make([]RuleTally, len(s.Rules))
	for _, r := range briefs {
		for i := range n {
			if a, ok := r.answer(i); ok {
				n[i].add(a)
			}
		}
	}
	return n
}

// tallies are how all rules answered, by year.
func (s *site) tallies() map[int][]RuleTally {
	out := map[int][]RuleTally{}
	for y, rs := range s.byYear {
		out[y] = s.spoke(rs)
	}
	return out
}

func (t *RuleTally) add(s check.Status) {
	switch s {
	case check.Pass:
		t.Pass++
	case check.Fail:
		t.Fail++
	case check.Hint:
		t.Hint++
	case check.Unknown:
		t.Unknown++
	}
}

// A hit is a report in which a rule found something.
type hit struct {
	in   *Brief
	said *Said
}

// hits are the reports in which each rule found something, the newest year first.
func (s *site) hits() [][]hit {
	found := make([][]hit, len(s.Rules))
	for _, y := range s.allYears {
		for _, r := range s.byYear[y] {
			for i := range r.Said {
				said := &r.Said[i]
				found[said.Rule] = append(found[said.Rule], hit{r, said})
			}
		}
	}
	return found
}

// rule is a page of the reports in which a rule found something; the first one says
// what the rule is.
func (s *site) rule(b Base, at, n int, found []hit, tallies map[int][]RuleTally) *Rule {
	r := s.Rules[at]
	title := r.Title
	b.Abstract = r.Title.ZH
	b.at(title, Crumb{tongue.Of("规则", "Rules"), b.to("rules/")})
	p := &Rule{
		ID: r.ID, Family: r.Family.Name(),
		Severity: tongue.Of(r.Severity.Word(), r.Severity.String()), Grade: grades[r.Grade], Guard: r.Guard,
		Basis: r.Basis, Formula: r.Formula, Wrong: r.MayBeWrong,
	}
	for _, h := range found {
		p.Hits = append(p.Hits, s.hit(&b, h))
	}
	if n > 1 {
		p.Base = b
		return p
	}
	if s.RuleDoc != nil {
		if doc, err := markdown.Convert([]byte(s.RuleDoc(r.ID)), b.Root); err == nil {
			p.Body = doc.Body
			if !slices.ContainsFunc(doc.Headings, func(h markdown.Heading) bool { return h.Text == history }) {
				p.Since = firstVersion
			}
		}
	}
	if s.Samples != nil {
		for _, one := range s.Samples(r.ID) {
			n := len(p.Samples)
			if n == 0 || p.Samples[n-1].State != answer(one.Status) {
				p.Samples = append(p.Samples, SampleGroup{State: answer(one.Status)})
				n++
			}
			p.Samples[n-1].Samples = append(p.Samples[n-1].Samples, one)
		}
	}
	for _, y := range s.allYears {
		t := tallies[y][at]
		t.Year = s.yearLink(&b, y)
		if t.Apply = t.Pass + t.Fail + t.Hint + t.Unknown; t.Apply > 0 {
			p.Tallies = append(p.Tallies, t)
		}
	}
	p.Base = b
	return p
}

// hit is a report in which a rule spoke, with the first thing it said there.
func (s *site) hit(b *Base, h hit) RuleHit {
	status, _ := h.in.answer(h.said.Rule)
	out := RuleHit{Entry: s.listed(b, h.in), Answer: answer(status), Message: h.said.Message}
	out.At = out.Report.Href + "#findings"
	if h.said.N > 0 {
		out.At = out.Report.Href + "#f" + strconv.Itoa(h.said.N)
	}
	return out
}
