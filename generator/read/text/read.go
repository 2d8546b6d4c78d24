// Package text reads plain text and Markdown, and the many ways in which converters
// write tables there: cells parted by tabs, bars or commas, one a line, in drawn
// boxes or above dashes. A dialect is told run by run and not by file, since
// converters mix them.
package text

import (
	"fmt"
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
	tabLine     // a tab between or behind cells
	leadLine    // one tab in front and none else: an indented line or a cell
	pipeLine    // cells parted by bars
	rulerLine   // |---|---|
	headLine    // ## heading
	markupLine  // begins an HTML table
	delimLine   // cells parted by commas or semicolons
	dashedLine  // begins a table whose columns a ruler of dashes shows
	borderLine  // begins a table whose cells lines of a single tab part
	loneBarLine // begins a table whose cells lines of a single bar end
)

// A reader reads one text.
type reader struct {
	f        *source.File
	doc      *grid.Doc
	spans    []lineSpan // what each line holds
	kinds    []lineKind
	rows     [6]int // table rows read by dialect
	md       bool
	delim    string     // what parts the cells of a delimLine
	html     *web.Inset // HTML that stands in it
	unseen   *kit.Unseen
	dashed   map[int]dashedTable
	bordered map[int]borderedTable
	loneBars map[int][]lineRange // the cells of each such table
	at       int                 // the last place asked for
	here     place.Pos
}

const (
	asTab = iota
	asPipe
	asCell
	asMD
	asHTML
	asDelimited
)

// Read reads a text.
func Read(f *source.File) (*grid.Doc, error) {
	if err := kit.CheckText(f); err != nil {
		return nil, err
	}
	d := &grid.Doc{Layout: "text"}
	hidden := &kit.Unseen{Doc: d}
	html, err := web.NewInset(f, hidden)
	if err != nil {
		return nil, err
	}
	r := &reader{f: f, doc: d, unseen: hidden, html: html, md: f.Kind == source.Markdown}
	r.margins()
	n := len(r.spans)
	r.kinds = make([]lineKind, n)
	comments := r.md
	for i := 0; i < n; i++ {
		line, off := r.text(i)
		if comments && strings.HasPrefix(strings.TrimLeft(line, " "), "<!--") {
			to := strings.Index(f.Text[off:], "-->")
			comments = to >= 0
			i += r.comment(i, off, off+to)
			continue
		}
		r.kinds[i] = r.kindOf(line)
	}
	r.findDashed()
	r.findBordered()
	r.findLoneBars()
	r.delimit()
	for i := 0; i < n; {
		blocks, kind := len(r.doc.Blocks), r.kinds[i]
		switch kind {
		case blankLine:
			i++
		case proseLine:
			i = r.prose(i)
		case headLine:
			i = r.heading(i)
		case pipeLine, rulerLine:
			if end := r.box(i); end > i {
				i = end
			} else {
				i = r.pipes(i)
			}
		case tabLine:
			i = r.tabs(i)
		case leadLine:
			i = r.leads(i)
		case markupLine:
			i = r.markup(i)
		case delimLine:
			i = r.delimited(i)
		case dashedLine:
			i = r.dashedRows(i)
		case borderLine:
			i = r.borderedRows(i)
		case loneBarLine:
			i = r.loneBarRows(i)
		}
		if kind != markupLine {
			r.veil(blocks)
		}
	}
	r.doc.Layout = r.dialect()
	return r.doc, checkSize(r.doc)
}

// checkSize refuses documents with more cells than any report.
func checkSize(d *grid.Doc) error {
	n := 0
	for i := range d.Blocks {
		if t := d.Blocks[i].Table; t != nil {
			for _, row := range t.Rows {
				n += len(row)
			}
		}
	}
	if n > kit.MaxCells {
		return &source.Error{
			Message: fmt.Sprintf("表格单元过多（%d 个，上限 %d 个）", n, kit.MaxCells),
			Remedy:  "年度报告的表格只有几百个单元，请确认放入的是报告本身",
		}
	}
	return nil
}

