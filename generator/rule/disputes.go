package rule

import (
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
)

const (
	reviews     = "remedies.reconsideration.total"
	suitsDirect = "remedies.direct_suit.total"
	suitsAfter  = "remedies.suit_after_reconsideration.total"
	received    = "requests.received.total"
	carriedIn   = "requests.carried_in.total"
	handled     = "requests.outcomes_total.total"
)

// disputes is the number of reviews and suits in table four.
func disputes(r *report.Report) reading {
	sum := reading{plain: true, known: true}
	for _, k := range []form.Key{reviews, suitsDirect, suitsAfter} {
		c := read(r.Cell(k))
		sum.n, sum.plain, sum.known = sum.n.Add(c.n), sum.plain && c.plain, sum.known && c.known
	}
	return sum
}

// tableFour reports whether there is a table four with tables three beside it.
func tableFour(p *check.Run) bool {
	if p.Report.Form == form.Free || !p.Report.Table(form.Four).Found || !p.Report.Table(form.Three).Found {
		p.NA()
		return false
	}
	return true
}
