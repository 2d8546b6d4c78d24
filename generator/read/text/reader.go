package text

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/read/web"
	"ogi/generator/source"
)

// A lineKind is what one line of a text looks like by itself.
type lineKind uint8

const (
	blankLine lineKind = iota
	proseLine
	tabLine    // a tab between or behind cells
	leadLine   // one tab in front and none else: an indented line or a cell
	pipeLine   // cells parted by bars
	rulerLine  // |---|---|
	headLine   // ## heading
	markupLine // begins an HTML table
	delimLine  // cells parted by commas or semicolons
	tableLine  // begins a table that was found before the text is read
)

// A reader reads one text.
type reader struct {
	f      *source.File
	doc    *grid.Doc
	spans  []lineSpan // what each line holds
	kinds  []lineKind
	rows   [6]int // table rows read by dialect
	md     bool
	delim  string     // what parts the cells of a delimLine
	html   *web.Inset // HTML that stands in it
	unseen *kit.Unseen
	tables map[int]func(first int) int // that were found, by their first lines: each gives the line behind it
	at     int                         // the last place asked for
	here   place.Pos
}

const (
	asTab = iota
	asPipe
	asCell
	asMD
	asHTML
	asDelimited
)

// A lineSpan is what one line holds of the text, without the marks that mail programs
// and converters set about whole passages.
type lineSpan struct{ from, to int }

// A lineRange is the lines of a cell, empty where from == to.
type lineRange struct{ from, to int }

// found keeps how a table is read that was found before the text is.
func (r *reader) found(first int, read func(first int) int) {
	if r.tables == nil {
		r.tables = map[int]func(int) int{}
	}
	r.tables[first] = read
	r.kinds[first] = tableLine
}

// text is what line i holds, and its offset.
func (r *reader) text(i int) (string, int) {
	s := r.spans[i]
	return r.f.Text[s.from:s.to], s.from
}

func (r *reader) short(i, n int) bool {
	s, _ := r.text(i)
	return utf8.RuneCountInString(s) <= n
}

func (r *reader) table(rows [][]grid.Cell, dialect int) {
	r.addTable(grid.Grid{Rows: rows}, dialect)
}

// drawnTable gives a table whose columns its bars or dashes show.
func (r *reader) drawnTable(rows [][]grid.Cell) {
	r.addTable(grid.Grid{Rows: rows, Aligned: true}, asPipe)
}

func (r *reader) addTable(g grid.Grid, dialect int) {
	if len(g.Rows) == 0 {
		return
	}
	r.rows[dialect] += len(g.Rows)
	r.doc.Blocks = append(r.doc.Blocks, grid.Block{Table: &g})
}

// cell is the cell that fills [from,to) of the text.
func (r *reader) cell(from, to, col int) grid.Cell {
	text, at := kit.Trim(r.f.Text[from:to], from)
	if strings.IndexByte(text, '&') >= 0 {
		text, at = trimEntities(text, at)
	}
	return grid.Cell{Text: text, Pos: r.pos(at), Col: col, RowSpan: 1, ColSpan: 1}
}

// trimEntities cuts blanks written as in HTML at both ends.
func trimEntities(s string, at int) (string, int) {
	for _, e := range [...]string{"&nbsp;", "&#160;", "&emsp;", "&ensp;", "&nbsp;"} {
		for strings.HasPrefix(s, e) {
			s, at = kit.Trim(s[len(e):], at+len(e))
		}
		for strings.HasSuffix(s, e) {
			s, at = kit.Trim(s[:len(s)-len(e)], at)
		}
	}
	return s, at
}

// pos is the place of an offset. Cells come in order, so mostly it lies behind
// the one before in the same line, and only what is between is counted.
func (r *reader) pos(at int) place.Pos {
	between := ""
	if at >= r.at {
		between = r.f.Text[r.at:at]
	}
	if at < r.at || r.here.Line == 0 || strings.IndexByte(between, '\n') >= 0 || strings.IndexByte(between, '\r') >= 0 {
		r.here = r.f.Pos(at)
	} else {
		r.here.Col += utf8.RuneCountInString(between)
	}
	r.at = at
	return r.here
}

// growing is a row that lines are added to, ended the row with them.
func growing(row []grid.Cell) []kit.CellLines {
	out := make([]kit.CellLines, len(row))
	for k := range row {
		out[k].Cell = row[k]
	}
	return out
}

func ended(row []kit.CellLines) []grid.Cell {
	out := make([]grid.Cell, len(row))
	for k := range row {
		out[k] = row[k].End()
	}
	return out
}
