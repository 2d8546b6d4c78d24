package text

import (
	"strings"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// A browser that copies a table whose cells hold paragraphs puts the tab
// between two cells on a line of its own, with a blank line before and behind:
//
//	一、本年新收政府信息公开申请数量
//
//	<tab>
//
//	3
//
// Each tab is a border, so blank cells are kept. Four blank lines part rows.
// Only how many blank lines stand between tells where a row ends in blanks, so
// a text whose blank lines were thinned out is left to the other readers.

const (
	fewestBorders = 8
	rowGap        = 4 // blank lines between two rows
	blankCell     = 3 // blank lines of a cell that holds nothing
)

// A borderedTable is told by the lines that its cells take.
type borderedTable struct {
	rows [][]lineRange
	end  int
}

// findBordered finds the tables before prose takes their first cells.
func (r *reader) findBordered() {
	borders, others, gaps := 0, 0, 0
	for i, blank := 0, 0; i < len(r.kinds); i++ {
		switch {
		case r.isBorder(i):
			borders++
		case r.kinds[i] == tabLine || r.kinds[i] == leadLine:
			others++
		case r.kinds[i] == blankLine:
			if blank++; blank == rowGap {
				gaps++
			}
			continue
		}
		blank = 0
	}
	if borders < fewestBorders || others*5 > borders || gaps*20 < borders {
		return
	}
	for i := 0; i < len(r.kinds); i++ {
		if !r.isBorder(i) {
			continue
		}
		start := r.paragraphAbove(i)
		t := r.followBorders(start, i)
		r.found(start, func(int) int { return r.borderedRows(t) })
		i = t.end - 1
	}
}

// isBorder knows a line that holds tabs alone.
func (r *reader) isBorder(i int) bool {
	if k := r.kinds[i]; k != tabLine && k != leadLine {
		return false
	}
	s, _ := r.text(i)
	return strings.TrimFunc(s, kit.IsSpace) == ""
}

// paragraphAbove is where the first cell of a table begins: the paragraph right
// above its first border, or the border where there is none.
func (r *reader) paragraphAbove(i int) int {
	j := i - 1
	for j >= 0 && r.kinds[j] == blankLine && i-j <= 2 {
		j--
	}
	if j < 0 || r.kinds[j] != proseLine {
		return i
	}
	for j > 0 && r.kinds[j-1] == proseLine {
		j--
	}
	return j
}

// followBorders reads from the first cell of a table to its end: the cell
// behind its last border.
func (r *reader) followBorders(start, border int) borderedTable {
	var t borderedTable
	row := []lineRange{r.cellLines(start, border)}
	for {
		s, _ := r.text(border)
		for range strings.Count(s, "\t") - 1 {
			row = append(row, lineRange{border, border})
		}
		next := border + 1
		for next < len(r.kinds) && !r.isBorder(next) && (r.kinds[next] == blankLine || r.kinds[next] == proseLine) {
			next++
		}
		last := next == len(r.kinds) || !r.isBorder(next)
		parts, end := r.between(border+1, next, last)
		row = append(row, parts[0])
		for _, p := range parts[1:] {
			t.rows = append(t.rows, row)
			row = []lineRange{p}
		}
		if end < next || last {
			t.rows = append(t.rows, row)
			t.end = max(end, border+1)
			return t
		}
		border = next
	}
}

// between parts the lines between two borders into the last cell of a row, rows
// of one cell, and the first cell of the next row; mostly there is one cell. It
// ends before next where the table ends: behind its last border one paragraph
// is left, and none where nothing stands in its last cell.
func (r *reader) between(from, next int, last bool) (parts []lineRange, end int) {
	part := lineRange{from, from}
	blank, paragraphs, seen := 0, 0, false
	for i := from; i < next; i++ {
		if r.kinds[i] == blankLine {
			blank++
			continue
		}
		paragraph := blank > 0 || !seen
		switch {
		case !seen && !last && blank > rowGap:
			parts = append(parts, part) // a blank cell ends the row
		case !seen && blank >= blankCell && !r.isFigure(i):
			return append(parts, part), from
		case seen && blank >= rowGap && !last:
			parts = append(parts, part)
			part, paragraphs = lineRange{i, i}, 0
		case seen && paragraph && (last || paragraphs == 1 && r.isFigure(part.from) && !r.isFigure(i)):
			return append(parts, part), part.to
		}
		if part.from == part.to {
			part.from = i
		}
		if paragraph {
			paragraphs++
		}
		part.to, seen, blank = i+1, true, 0
	}
	parts = append(parts, part)
	switch {
	case last && !seen:
		return parts, from
	case last:
		return parts, part.to
	case seen && blank > rowGap, !seen && blank > rowGap+1:
		parts = append(parts, lineRange{next, next}) // a blank cell begins the next row
	}
	return parts, next
}

// isFigure reports whether a line holds no letter: a number or a dash.
func (r *reader) isFigure(i int) bool {
	s, _ := r.text(i)
	return strings.IndexFunc(s, func(u rune) bool { return u >= 0x2E80 && u < 0xFF00 && !kit.IsSpace(u) }) < 0
}

// CellLines are the lines of a cell without the blank ones below it.
func (r *reader) cellLines(from, to int) lineRange {
	for to > from && r.kinds[to-1] == blankLine {
		to--
	}
	return lineRange{from, to}
}

func (r *reader) borderedRows(t borderedTable) int {
	rows := make([][]grid.Cell, 0, len(t.rows))
	for _, parts := range t.rows {
		row := make([]grid.Cell, 0, len(parts))
		for col, p := range parts {
			c := kit.CellLines{Cell: grid.Cell{Col: col, RowSpan: 1, ColSpan: 1}}
			if p.from == p.to {
				_, off := r.text(min(p.from, len(r.kinds)-1))
				c.Pos = r.f.Pos(off)
			}
			for k := p.from; k < p.to; k++ {
				if r.kinds[k] == blankLine {
					continue
				}
				s, off := r.text(k)
				c.GoOn(r.cell(off, off+len(s), col))
			}
			row = append(row, c.End())
		}
		rows = append(rows, row)
	}
	r.table(rows, asTab)
	return t.end
}
