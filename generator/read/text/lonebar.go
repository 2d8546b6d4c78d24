package text

import (
	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// A converter of web pages that writes each cell as a paragraph and each border
// as another puts the bars on lines of their own:
//
//	一、本年新收政府信息公开申请数量
//	|
//	3
//	|
//
//	|
//
// Each bar ends a cell, so blank cells are kept: nothing stands before theirs.

// fewestLoneBars is the least number of such bars in a text.
const fewestLoneBars = 12

// findLoneBars finds the tables before prose takes their cells.
func (r *reader) findLoneBars() {
	lone, others := 0, 0
	for i, k := range r.kinds {
		switch {
		case k != pipeLine:
		case r.isLoneBar(i):
			lone++
		default:
			others++
		}
	}
	if lone < fewestLoneBars || others*5 > lone {
		return
	}
	tables := map[int][]lineRange{} // the cells of each, by its first line
	start, bar := -1, -1            // of the table, and its last bar
	for i := range r.kinds {
		if !r.isLoneBar(i) {
			continue
		}
		cell, goesOn := r.cellAbove(i, bar)
		if !goesOn || start < 0 {
			start = cell.from
			r.found(start, func(first int) int { return r.loneBarRows(first, tables[first]) })
		}
		tables[start] = append(tables[start], cell)
		bar = i
	}
}

func (r *reader) isLoneBar(i int) bool {
	if r.kinds[i] != pipeLine {
		return false
	}
	s, off := r.text(i)
	s, _ = kit.Trim(s, off)
	return barWidth(s) == len(s)
}

// cellAbove are the lines of the cell that a bar ends. It goes on a table if
// nothing else stands between the bar and the last one: one line, or the short
// pieces of one. Else the line right above the bar begins a table.
func (r *reader) cellAbove(bar, last int) (cell lineRange, goesOn bool) {
	lines, short, blank, from := 0, true, false, bar
	i := bar - 1
	for ; i > last && (r.kinds[i] == blankLine || r.kinds[i] == proseLine); i-- {
		if r.kinds[i] == blankLine {
			blank = blank || lines > 0
			continue
		}
		if lines++; lines > 4 {
			break
		}
		short = short && r.short(i, 8) && !blank
		from = i
	}
	switch {
	case i != last:
	case lines <= 1 || short:
		return lineRange{from, bar}, true
	}
	for i = bar - 1; i > last && r.kinds[i] == blankLine; i-- {
	}
	if i <= last || r.kinds[i] != proseLine {
		i = bar
	}
	return lineRange{i, bar}, false
}

// loneBarRows gives each cell a row of its own: nothing shows where rows end.
func (r *reader) loneBarRows(start int, cells []lineRange) int {
	rows := make([][]grid.Cell, len(cells))
	for k, lines := range cells {
		_, off := r.text(lines.to)
		c := kit.CellLines{Cell: grid.Cell{Pos: r.pos(off), RowSpan: 1, ColSpan: 1}}
		for i := lines.from; i < lines.to; i++ {
			if i == start || r.kinds[i] == proseLine {
				s, off := r.text(i)
				c.GoOn(r.cell(off, off+len(s), 0))
			}
		}
		rows[k] = []grid.Cell{c.End()}
	}
	r.table(rows, asPipe)
	return cells[len(cells)-1].to + 1
}
