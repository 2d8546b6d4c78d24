package layout

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/cascade"
	"ogi/generator/grid"
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

// textReader reads the dialects of plain text and Markdown. They are told run
// by run and not by file, since converters mix them.
type textReader struct {
	f        *source.File
	doc      *grid.Doc
	spans    []lineSpan // what each line holds
	kinds    []lineKind
	rows     [6]int // table rows read by dialect
	md       bool
	delim    string      // what parts the cells of a delimLine
	html     *htmlWalker // of HTML in Markdown
	unseen   *unseen
	dashed   map[int]dashedTable
	bordered map[int]borderedTable
	loneBars map[int][]lineRange // the cells of each such table
	at       int                 // the last place asked for
	here     source.Pos
}

const (
	asTab = iota
	asPipe
	asCell
	asMD
	asHTML
	asDelimited
)

func readText(f *source.File) (*grid.Doc, error) {
	if err := checkText(f); err != nil {
		return nil, err
	}
	if d := sheetText(f); d != nil {
		return d, nil
	}
	page, err := pageStyles(f.Text, nil)
	if err != nil {
		return nil, err
	}
	r := &textReader{f: f, doc: &grid.Doc{Layout: "text"}, md: f.Kind == source.Markdown}
	r.unseen = &unseen{doc: r.doc}
	r.html = &htmlWalker{place: f.Pos, doc: &grid.Doc{}, root: &flow{}, unseen: r.unseen, page: page, ground: plainShown}
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

// Limits far above what a report has; more is some other file, or an attack.
// They hold the memory that a file takes, of which a cell or a line needs some
// five hundred bytes.
const (
	maxCells = 30_000
	maxLines = 50_000
	maxChars = 2_000_000
)

// checkText looks at the size of a text before it is parted into lines and
// cells.
func checkText(f *source.File) error {
	if f.Lines() > maxLines {
		return tooLarge(fmt.Sprintf("文件有 %d 行", f.Lines()))
	}
	for _, sep := range []string{"\t", "|", ",", ";"} {
		if n := strings.Count(f.Text, sep); n > 4*maxCells {
			return tooLarge(fmt.Sprintf("文件有 %d 个分隔符", n))
		}
	}
	return nil
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
	if n > maxCells {
		return &source.Error{
			Message: fmt.Sprintf("表格单元过多（%d 个，上限 %d 个）", n, maxCells),
			Remedy:  "年度报告的表格只有几百个单元，请确认放入的是报告本身",
		}
	}
	return nil
}

// comment reads a comment of Markdown that begins with line i and goes on to
// another, tables and blank lines within; its lines are blank. It tells how
// many lines follow the first.
func (r *textReader) comment(i, off, end int) int {
	line, _ := r.text(i)
	if end <= off+len(line) { // none, or within the line
		r.kinds[i] = r.kindOf(line)
		return 0
	}
	r.unseen.lines(source.HiddenPageComment, r.f.Text[off:end+len("-->")], off, r.f.Pos)
	more := strings.Count(r.f.Text[off:end], "\n")
	if rest, _, _ := strings.Cut(r.f.Text[end+len("-->"):], "\n"); strings.TrimSpace(rest) != "" {
		more-- // what stands behind its end is read
	}
	return more
}

// dialect names the whole file after the dialect of most of its rows.
func (r *textReader) dialect() string {
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
func (r *textReader) prose(i int) int {
	b := grid.Block{}
	for ; i < len(r.kinds) && r.kinds[i] == proseLine; i++ {
		b.Lines = append(b.Lines, r.line(i))
	}
	r.doc.Blocks = append(r.doc.Blocks, b)
	return i
}

func (r *textReader) heading(i int) int {
	s, off := r.text(i)
	t := strings.TrimLeft(s, "#")
	level := len(s) - len(t)
	b := grid.Block{Heading: level}
	text, at := trim(t, off+level)
	text, at = plainLine(strings.TrimRight(text, "# "), at)
	text, at, looks := r.inlines(text, at)
	b.Lines = []grid.Line{{Text: text, Pos: r.f.Pos(at), Marks: grid.Looked(looks)}}
	r.doc.Blocks = append(r.doc.Blocks, b)
	return i + 1
}

func (r *textReader) line(i int) grid.Line {
	s, off := r.text(i)
	text, at := plainLine(trim(s, off))
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

func (r *textReader) table(rows [][]grid.Cell, dialect int) {
	r.addTable(grid.Grid{Rows: rows}, dialect)
}

// drawnTable gives a table whose columns its bars or dashes show.
func (r *textReader) drawnTable(rows [][]grid.Cell) {
	r.addTable(grid.Grid{Rows: rows, Aligned: true}, asPipe)
}

func (r *textReader) addTable(g grid.Grid, dialect int) {
	if len(g.Rows) == 0 {
		return
	}
	r.rows[dialect] += len(g.Rows)
	r.doc.Blocks = append(r.doc.Blocks, grid.Block{Table: &g})
}

// cell is the cell that fills [from,to) of the text.
func (r *textReader) cell(from, to, col int) grid.Cell {
	text, at := trim(r.f.Text[from:to], from)
	if strings.IndexByte(text, '&') >= 0 {
		text, at = trimEntities(text, at)
	}
	return grid.Cell{Text: text, Pos: r.pos(at), Col: col, RowSpan: 1, ColSpan: 1}
}

// trimEntities cuts blanks written as in HTML at both ends.
func trimEntities(s string, at int) (string, int) {
	for _, e := range [...]string{"&nbsp;", "&#160;", "&emsp;", "&ensp;", "&nbsp;"} {
		for strings.HasPrefix(s, e) {
			s, at = trim(s[len(e):], at+len(e))
		}
		for strings.HasSuffix(s, e) {
			s, at = trim(s[:len(s)-len(e)], at)
		}
	}
	return s, at
}

// pos is the place of an offset. Cells come in order, so mostly it lies behind
// the one before in the same line, and only what is between is counted.
func (r *textReader) pos(at int) source.Pos {
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

// countChars counts the characters that are no white space.
func countChars(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c > ' ' && c != 0x7f {
				n++
			}
			i++
			continue
		}
		u, w := utf8.DecodeRuneInString(s[i:])
		if !isSpace(u) {
			n++
		}
		i += w
	}
	return n
}

// trim cuts white space at both ends and tells where the text now begins. Of
// white space alone nothing is left, at the end of it.
func trim(s string, off int) (string, int) {
	if n := len(s); n > 0 && s[0] > ' ' && s[0] < utf8.RuneSelf && s[n-1] > ' ' && s[n-1] < utf8.RuneSelf {
		return s, off
	}
	t := trimLeft(s)
	off += len(s) - len(t)
	return strings.TrimRightFunc(t, isSpace), off
}

func trimLeft(s string) string { return strings.TrimLeftFunc(s, isSpace) }

// isSpace also knows the marks of no width that converters leave behind.
func isSpace(u rune) bool {
	if u < utf8.RuneSelf {
		return u == ' ' || u >= '\t' && u <= '\r'
	}
	if u > '\u3000' { // most of Chinese
		return u == '\ufeff'
	}
	switch u {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u3000', '\u00a0':
		return true
	}
	return unicode.IsSpace(u)
}

// walker reads HTML that stands in Markdown; what it leaves open hides or shows
// what follows.
func (r *textReader) walker() *htmlWalker {
	return &htmlWalker{
		place: r.f.Pos, doc: &grid.Doc{}, root: &flow{}, unseen: r.unseen, page: &cascade.Page{}, ground: *r.html.now(), veils: 1 << 20,
	}
}

// veil hides the blocks from n on, where an open container of HTML does.
func (r *textReader) veil(n int) {
	if in := r.html.now().veil(); in > 0 {
		for i := range r.doc.Blocks[n:] {
			if b := &r.doc.Blocks[n+i]; b.Veil == 0 {
				b.Veil = in
			}
		}
	}
}

// staysOpen reports whether an element of HTML in Markdown goes on over the blocks
// that follow.
func staysOpen(name string) bool {
	switch name {
	case "div", "details", "section", "article", "main", "dialog", "template", "center", "body", "html":
		return true
	}
	return false
}

// markup reads an HTML table that stands in a text, as OCR output has them.
func (r *textReader) markup(i int) int {
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
	w := r.html
	w.walk(r.f.Text[from:off+len(s)], from)
	for len(w.stack) > 0 {
		w.closeTable()
	}
	w.root.line(w.place)
	w.root.prose()
	blocks := w.root.blocks
	w.root = &flow{}
	for i := range w.open {
		if !staysOpen(w.open[i].name) {
			w.cut(i, false)
			break
		}
	}
	for _, b := range blocks {
		if b.Table != nil {
			r.rows[asHTML] += len(b.Table.Rows)
		}
		r.doc.Blocks = append(r.doc.Blocks, b)
	}
	return end + 1
}
