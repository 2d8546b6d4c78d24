package text

import (
	"strings"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// pipes reads rows of cells parted by bars, Markdown tables among them. Rulers
// (|---|) hold no cells. Whether a bar at the end of a line is a border or parts
// two cells is told by the lines that hold text: it is a border if most of them
// have it and the others lack it, else the trace of a spanned or a blank cell.
func (r *reader) pipes(i int) int {
	b := r.barsFrom(i)
	table := make([][]grid.Cell, 0, b.rows)
	var grown []kit.CellLines // the last row, where lines go on it
	end := func() {
		if grown != nil {
			table[len(table)-1], grown = ended(grown), nil
		}
	}
	for ; i < b.end; i++ {
		if r.kinds[i] != pipeLine {
			continue
		}
		row := r.pipeRow(i, b)
		if last := len(table) - 1; b.boxed >= fewestRulers && r.kinds[i-1] == pipeLine && last >= 0 && len(row) == len(table[last]) {
			if grown == nil {
				grown = growing(table[last])
			}
			for k := range row { // a box whose bars do not stand one below the other
				grown[k].GoOn(row[k])
			}
			continue
		}
		end()
		table = append(table, row)
	}
	end()
	dialect := asPipe
	if b.rulers > 0 {
		dialect = asMD
	}
	r.table(table, dialect)
	return b.end
}

// A barTable is how the lines of a table with bars are drawn.
type barTable struct {
	end, rows     int
	rulers, boxed int  // lines |---| and those of frames
	front, behind bool // a bar at that end of a line is its border
}

func (r *reader) barsFrom(i int) barTable {
	b := barTable{end: i}
	start, texts, fronts, behinds := i, 0, 0, 0
	for ; i < len(r.kinds); i++ {
		s, _ := r.text(i)
		switch r.kinds[i] {
		case pipeLine:
			b.rows++
			if text := textBetweenBars(s); text != "" {
				texts++
				if barWidth(text) > 0 {
					fronts++
				}
				if barAtEnd(text) > 0 {
					behinds++
				}
			}
		case rulerLine:
			if strings.Contains(s, "|") && strings.Contains(s, "--") {
				b.rulers++
			} else {
				b.boxed++
			}
		case blankLine:
			continue
		default:
			i = len(r.kinds)
			continue
		}
		b.end = i + 1
	}
	b.front = fronts*2 > texts && (fronts == texts || r.borderAt(start, b.end, barWidth))
	b.behind = behinds*2 > texts && (behinds == texts || r.borderAt(start, b.end, barAtEnd))
	return b
}

// textBetweenBars is a line without the white space at its ends, "" if it holds
// nothing but bars.
func textBetweenBars(s string) string {
	s = strings.TrimFunc(s, kit.IsSpace)
	if !strings.ContainsFunc(s, isNoBar) {
		return ""
	}
	return s
}

// borderAt reports whether the bar that most lines have at one end is a border:
// the others do not have just as many bars without it, as where that bar stands
// behind a blank cell.
func (r *reader) borderAt(from, end int, atEnd func(string) int) bool {
	with, without := map[int]int{}, map[int]int{}
	lines, others, same := 0, 0, 0
	for i := from; i < end; i++ {
		if r.kinds[i] != pipeLine {
			continue
		}
		s, _ := r.text(i)
		text := textBetweenBars(s)
		switch {
		case text == "":
		case atEnd(text) > 0:
			lines++
			with[countBars(text)]++
		default:
			others++
			without[countBars(text)]++
		}
	}
	for n, k := range without {
		if n > 2 && with[n]*2 > lines {
			same += k
		}
	}
	return same*2 <= others
}

func (r *reader) pipeRow(i int, b barTable) []grid.Cell {
	s, off := r.text(i)
	row := make([]grid.Cell, 0, 1+strings.Count(s, "|"))
	if b.front {
		t := kit.TrimLeft(s)
		if bar := barWidth(t); bar > 0 {
			off += len(s) - len(t) + bar
			s = t[bar:]
		}
	}
	for col := 0; ; col++ {
		k, w := nextBar(s)
		if k < 0 {
			// Behind the last bar stands a blank cell too where bars are no borders.
			if c := r.cell(off, off+len(s), col); c.Text != "" || len(row) == 0 || !b.behind && !b.front {
				r.unmark(&c)
				row = append(row, c)
			}
			return row
		}
		c := r.cell(off, off+k, col)
		r.unmark(&c)
		row = append(row, c)
		s, off = s[k+w:], off+k+w
	}
}
