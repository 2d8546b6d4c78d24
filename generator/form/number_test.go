package form

import "testing"

// A number means one cell, in whatever form it stands, and stays: pages are linked
// to by it.
func TestNumbersMeanOneCellForGood(t *testing.T) {
	of, by := map[int]Key{}, map[Key]int{}
	for _, f := range []*Form{F2021, F2019, F2021OneRow} {
		for _, d := range f.Defs {
			if k, ok := of[d.Number]; ok && k != d.Key || d.Number < 1 {
				t.Errorf("form %s: %d is %s and %s", f.Version, d.Number, k, d.Key)
			}
			if n, ok := by[d.Key]; ok && n != d.Number {
				t.Errorf("form %s: %s is %d and %d", f.Version, d.Key, n, d.Number)
			}
			of[d.Number], by[d.Key] = d.Key, d.Number
		}
	}
	for n := 1; n <= len(of); n++ {
		if of[n] == "" {
			t.Errorf("no cell has the number %d", n)
		}
	}
	for n, want := range map[int]Key{
		1: "proactive.rules.issued", 17: "requests.received.total", 25: "requests.granted.natural_person",
		200: "remedies.suit_after_reconsideration.total", 201: "proactive.rules.made", 226: "requests.other_outcome.total",
	} {
		if of[n] != want {
			t.Errorf("%d is %s, was %s", n, of[n], want)
		}
	}
}
