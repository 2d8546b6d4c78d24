package sheet

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"ogi/generator/grid"
	"ogi/generator/han"
)

// Limits of a workbook.
const (
	maxRows    = 5000
	maxColumns = 200
	maxPart    = 12 << 20
)

// A record is one row of a spreadsheet or CSV file, all its cells in order.
type record []grid.Cell

func (r record) filled() (n int, only *grid.Cell) {
	for i := range r {
		if r[i].Text != "" {
			n++
			only = &r[i]
		}
	}
	return n, only
}

// blocks parts the rows of a sheet into prose and tables. A row with one
// filled cell is prose where it is long or reads as a heading or title, or
// stands away from rows with several; else it is a row of the table beside it,
// as 第二十条第（一）项 and rows whose figures are all blank.
func blocks(rows []record, aligned bool) []grid.Block {
	const (
		none = iota
		prose
		short // prose or table, by its neighbours
		table
	)
	kind := make([]int, len(rows))
	for i, r := range rows {
		switch n, only := r.filled(); {
		case n > 1:
			kind[i] = table
		case n == 1 && isProse(only.Text):
			kind[i] = prose
		case n == 1:
			kind[i] = short
		}
	}
	// A short row belongs to the table next to it, empty rows left aside.
	for _, step := range []int{1, -1} {
		last := none
		for k := range rows {
			i := k
			if step < 0 {
				i = len(rows) - 1 - k
			}
			if kind[i] == short && last == table {
				kind[i] = table
			}
			if kind[i] != none {
				last = kind[i]
			}
		}
	}
	var blocks []grid.Block
	for i, r := range rows {
		if kind[i] == none {
			continue
		}
		n := len(blocks)
		if kind[i] == table {
			if n == 0 || blocks[n-1].Table == nil {
				blocks = append(blocks, grid.Block{Table: &grid.Grid{Aligned: aligned}})
				n++
			}
			blocks[n-1].Table.Rows = append(blocks[n-1].Table.Rows, r)
			continue
		}
		_, only := r.filled()
		if n == 0 || blocks[n-1].Table != nil {
			blocks = append(blocks, grid.Block{})
			n++
		}
		blocks[n-1].Lines = append(blocks[n-1].Lines, grid.Line{Text: only.Text, Pos: only.Pos, Marks: only.Marks})
	}
	for _, b := range blocks {
		if b.Table != nil {
			trimWidth(b.Table)
		}
	}
	return blocks
}

// trimWidth drops the empty columns right of the table, which other tables of
// the sheet use, and left of it.
func trimWidth(g *grid.Grid) {
	left, right := -1, 0
	for _, row := range g.Rows {
		for _, c := range row {
			if c.Text != "" {
				right = max(right, c.Col+c.ColSpan)
				if left < 0 || c.Col < left {
					left = c.Col
				}
			}
		}
	}
	for i, row := range g.Rows {
		for len(row) > 0 && row[len(row)-1].Col >= right {
			row = row[:len(row)-1]
		}
		for len(row) > 0 && row[0].Text == "" && row[0].Col+row[0].ColSpan <= left {
			row = row[1:]
		}
		g.Rows[i] = row
	}
}

var (
	heading = regexp.MustCompile(`^\s*[一二三四五六七八九十]+\s*[、.．]`)
	label   = regexp.MustCompile(`(数量|办理|结果|处理)$`)
)

// isProse reports whether the only text of a row is prose or a heading.
func isProse(s string) bool {
	s = han.Fold(s)
	if heading.MatchString(s) {
		return !label.MatchString(s)
	}
	return utf8.RuneCountInString(s) > 45 || strings.Contains(s, "报告") || strings.HasSuffix(s, "。")
}
