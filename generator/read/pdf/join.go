package pdf

import (
	"math"
	"regexp"
	"slices"

	"ogi/generator/grid"
)

// sameColumns reports whether b may go on with a on the next page or in the next
// column: they are as wide, and the edges of one are all edges of the other.
func sameColumns(a, b *ruled) bool {
	few, many := a.xs, b.shifted(a)
	if math.Abs(few[len(few)-1]-many[len(many)-1]) > 2*snap {
		return false
	}
	if len(few) > len(many) {
		few, many = many, few
	}
	for _, x := range few {
		if math.Abs(many[near(many, x)]-x) > 2*snap {
			return false
		}
	}
	return true
}

// goesOn reports whether b goes on with a; an open column of b goes with it where
// a has one there.
func (a *ruled) goesOn(b *ruled) bool {
	if sameColumns(a, b) {
		return true
	}
	for at, x := range b.open {
		if x == 0 {
			continue
		}
		if wide := (&ruled{xs: slices.Clone(b.xs)}); at == 0 {
			wide.xs = append([]float64{x}, b.xs...)
			if !sameColumns(a, wide) {
				continue
			}
		} else if wide.xs = append(wide.xs, x); !sameColumns(a, wide) {
			continue
		}
		b.widen(at)
		return true
	}
	return false
}

// shifted are the edges of b with its left one where that of a is; on one sheet
// columns stand side by side.
func (t *ruled) shifted(a *ruled) []float64 {
	if math.Abs(t.xs[0]-a.xs[0]) <= 2*snap {
		return t.xs
	}
	out := make([]float64, len(t.xs))
	for i, x := range t.xs {
		out[i] = x - t.xs[0] + a.xs[0]
	}
	return out
}

// recolumn counts the columns of g by the edges to instead of from.
func recolumn(g *grid.Grid, from, to []float64) {
	for i := range g.Rows {
		for j := range g.Rows[i] {
			c := &g.Rows[i][j]
			left, right := near(to, from[c.Col]), near(to, from[min(c.Col+c.ColSpan, len(from)-1)])
			c.Col, c.ColSpan = left, max(1, right-left)
		}
	}
}

// labelStart is how a label of its own begins; a label cut by a page end goes
// on without.
var labelStart = regexp.MustCompile(`^[（(]?[一二三四五六七八九十0-9]+[)）、.．]`)

var figures = regexp.MustCompile(`^[\d.,，/—-]+$`)

// joinTables appends the rows of b, from the next page, to a. A label cell
// that runs over the page end goes on, and a row torn by it is put together.
func joinTables(a, b *grid.Grid) {
	n := len(a.Rows)
	if n == 0 || len(b.Rows) == 0 {
		a.Rows = append(a.Rows, b.Rows...)
		return
	}
	var over []*grid.Cell
	for _, c := range b.Rows[0] {
		up := overhanging(a, c)
		if up == nil || c.Text != "" && (labelStart.MatchString(c.Text) || figures.MatchString(c.Text)) || c.Text == "" && c.RowSpan == 1 && up.RowSpan == 1 {
			continue
		}
		goOnIn(up, &c)
		up.RowSpan += c.RowSpan
		over = append(over, up)
		b.Rows[0] = without(b.Rows[0], c.Col)
	}
	rows := b.Rows
	if up, down := ownCells(a.Rows[n-1]), ownCells(b.Rows[0]); torn(up, down) {
		for i, u := range up {
			if u.Text == "" {
				u.Pos = down[i].Pos
			}
			goOnIn(u, down[i])
			b.Rows[0] = without(b.Rows[0], down[i].Col)
		}
		if len(b.Rows[0]) == 0 {
			rows = rows[1:]
			for _, u := range over {
				u.RowSpan--
			}
		}
	}
	a.Rows = append(a.Rows, rows...)
}

// goOnIn adds the text of the next page to that of a cell.
func goOnIn(c, more *grid.Cell) {
	if c.Text != "" && more.Text != "" {
		c.Text += "\n"
	}
	c.Marks = grid.Looked(grid.Shift(slices.Clip(c.Marks.Spans()), more.Marks.Spans(), len(c.Text)))
	c.Text += more.Text
}

// ownCells are the cells that stand in one row alone.
func ownCells(row []grid.Cell) []*grid.Cell {
	var out []*grid.Cell
	for i := range row {
		if row[i].RowSpan == 1 {
			out = append(out, &row[i])
		}
	}
	return out
}

// torn reports whether two rows are the halves of one: same cells, all figures
// in one of them and nothing in their places in the other, and the lower half
// begins no label.
func torn(up, down []*grid.Cell) bool {
	if len(up) != len(down) || len(up) < 3 {
		return false
	}
	upFigures, downFigures := 0, 0
	for i := range up {
		if up[i].Col != down[i].Col || up[i].ColSpan != down[i].ColSpan {
			return false
		}
		x, y := figures.MatchString(up[i].Text), figures.MatchString(down[i].Text)
		switch {
		case x && down[i].Text != "" || y && up[i].Text != "":
			return false
		case x:
			upFigures++
		case y:
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
