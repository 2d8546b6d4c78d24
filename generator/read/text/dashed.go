package text

import (
	"strings"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// Dashed tables are those of converters that draw no bars: a ruler of several
// dashes shows where the columns are.
//
//	------------ ----------
//	规章         3
//	行政许可     12
//	------------ ----------
//
// Rows that have several lines are parted by blank ones.

// dashedColumns gives the display columns at which the dashes of a ruler begin;
// fewer than two are no ruler of columns.
func dashedColumns(s string) []int {
	var cols []int
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '-', '=':
			if i == 0 || s[i-1] == ' ' {
				cols = append(cols, i)
			}
		case ' ':
		default:
			return nil
		}
	}
	return cols
}

// longestHead bounds the lines of a head above its ruler.
const longestHead = 60

// farthestRuler bounds the lines between two rulers of one table.
const farthestRuler = 400

// A dashedTable is where a table without bars was found.
type dashedTable struct {
	end   int   // the line behind it
	lines []int // its lines; -1 for rulers and blank lines
	cols  []int // display columns at which its cells begin
	gaps  bool  // blank lines part its rows
}

// findDashed finds the dashed tables of the text and marks their first lines.
func (r *reader) findDashed() {
	for i := 0; i < len(r.kinds); i++ {
		cols := r.ruler(i)
		if len(cols) < 2 {
			continue
		}
		start := i
		for j := i - 1; j >= 0 && i-j <= longestHead && r.kinds[j] == proseLine; j-- {
			if c := r.ruler(j); len(c) > 0 {
				if len(c) == 1 && c[0] <= cols[0] {
					start = j
				}
				break
			}
			if !r.fits(j, cols) {
				break
			}
			if i-j == 1 {
				start = j // a head of one line, without a ruler above it
			} else if start == i-1 {
				start = i // more than one: that is prose
			}
		}
		t := dashedTable{cols: cols}
		t.end = r.dashedEnd(start, i, &t)
		if t.end <= i+1 {
			continue
		}
		r.found(start, func(int) int { return r.dashedRows(t) })
		i = t.end - 1
	}
}

// ruler gives the columns of a line that is a ruler of dashes.
func (r *reader) ruler(i int) []int {
	if r.kinds[i] != proseLine {
		return nil
	}
	s, _ := r.text(i)
	s = strings.TrimRightFunc(s, kit.IsSpace)
	cols := dashedColumns(s)
	if len(cols) == 0 || len(s)-cols[0] < 5 {
		return nil
	}
	return cols
}

// dashedEnd gathers the lines of the table whose first ruler of columns is
// given, and gives the line behind it: behind the last ruler or, with a head
// above the ruler, before the next blank line.
func (r *reader) dashedEnd(start, ruler int, t *dashedTable) int {
	end, keep := -1, 0
	for j := start; j < len(r.kinds); j++ {
		blank := r.kinds[j] == blankLine
		switch {
		case len(r.ruler(j)) > 0:
			t.lines = append(t.lines, -1)
			if j > ruler {
				end, keep = j+1, len(t.lines)
				if j+1 == len(r.kinds) || r.kinds[j+1] == blankLine || !r.rulerAhead(j+1, t.cols) {
					t.lines = t.lines[:keep]
					return end
				}
			}
			continue
		case blank && j > ruler && r.rulerAhead(j, t.cols):
			t.gaps = true
			t.lines = append(t.lines, -1)
			continue
		case !blank && r.fits(j, t.cols):
			t.lines = append(t.lines, j)
			continue
		}
		if end < 0 && start < ruler {
			return j
		}
		break
	}
	t.lines = t.lines[:keep]
	return end
}

// rulerAhead reports whether another ruler of the table follows.
func (r *reader) rulerAhead(i int, cols []int) bool {
	for end := min(len(r.kinds), i+farthestRuler); i < end; i++ {
		if r.kinds[i] == blankLine {
			continue
		}
		if len(r.ruler(i)) > 0 {
			return true
		}
		if r.kinds[i] != proseLine || !r.fits(i, cols) {
			return false
		}
	}
	return false
}

// fits reports whether a line leaves the room between the columns blank.
func (r *reader) fits(i int, cols []int) bool {
	return r.byColumns(i, cols).blankBefore(cols)
}

// byColumns lays a line out so that it leaves that room blank, if it can.
func (r *reader) byColumns(i int, cols []int) *boxLine {
	return r.measureAs(i, func(l *boxLine) bool { return l.blankBefore(cols) })
}

// dashedRows gives the lines of a dashed table as rows: each line one, or all
// between two blank ones.
func (r *reader) dashedRows(t dashedTable) int {
	at, cols, gaps := t.lines, t.cols, t.gaps
	var rows [][]grid.Cell
	var row []kit.CellLines
	end := func() {
		if row != nil {
			rows, row = append(rows, ended(row)), nil
		}
	}
	for _, i := range at {
		if i < 0 {
			end()
			continue
		}
		l := r.byColumns(i, cols)
		if row == nil {
			row = make([]kit.CellLines, len(cols))
			for k := range row {
				row[k].Cell = grid.Cell{Col: k, RowSpan: 1, ColSpan: 1}
			}
		}
		for k, c := range cols {
			from, to := l.offs[len(l.runes)], l.offs[len(l.runes)]
			if j := l.at(c); j >= 0 {
				from = l.offs[j]
			}
			if k+1 < len(cols) {
				if j := l.at(cols[k+1]); j >= 0 {
					to = l.offs[j]
				}
			}
			t := r.cell(from, to, k)
			r.unmark(&t)
			row[k].GoOn(t)
		}
		if !gaps {
			end()
		}
	}
	end()
	r.drawnTable(rows)
	return t.end
}
