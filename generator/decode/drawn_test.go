package decode

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"ogi/generator/form"
)

// A row that lost a cell is no longer as wide as the others, and may by that
// have as many cells as another kind of row: it is not read as it is drawn.
func TestRowThatLostACellIsNotReadAsDrawn(t *testing.T) {
	for seed := range uint64(12) {
		v := sparse(rand.New(rand.NewPCG(seed, 2)), form.F2021)
		base := shortTabs(v)
		for i, row := range base.tables[1] {
			if i < 3 || row[0] == "" {
				continue // heads, and rows that begin with a placeholder
			}
			for at := range row {
				s := base.copy()
				s.tables[1][i] = append(row[:at:at], row[at+1:]...)
				n := compare(t, s.file, s.text(), v, fmt.Sprintf("seed %d row %d without cell %d", seed, i, at))
				if n.silent+n.misread > 0 {
					t.Errorf("seed %d row %d without cell %d: %+v", seed, i, at, n)
				}
			}
		}
	}
}
