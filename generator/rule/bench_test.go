package rule_test

import (
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/check"
	"ogi/generator/rule"
)

// BenchmarkCheck judges one report by all rules, last year's at hand.
func BenchmarkCheck(b *testing.B) {
	ar := txtar.Parse([]byte("-- 2023.edit --\n\n-- 2024.edit --\ncell requests.received.total = 96\n"))
	a := load(b, ar)
	e := a.Agency("unit").Report(2024)
	set := check.Ready(a, rule.All, false)
	for b.Loop() {
		set.One(e.Agency, e)
	}
}

// BenchmarkRule judges one report by each rule alone.
func BenchmarkRule(b *testing.B) {
	ar := txtar.Parse([]byte("-- 2023.edit --\n\n-- 2024.edit --\ncell requests.received.total = 96\n"))
	a := load(b, ar)
	e := a.Agency("unit").Report(2024)
	for _, r := range rule.All {
		set := check.Ready(a, []*check.Rule{r}, false)
		b.Run(r.ID, func(b *testing.B) {
			for b.Loop() {
				set.One(e.Agency, e)
			}
		})
	}
}
