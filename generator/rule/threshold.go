package rule

import (
	"ogi/generator/check"
	"ogi/generator/config"
)

// limits are the thresholds of the rules that weigh, as site.toml sets them,
// else our own.
func limits(p *check.Run) config.Thresholds {
	t := p.Site.Thresholds
	for _, l := range []struct {
		at  *int
		our int
	}{
		{&t.RepeatsLastYear, 90},
		{&t.RepeatsLastYearHint, 75},
		{&t.CopiesAnother, 80},
		{&t.CopiesAnotherHint, 50},
		{&t.SameProblems, 85},
		{&t.MagnitudeJump, 10},
		{&t.EmptyProblems, 30},
		{&t.ProseTooShortToMatch, 400},
	} {
		if *l.at <= 0 {
			*l.at = l.our
		}
	}
	return t
}

func share(percent int) float64 { return float64(percent) / 100 }