// comment reads a comment of Markdown that begins with line i and goes on to
// another, tables and blank lines within; its lines are blank. It tells how
// many lines follow the first.
func (r *reader) comment(i, off, end int) int {
	line, _ := r.text(i)
	if end <= off+len(line) { // none, or within the line
		r.kinds[i] = r.kindOf(line)
		return 0
	}
	r.unseen.Lines(source.HiddenPageComment, r.f.Text[off:end+len("-->")], off, r.f.Pos)
	more := strings.Count(r.f.Text[off:end], "\n")
	if rest, _, _ := strings.Cut(r.f.Text[end+len("-->"):], "\n"); strings.TrimSpace(rest) != "" {
		more-- // what stands behind its end is read
	}
	return more
}

// dialect names the whole file after the dialect of most of its rows.
func (r *reader) dialect() string {
	best, name := 0, "text"
	for i, s := range [...]string{"tab", "pipe", "cell", "md", "html", "csv"} {
		if r.rows[i] > best {
			best, name = r.rows[i], s
		}
	}
	if r.md {
		return "md"
	}
	return name
}

// prose reads lines up to the next blank line or table as one block.
func (r *reader) prose(i int) int {
	b := grid.Block{}
	for ; i < len(r.kinds) && r.kinds[i] == proseLine; i++ {
		b.Lines = append(b.Lines, r.line(i))
	}
	r.doc.Blocks = append(r.doc.Blocks, b)
	return i
}

func (r *reader) heading(i int) int {
	s, off := r.text(i)
	t := strings.TrimLeft(s, "#")
	level := len(s) - len(t)
	b := grid.Block{Heading: level}
	text, at := kit.Trim(t, off+level)
	text, at = plainLine(strings.TrimRight(text, "# "), at)
	text, at, looks := r.inlines(text, at)
	b.Lines = []grid.Line{{Text: text, Pos: r.f.Pos(at), Marks: grid.Looked(looks)}}
	r.doc.Blocks = append(r.doc.Blocks, b)
	return i + 1
}

func (r *reader) line(i int) grid.Line {
	s, off := r.text(i)
	text, at := plainLine(kit.Trim(s, off))
	text, at, looks := r.inlines(text, at)
	return grid.Line{Text: text, Pos: r.pos(at), Marks: grid.Looked(looks)}
}

// plainLine takes Markdown's marks for bold off a line that is bold as a whole.
func plainLine(s string, at int) (string, int) {
	if len(s) > 4 && strings.HasPrefix(s, "**") && strings.HasSuffix(s, "**") && strings.Count(s, "**") == 2 {
		return s[2 : len(s)-2], at + 2
	}
	return s, at
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

// veil hides the blocks from n on, where an open container of HTML does.
func (r *reader) veil(n int) {
	if in := r.html.Veil(); in > 0 {
		for i := range r.doc.Blocks[n:] {
			if b := &r.doc.Blocks[n+i]; b.Veil == 0 {
				b.Veil = in
			}
		}
	}
}

// markup reads an HTML table that stands in a text, as OCR output has them.
func (r *reader) markup(i int) int {
	_, from := r.text(i)
	end := i
	depth := 0
	for ; end < len(r.kinds); end++ {
		s, _ := r.text(end)
		depth += strings.Count(s, "<table") - strings.Count(s, "</table")
		if depth <= 0 {
			break
		}
	}
	end = min(end, len(r.kinds)-1)
	s, off := r.text(end)
	for _, b := range r.html.Blocks(r.f.Text[from:off+len(s)], from) {
		if b.Table != nil {
			r.rows[asHTML] += len(b.Table.Rows)
		}
		r.doc.Blocks = append(r.doc.Blocks, b)
	}
	return end + 1
}
