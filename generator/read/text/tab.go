package text

import (
	"strings"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// tabs reads rows of cells parted by tabs. A table goes on over blank lines as
// long as another row follows, and over a short line without tabs that stands
// directly between two rows: a row of one cell.
func (r *reader) tabs(i int) int {
	var rows [][]grid.Cell
	for i < len(r.kinds) {
		switch k := r.kinds[i]; {
		case k == tabLine || k == leadLine:
			rows = append(rows, r.tabRow(i))
			i++
		case k == proseLine && r.inside(i) && r.short(i, 60):
			rows = append(rows, r.tabRow(i))
			i++
		case k == blankLine:
			j := i
			for j < len(r.kinds) && r.kinds[j] == blankLine {
				j++
			}
			if j == len(r.kinds) || r.kinds[j] != tabLine {
				r.table(rows, asTab)
				return i
			}
			i = j
		default:
			r.table(rows, asTab)
			return i
		}
	}
	r.table(rows, asTab)
	return i
}

// inside reports whether a line stands directly between two rows.
func (r *reader) inside(i int) bool {
	return i > 0 && i+1 < len(r.kinds) &&
		(r.kinds[i+1] == tabLine || r.kinds[i+1] == leadLine) && r.kinds[i-1] != blankLine
}

func (r *reader) tabRow(i int) []grid.Cell {
	s, off := r.text(i)
	row := make([]grid.Cell, 0, 1+strings.Count(s, "\t"))
	for col := 0; ; col++ {
		k := strings.IndexByte(s, '\t')
		if k < 0 {
			return append(row, r.cell(off, off+len(s), col))
		}
		row = append(row, r.cell(off, off+k, col))
		s, off = s[k+1:], off+k+1
	}
}

// leads reads lines with one tab in front: cells one a line if there are many
// short ones, rows if lines with more tabs stand among them, else indented
// prose.
func (r *reader) leads(i int) int {
	leads, long, tabs, end := 0, 0, 0, i
	for j := i; j < len(r.kinds); j++ {
		switch r.kinds[j] {
		case leadLine:
			leads++
			end = j + 1
			if !r.short(j, 45) {
				long++
			}
			continue
		case tabLine:
			tabs++
			continue
		case blankLine:
			continue
		case proseLine:
			if r.kinds[j-1] == leadLine && r.short(j, 20) {
				continue
			}
		}
		break
	}
	switch {
	case tabs*5 > leads:
		return r.tabs(i)
	case leads >= 4 && long*5 < leads:
		return r.cells(i)
	}
	for ; i < end && (r.kinds[i] == leadLine || r.kinds[i] == blankLine); i++ {
		b := grid.Block{}
		for ; i < end && r.kinds[i] == leadLine; i++ {
			b.Lines = append(b.Lines, r.line(i))
		}
		if len(b.Lines) > 0 {
			r.doc.Blocks = append(r.doc.Blocks, b)
			i--
		}
	}
	return i
}

// cells reads one cell a line, rows parted by blank lines. A line without a
// tab goes on the cell above it.
func (r *reader) cells(i int) int {
	var rows [][]grid.Cell
	var row []grid.Cell
	var grown *kit.CellLines // the last cell, where lines go on it
	end := func() {
		if grown != nil {
			row[len(row)-1], grown = grown.End(), nil
		}
	}
	last := blankLine
	for ; i < len(r.kinds); i++ {
		k := r.kinds[i]
		if k == blankLine {
			end()
			if len(row) > 0 {
				rows, row = append(rows, row), nil
			}
			last = k
			continue
		}
		s, off := r.text(i)
		if k == leadLine || k == tabLine {
			end()
			for col := 0; ; col++ {
				cut := strings.IndexByte(s, '\t')
				if cut < 0 {
					row = append(row, r.cell(off, off+len(s), len(row)))
					break
				}
				if cut > 0 || col > 0 {
					row = append(row, r.cell(off, off+cut, len(row)))
				}
				s, off = s[cut+1:], off+cut+1
			}
			last = k
			continue
		}
		if k != proseLine || last == blankLine || len(row) == 0 || !r.short(i, 20) {
			break
		}
		if grown == nil {
			grown = &kit.CellLines{Cell: row[len(row)-1]}
		}
		grown.GoOn(r.cell(off, off+len(s), 0))
	}
	end()
	if len(row) > 0 {
		rows = append(rows, row)
	}
	r.table(rows, asCell)
	return i
}
