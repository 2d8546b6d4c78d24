package layout

import (
	"math"
	"regexp"
	"strings"

	"ogi/generator/grid"
)

// sameColumns reports whether b may go on with a on the next page: the edges
// of the narrower one are all edges of the other, but for one left out.
func sameColumns(a, b *ruled) bool {
	if math.Abs(a.xs[0]-b.xs[0]) > 2*snap || math.Abs(a.xs[len(a.xs)-1]-b.xs[len(b.xs)-1]) > 2*snap {
		return false
	}
	if len(a.xs) != len(b.xs) {
		return false
	}
	for i := range a.xs {
		if math.Abs(a.xs[i]-b.xs[i]) > 2*snap {
			return false
		}
	}
	return true
}

// labelStart is how a label of its own begins; a label cut by a page end goes
// on without.
var labelStart = regexp.MustCompile(`^[（(]?[一二三四五六七八九十0-9]+[)）、.．]`)

var figures = regexp.MustCompile(`^[\d.,，/—-]+$`)

// joinTables appends the rows of b, from the next page, to a. A row torn by
// the page end is put together: where the last row of a and the first of b
// together have each column once, and a label cell that runs over the page
// end goes on.
func joinTables(a, b *grid.Grid) {
	n := len(a.Rows)
	base := b.Rows
	if n == 0 || len(base) == 0 {
		a.Rows = append(a.Rows, base...)
		return
	}
	if torn(a.Rows[n-1], base[0]) {
		for i := range a.Rows[n-1] {
			up, down := &a.Rows[n-1][i], base[0][i]
			if up.Text == "" {
				up.Pos = down.Pos
			}
			up.Text = strings.Trim(up.Text+"\n"+down.Text, "\n")
		}
		// cells that span down from the torn row keep their span
		a.Rows = append(a.Rows, base[1:]...)
		return
	}
	for _, c := range base[0] {
		if up := overhanging(a, c); up != nil && c.Text != "" && !labelStart.MatchString(c.Text) && !figures.MatchString(c.Text) {
			up.Text = strings.Trim(up.Text+"\n"+c.Text, "\n")
			up.RowSpan += c.RowSpan
			base[0] = without(base[0], c.Col)
		} else if up != nil && c.Text == "" && c.RowSpan > 1 {
			up.RowSpan += c.RowSpan
			base[0] = without(base[0], c.Col)
		}
	}
	a.Rows = append(a.Rows, base...)
}

// torn reports whether two rows are the halves of one: same cells, no figure
// in one of them, and the lower half begins no label.
func torn(up, down []grid.Cell) bool {
	if len(up) != len(down) || len(up) < 3 {
		return false
	}
	upFigures, downFigures := 0, 0
	for i := range up {
		if up[i].Col != down[i].Col || up[i].ColSpan != down[i].ColSpan {
			return false
		}
		if figures.MatchString(up[i].Text) {
			upFigures++
		}
		if figures.MatchString(down[i].Text) {
			downFigures++
		}
	}
	label := down[0].Text
	return upFigures*downFigures == 0 && upFigures+downFigures > 0 && label != "" && up[0].Text != "" && !labelStart.MatchString(label)
}

// overhanging is the cell of a that reaches its last row in the columns of c
// and began above it or is a label.
func overhanging(a *grid.Grid, c grid.Cell) *grid.Cell {
	for i := len(a.Rows) - 1; i >= 0; i-- {
		for j := range a.Rows[i] {
			u := &a.Rows[i][j]
			if u.Col == c.Col && i+u.RowSpan >= len(a.Rows) {
				if u.ColSpan == c.ColSpan && u.Text != "" && !figures.MatchString(u.Text) && (u.RowSpan > 1 || c.RowSpan > 1) {
					return u
				}
				return nil
			}
		}
	}
	return nil
}

func without(row []grid.Cell, col int) []grid.Cell {
	var out []grid.Cell
	for _, c := range row {
		if c.Col != col {
			out = append(out, c)
		}
	}
	return out
}
