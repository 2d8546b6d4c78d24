package form

import (
	"slices"
	"strings"
	"testing"
)

// The sums of the forms, as their files have them.
func TestSumsOfTheForms(t *testing.T) {
	for _, f := range []*Form{F2021, F2021OneRow, F2019} {
		outcomes := len(f.Rows(Three)) - 4
		for k, want := range map[SumKind][3]int{Across: {len(f.Rows(Three)), 6, 1}, Downwards: {7, outcomes, 1}, Balance: {7, 2, 2}} {
			sums := f.Sums(Three, k)
			if len(sums) != want[0] {
				t.Errorf("%s: %d sums of kind %d", f.Version, len(sums), k)
			}
			for _, s := range sums {
				if s.Kind != k || len(s.Left) != want[1] || len(s.Right) != want[2] {
					t.Errorf("%s: %v = %v", f.Version, f.Keys(s.Left), f.Keys(s.Right))
				}
			}
		}
		if got := f.Sums(Four, Across); len(got) != 3 || len(f.Sums(Two, Across)) > 0 || len(f.Sums(Four, Balance)) > 0 {
			t.Errorf("%s: sums of table four %v", f.Version, got)
		}
	}
	f := F2021
	for _, c := range []struct {
		key         Key
		kind        SumKind
		left, right string
	}{
		{
			"requests.granted.other", Across,
			"requests.granted.natural_person requests.granted.enterprise requests.granted.research requests.granted.public_welfare requests.granted.legal_service requests.granted.other",
			"requests.granted.total",
		},
		{
			"requests.carried_out.total", Balance,
			"requests.received.total requests.carried_in.total", "requests.outcomes_total.total requests.carried_out.total",
		},
		{
			"remedies.direct_suit.total", Across,
			"remedies.direct_suit.upheld remedies.direct_suit.corrected remedies.direct_suit.other remedies.direct_suit.pending", "remedies.direct_suit.total",
		},
	} {
		s := f.SumOf(f.Index(c.key), c.kind)
		if got := strings.Join(f.Keys(s.Left), " "); got != c.left {
			t.Errorf("%s: the left is %s", c.key, got)
		}
		if got := strings.Join(f.Keys(s.Right), " "); got != c.right {
			t.Errorf("%s: the right is %s", c.key, got)
		}
	}
	for key, want := range map[Key]int64{"requests.received.total": 1, "requests.carried_out.other": -1, "requests.granted.other": 0} {
		if got := f.Side(f.Index(key), Balance); got != want {
			t.Errorf("%s is on side %d of the balance", key, got)
		}
	}
	first := f.Index("remedies.reconsideration.upheld")
	if s := f.Sums(Four, Across)[1].From(first); !slices.Equal(s.Left, []int{5, 6, 7, 8}) || !slices.Equal(s.Right, []int{9}) {
		t.Errorf("counted from the first cell of table four: %v", s)
	}
	if s := f.SumOf(f.Index("proactive.rules.issued"), Across); s != nil {
		t.Errorf("table two adds up: %v", s)
	}
	down := f.SumOf(f.Index("requests.outcomes_total.research"), Downwards)
	if got := f.Keys(down.Left); got[0] != "requests.granted.research" || got[len(got)-1] != "requests.other_outcome.other.research" {
		t.Errorf("the outcomes are %v", got)
	}
	if over := down.Over(func(i int) int64 { return int64(i) }); over == 0 {
		t.Error("places are no figures that add up")
	}
	if got := F2019.Outcomes(); !slices.Contains(got, "requests.other_outcome") || len(got) != 19 {
		t.Errorf("outcomes of 2019: %v", got)
	}
	if got := Free.Outcomes(); got != nil {
		t.Errorf("a free form has outcomes %v", got)
	}
}
