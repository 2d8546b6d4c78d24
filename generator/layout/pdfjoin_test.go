package layout

import (
	"testing"

	"ogi/generator/grid"
)

// A row torn by the end of a page is put together; a head at its foot and the
// row of figures below are two.
func TestRowsTornByAPageEnd(t *testing.T) {
	cells := func(texts ...string) []grid.Cell {
		var row []grid.Cell
		for i, s := range texts {
			row = append(row, grid.Cell{Text: s, Col: i, RowSpan: 1, ColSpan: 1})
		}
		return row
	}
	for _, c := range []struct {
		why      string
		up, down []grid.Cell
		want     int
	}{
		{"the label goes on below the figures", cells("行政规范", "3", "0", "10"), cells("性文件", "", "", ""), 1},
		{"the figures stand below the label", cells("行政规范", "", "", ""), cells("性文件", "3", "0", "10"), 1},
		{"a head above figures", cells("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), cells("规章", "0", "0", "0"), 2},
		{"two rows of figures", cells("规章", "0", "0", "0"), cells("行政规范性文件", "3", "0", "10"), 2},
	} {
		a, b := &grid.Grid{Rows: [][]grid.Cell{c.up}}, &grid.Grid{Rows: [][]grid.Cell{c.down}}
		joinTables(a, b)
		if len(a.Rows) != c.want {
			t.Errorf("%s: %d rows, want %d: %v", c.why, len(a.Rows), c.want, a.Rows)
		}
	}
}
