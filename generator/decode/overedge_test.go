package decode_test

import (
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// What is wider than its cell in a PDF is drawn over the next one: neither is
// read as a number, be the next one filled or blank.
func TestWiderThanItsCellIsReadInNeither(t *testing.T) {
	for _, wide := range []string{"2024-01-05", "2024/01/05", "2024.01.05", "20240105-1"} {
		for _, next := range []string{"", "7", "54724"} {
			s := specimen.Random(3, specimen.Options{Distinct: true, Max: 3000})
			at := s.Form.At("requests.carried_in", "enterprise")
			s.Print(s.Form.Defs[at].Key, wide)
			s.Print(s.Form.Defs[at+1].Key, next)
			r := decoded(t, "2024.pdf", s.MustWrite(specimen.PDF))
			for i := at - 1; i <= at+1; i++ {
				d, c := s.Form.Defs[i], r.Cells[i]
				if right := form.Key(s.Printed(d.Key)); c.State == report.Number && c.Value.String() != right {
					t.Errorf("%s beside %q: %s reads %s (%q)", wide, next, d.Key, c.Value, c.Raw)
				}
			}
		}
	}
}
