package rule

import (
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
)

// witnessAt is the least value that agrees by more than chance.
const witnessAt = 10

// sameScope reports whether a statement speaks of the bodies the table counts.
// A department's report is about itself unless it says otherwise. Where the
// scope of the table is not said, another count in the same words that agrees
// with it tells.
func sameScope(p *check.Run, f *fact.Fact) bool {
	if f.Scope == fact.Named || f.Scope == fact.Proxy {
		return false
	}
	switch p.Entry.Scope() {
	case report.ScopeOwn:
		return f.Scope == fact.Own || f.Scope == fact.Unsaid
	case report.ScopeArea:
		if f.Scope == fact.Area {
			return true
		}
	default:
		if p.Entry.Meta.Scope == "" && p.Agency.Kind != archive.Government && !governmentOffice(p.Agency.Name) && f.Scope != fact.Area {
			return true
		}
	}
	return slices.ContainsFunc(facts(p).Facts, func(g fact.Fact) bool {
		c, ok := countOf(g.Kind)
		return ok && c.body && g.Kind != f.Kind && g.Clear() && alike(g.Scope, f.Scope) && g.Value.Cmp(report.Int(witnessAt)) >= 0 && agrees(p, &g)
	})
}

// governmentOffice reports whether a department is the office of a government:
// its prose often counts what the government received.
func governmentOffice(name string) bool { return strings.Contains(name, "政府办公") }

func alike(a, b fact.Scope) bool {
	return a == b || a <= fact.Own && b <= fact.Own
}
