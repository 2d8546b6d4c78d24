package decode

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"ogi/generator/form"
)

// TestZerosLeftBlank writes reports of small bodies with nothing where a zero
// stands: a number that moved to its neighbour's place is marked.
func TestZerosLeftBlank(t *testing.T) {
	n := uint64(40)
	if full {
		n = 50
	}
	var all tally
	for seed := range n {
		v := sparse(rand.New(rand.NewPCG(seed, 5)), form.F2021)
		for _, make := range sheets {
			s := make(v)
			for _, rows := range s.tables {
				for _, row := range rows {
					for i := range row {
						if row[i] == "0" {
							row[i] = ""
						}
					}
				}
			}
			all.add(compare(t, s.file, s.text(), v, fmt.Sprint(s.name, " seed ", seed)))
		}
	}
	t.Logf("%+v", all)
}
