package rule

import (
	"ogi/generator/check"
	"ogi/generator/fact"
)

type factsKey struct{}

// facts are the counts that the prose of the report states, read once for all
// rules.
func facts(p *check.Run) *fact.Reading {
	return p.Memo(factsKey{}, func() any {
		return fact.Report(p.Report, fact.Context{Year: p.Entry.Year, Agency: p.Agency.Name})
	}).(*fact.Reading)
}
