package rule

import (
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
)

// kindCells are the totals that show whether prose and table speak of the same
// body.
var kindCells = []struct {
	kind fact.Kind
	is   []amount
}{
	{fact.Received, receivedAmounts},
	{fact.Handled, []amount{cells("requests.outcomes_total.total")}},
	{fact.CarriedIn, []amount{cells("requests.carried_in.total")}},
	{fact.CarriedOut, []amount{cells("requests.carried_out.total")}},
	{fact.Reviews, []amount{cells("remedies.reconsideration.total")}},
	{fact.Suits, suitAmounts},
}

// witnessAt is the least value that agrees by more than chance.
const witnessAt = 10

// sameScope reports whether a statement speaks of the bodies the table counts.
// A department's report is about itself unless it says otherwise. Where the
// scope of the table is not said, another count in the same words that agrees
// with it tells.
func sameScope(p *check.Run, f fact.Fact) bool {
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
	for _, w := range kindCells {
		if w.kind == f.Kind {
			continue
		}
		for _, g := range facts(p).Of(w.kind) {
			if g.Clear() && alike(g.Scope, f.Scope) && g.Value.Cmp(report.Int(witnessAt)) >= 0 && agreesWith(p, g, w.is) {
				return true
			}
		}
	}
	return false
}

// governmentOffice reports whether a department is the office of a government:
// its prose often counts what the government received.
func governmentOffice(name string) bool { return strings.Contains(name, "政府办公") }

func alike(a, b fact.Scope) bool {
	return a == b || a <= fact.Own && b <= fact.Own
}
