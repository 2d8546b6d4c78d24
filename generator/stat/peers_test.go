package stat

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"ogi/generator/report"
)

// Quotients are told apart as exactly as by fractions.
func TestQuotientsCompareAsFractions(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	draw := func() report.Decimal {
		d := report.Decimal{Unscaled: rng.Int64N(5)}
		switch rng.IntN(4) {
		case 0:
			d.Unscaled = rng.Int64() // products that take more than 64 bits
		case 1:
			d.Scale = uint8(rng.IntN(3))
		}
		return d
	}
	seen := map[int]int{}
	for range 20_000 {
		q, o := quotient{draw(), draw()}, quotient{draw(), draw()}
		if q.den.IsZero() || o.den.IsZero() {
			continue
		}
		want := new(big.Rat).Quo(rat(q.num), rat(q.den)).Cmp(new(big.Rat).Quo(rat(o.num), rat(o.den)))
		if got := q.cmp(o); got != want {
			t.Fatalf("%+v and %+v: %d, want %d", q, o, got, want)
		}
		seen[want]++
	}
	if len(seen) != 3 {
		t.Error(seen)
	}
}
