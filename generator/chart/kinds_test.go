package chart

import (
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/golden"
)

// assets/js/kinds.js is what this package makes.
func TestKindsAreAsTheirAsset(t *testing.T) {
	golden.Compare(t, "../../assets/js/kinds.js", Kinds())
}

// The cells of a kind are those of the forms: a chart of one report is never filled
// with numbers of other rows.
func TestKindsNameTheirCells(t *testing.T) {
	keys := map[int]form.Key{}
	for _, f := range []*form.Form{form.F2021, form.F2019, form.F2021OneRow} {
		for _, d := range f.Defs {
			keys[d.Number] = d.Key
		}
	}
	ks := kinds()
	for _, c := range []struct {
		kind, series, at int
		want             []form.Key
	}{
		{0, 0, 0, []form.Key{"requests.granted.natural_person"}},
		{0, 5, 5, []form.Key{
			"requests.other_outcome.not_supplemented.other", "requests.other_outcome.fee_unpaid.other", "requests.other_outcome.other.other", "requests.other_outcome.other",
		}},
		{1, 0, 10, []form.Key{"requests.denied.state_secret.total"}},
		{1, 1, 0, []form.Key{"requests.unavailable.unclear.total"}},
		{1, 0, 0, nil},
		{2, 1, 2, []form.Key{"remedies.reconsideration.corrected"}},
		{2, 3, 0, []form.Key{"remedies.suit_after_reconsideration.pending"}},
	} {
		got := ks[c.kind].Cells[c.series][c.at]
		for i, n := range got {
			if len(got) != len(c.want) || keys[n] != c.want[i] {
				t.Errorf("%s, series %d, %d: %v (%s), want %v", ks[c.kind].Name, c.series, c.at, got, keys[n], c.want)
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%s, series %d, %d: %v, want %v", ks[c.kind].Name, c.series, c.at, got, c.want)
		}
	}
}
