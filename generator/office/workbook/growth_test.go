package workbook

import (
	"fmt"
	"slices"
	"testing"

	"ogi/generator/internal/growth"
)

// A workbook takes time as it has cells, also where they are all in one row, as
// those of a sum with a unit a column.
func TestTimeGrowsWithCells(t *testing.T) {
	for name, write := range map[string]func(w *Book, n int){
		"columns": func(w *Book, n int) {
			w.Columns(append([]float64{6, 38}, slices.Repeat([]float64{12}, n)...))
			for range 3 {
				w.Row(slices.Repeat([]string{"5"}, n+2), nil)
				w.Mark(w.Number, 1, n+2)
			}
		},
		"rows": func(w *Book, n int) {
			w.Columns([]float64{6, 38})
			for i := range n {
				w.Row([]string{"5", fmt.Sprintf("青禾县第%d局", i)}, []float64{6, 38})
				w.Mark(w.Doubt, 1, 1)
			}
		},
		// The library looks through all links for each: they are as many as units.
		"links": func(w *Book, n int) {
			for i := range n / 4 {
				w.Row([]string{"青禾县"}, nil)
				w.Link(1, fmt.Sprintf("修改意见表/%d.docx", i))
			}
		},
	} {
		growth.Work(t, name, func(size int) func() {
			return func() {
				w := New("a")
				write(w, size/16)
				if _, err := w.Bytes(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}
