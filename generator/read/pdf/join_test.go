package pdf

import (
	"testing"

	"ogi/generator/grid"
	"ogi/generator/place"
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

// A figure that was broken in a narrow cell ends in a bare number on a line of
// its own; at the foot of a page it is no page number.
func TestBrokenFigureIsNoPageNumber(t *testing.T) {
	line := func(text string, y float64) textLine {
		return textLine{text: text, box: place.Box{X0: 400, Y0: y, X1: 440, Y1: y + 12}}
	}
	if !touches([]textLine{line("新收 40 35 2332", 100), line("9", 88)}, 1) {
		t.Error("a number right under a row is a page number")
	}
	if touches([]textLine{line("新收 40 35 2332", 100), line("9", 60)}, 1) {
		t.Error("a number in the margin is none")
	}
}

// The looks of a cell that goes on over the end of a page stay with their piece.
func TestLooksOfAJoinedCell(t *testing.T) {
	up, down := grid.Cell{Text: "公开", RowSpan: 2}, grid.Cell{Text: "信息2", Marks: grid.Looked([]grid.Span{{From: 6, To: 7, Look: grid.Raised}})}
	goOnIn(&up, &down)
	if up.Text != "公开\n信息2" || up.Marks.Looks[0].From != 13 {
		t.Errorf("got %q, %v", up.Text, up.Marks.Looks)
	}
}
