package rule

import (
	"slices"

	"ogi/generator/check"
	"ogi/generator/fact"
)

type factsKey struct{}

// facts are the counts that the prose of the report states, read once for all
// rules.
func facts(p *check.Run) *fact.Reading {
	return p.Memo(factsKey{}, func() any {
		also := slices.Clone(p.Agency.Aliases)
		for _, n := range p.Agency.Names {
			also = append(also, n.Name)
		}
		return fact.Report(p.Report, fact.Context{Year: p.Entry.Year, Agency: p.Agency.Name, Also: also})
	}).(*fact.Reading)
}

// clearly are the clear statements of one kind.
func clearly(p *check.Run, k fact.Kind) []fact.Fact {
	return slices.DeleteFunc(facts(p).Of(k), func(f fact.Fact) bool { return !f.Clear() })
}

// feesApply reports whether the fee rules apply: the fee exists since 2021.
func feesApply(p *check.Run) bool {
	return p.Entry.Year >= 2021 && p.Report.Form.Version != "free"
}
