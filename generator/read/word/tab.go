package word

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// tabbed makes tables of paragraphs whose cells are parted by tabs, as text
// that was pasted into Word has them. A run counts as one with three such
// paragraphs, one of them of three cells; a short paragraph between two of them
// is a row of one cell.
func tabbed(blocks []grid.Block) []grid.Block {
	var out []grid.Block
	for _, b := range blocks {
		if b.Table != nil || b.Heading > 0 || b.Veil > 0 {
			out = append(out, b)
			continue
		}
		from := 0 // of the prose not yet given
		for i := 0; i < len(b.Lines); {
			n, table := tabRun(b.Lines[i:])
			if !table {
				i += max(1, n)
				continue
			}
			if i > from {
				out = append(out, grid.Block{Lines: b.Lines[from:i:i]})
			}
			out = append(out, grid.Block{Table: tabTable(b.Lines[i : i+n])})
			i += n
			from = i
		}
		if from < len(b.Lines) {
			out = append(out, grid.Block{Lines: b.Lines[from:]})
		}
	}
	return out
}

// tabRun is how many of the lines, from the first on, have cells parted by
// tabs, and whether they are a table.
func tabRun(lines []grid.Line) (n int, table bool) {
	if !strings.Contains(lines[0].Text, "\t") {
		return 0, false
	}
	end, rows, widest := 0, 0, 0
	for i, l := range lines {
		if cells := 1 + strings.Count(l.Text, "\t"); cells > 1 {
			end, rows, widest = i+1, rows+1, max(widest, cells)
		} else if i > end || utf8.RuneCountInString(l.Text) > 60 {
			break
		}
	}
	return end, rows >= 3 && widest >= 3
}

func tabTable(lines []grid.Line) *grid.Grid {
	g := &grid.Grid{}
	for _, l := range lines {
		var row []grid.Cell
		from := 0
		for i, text := range strings.Split(l.Text, "\t") {
			in, at := kit.Trim(text, from)
			row = append(row, grid.Cell{Text: in, Marks: grid.Looked(grid.Cut(l.Marks.Spans(), at, at+len(in))), Pos: l.Pos, Col: i, RowSpan: 1, ColSpan: 1})
			from += len(text) + 1
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}
