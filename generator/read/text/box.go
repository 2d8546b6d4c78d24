package text

import (
	"slices"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// Boxes are tables drawn with characters, each row between two rulers:
//
//	+------+------+        ┌──────┬──────┐
//	| 规章 |    3 |        │ 规章 │    3 │
//	+------+------+        ├──────┴──────┤
//
// A cell may have several lines, and span rows and columns. Where bars and
// corners stand one below the other the columns are true ones.

// mostEdges is far above the columns of a report's table.
const mostEdges = 100

// parts reports whether a bar or a corner stands at a display column.
func (l *boxLine) parts(col int) bool {
	k := l.at(col)
	if k < 0 {
		return false
	}
	u := l.runes[k]
	return isAnyBar(u) || isJunction(u) && l.corner(k)
}

// corner reports whether a junction is one: a plus sign has dashes at a side.
func (l *boxLine) corner(k int) bool {
	return l.runes[k] != '+' || k > 0 && isRuleRune(l.runes[k-1]) || k+1 < len(l.runes) && isRuleRune(l.runes[k+1])
}

// A boxCell is a cell while its box is read.
type boxCell struct {
	a, b     int // display columns of its edges
	row, end int
	lines    []lineSpan
}

// box reads the box that begins at a line, and gives the line behind it. It
// gives the line itself if there is no box, or its bars do not stand one below
// the other.
func (r *reader) box(i int) int {
	first, _ := r.text(i)
	if !isBoxRuler(strings.TrimFunc(first, kit.IsSpace)) {
		return i
	}
	end, rulers := i, 0
	edges := map[int]bool{}
	edge := r.measure(i, 1).end()
	for ; end < len(r.kinds); end++ {
		l := r.measureAs(end, func(l *boxLine) bool { return l.end() == edge })
		k := slices.IndexFunc(l.runes, func(u rune) bool { return !kit.IsSpace(u) })
		if k < 0 || !isAnyBar(l.runes[k]) && !isJunction(l.runes[k]) {
			break
		}
		ruled := false
		for j, u := range l.runes {
			if isJunction(u) && l.corner(j) {
				edges[l.cols[j]] = true
				ruled = true
			}
		}
		if ruled {
			rulers++
		}
	}
	if rulers < fewestRulers || len(edges) > mostEdges {
		return i
	}
	var cols []int
	for c := range edges {
		cols = append(cols, c)
	}
	slices.Sort(cols)
	cells, ok := r.boxCells(i, end, cols)
	if !ok {
		return i
	}
	r.emitBox(cells, cols)
	return end
}

// boxCells follows the cells of a box down its lines.
func (r *reader) boxCells(from, to int, cols []int) ([]*boxCell, bool) {
	var all, open []*boxCell
	row := 0
	shut := func(a, b int) {
		open = slices.DeleteFunc(open, func(c *boxCell) bool {
			if c.a < b && a < c.b {
				c.end = row
				return true
			}
			return false
		})
	}
	left, right := cols[0], cols[len(cols)-1]
	for i := from; i < to; i++ {
		l := r.measureAs(i, func(l *boxLine) bool { return l.parts(right) })
		if !l.parts(left) || !l.parts(right) {
			return nil, false
		}
		ruled := false
		a := left
		var rules, texts [][2]int
		for _, b := range cols[1:] {
			if !l.parts(b) {
				continue
			}
			x, y := l.at(a)+1, l.at(b)
			rule := y > x
			for _, u := range l.runes[x:y] {
				rule = rule && (isRuleRune(u) || isJunction(u))
			}
			if rule {
				ruled = true
				rules = append(rules, [2]int{a, b})
			} else {
				texts = append(texts, [2]int{a, b})
			}
			a = b
		}
		if ruled {
			row++
		}
		for _, s := range rules {
			shut(s[0], s[1])
		}
		for _, s := range texts {
			k := slices.IndexFunc(open, func(c *boxCell) bool { return c.a == s[0] && c.b == s[1] })
			if k < 0 {
				shut(s[0], s[1])
				c := &boxCell{a: s[0], b: s[1], row: row}
				all, open = append(all, c), append(open, c)
				k = len(open) - 1
			}
			open[k].lines = append(open[k].lines, lineSpan{l.offs[l.at(s[0])+1], l.offs[l.at(s[1])]})
		}
	}
	row++
	shut(left, right)
	return all, true
}

// emitBox gives the cells of a box as a table, or in order as prose if it only
// lays out a page.
func (r *reader) emitBox(cells []*boxCell, cols []int) {
	slices.SortStableFunc(cells, func(x, y *boxCell) int {
		if x.row != y.row {
			return x.row - y.row
		}
		return x.a - y.a
	})
	var rows [][]grid.Cell
	last := -1
	for _, c := range cells {
		k, _ := slices.BinarySearch(cols, c.a)
		j, _ := slices.BinarySearch(cols, c.b)
		if c.row != last {
			rows = append(rows, nil)
			last = c.row
		}
		var lines kit.CellLines
		for _, s := range c.lines {
			t := r.cell(s.from, s.to, k)
			r.unmark(&t)
			lines.GoOn(t)
		}
		cell := lines.End()
		cell.Col, cell.ColSpan, cell.RowSpan = k, j-k, max(1, c.end-c.row)
		rows[len(rows)-1] = append(rows[len(rows)-1], cell)
	}
	r.drawnTable(rows)
}
