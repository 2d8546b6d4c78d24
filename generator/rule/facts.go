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
