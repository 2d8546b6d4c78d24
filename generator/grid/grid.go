// Package grid is a report file as blocks of prose and tables with the
// dialect forgotten: what a reader of tabs, pipes, HTML, Word or PDF hands to
// the decoder. It holds what was published, in its order, with places; it
// knows nothing of the statutory form.
// What the file carries without showing it (comments, properties, scripts) is
// kept apart as Hidden: it is never the report's text, but it goes out with the
// file.
package grid

import "ogi/generator/place"

// A Cell is one published cell. Text is as published with white space at both
// ends removed; line breaks inside are kept as \n. Pos is the place of the
// first character of Text, or of the empty cell.
type Cell struct {
	Text             string
	Pos              place.Pos
	Col              int    // 0-based column of its left edge after spans are laid out
	RowSpan, ColSpan int    // at least 1
	Marks            *Marks // nil in most
}

// A Grid is one published table. Rows hold each cell once, at its top left.
// Aligned says that Col is a true column (HTML, Word, spreadsheets, ruled
// PDF); in text dialects converters drop and move placeholders and it is only
// an ordinal.
type Grid struct {
	Rows    [][]Cell
	Aligned bool
	Whole   *Grid // the same table with what is not shown of it; nil if all is
}

// A Line is one line or paragraph as published.
type Line struct {
	Text  string
	Pos   place.Pos
	Marks *Marks // nil in most
}

// A Block is a run of prose lines or one table; exactly one of the two is set.
// Prose lines of one HTML or Word paragraph are one Line.
type Block struct {
	Lines   []Line
	Table   *Grid
	Heading int  // 1–6 where the file marks it as a heading, else 0
	Aside   bool // page furniture by its markup: navigation, footer, lists of links
	Veil    int  // number of the container that hides it until a click or a script opens it, 0 if it is shown
}

// A Meta is a field of the page's own metadata (索引号, 发布日期, <meta>).
type Meta struct {
	Name, Value string
	Pos         place.Pos
}

// A Hidden is text that a file carries without showing it. Origin says in
// words what it is (source.HiddenComment and the others). Pos is zero where the
// file has no place for it, as for its properties.
type Hidden struct {
	Origin, Text string
	Pos          place.Pos
}

// A Doc is a whole file as blocks. Layout is the dialect's name as in the
// inspect contract: tab, pipe, cell, md, html, docx, pdf, xlsx, csv, text.
type Doc struct {
	Layout string
	Title  string // the file's own title (<title>, document property), may be empty
	Blocks []Block
	Meta   []Meta
	Hidden []Hidden // in no block and not counted in Chars
	Notes  []string // what the reader has to say of the file to people, as tracked changes
	// Chars counts the non-space characters of the file's readable text, the
	// denominator of coverage.
	Chars int
}
