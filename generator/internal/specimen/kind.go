package specimen

import (
	"fmt"
	"strings"

	"ogi/generator/form"
)

// A Kind is a dialect or file kind a specimen can be written in.
type Kind string

// Text dialects, as the converters behind real reports leave them.
const (
	Tab       Kind = "tab"      // rows of tabs with the whole shape of the table
	TabCut    Kind = "tab-cut"  // each row of table three cut at eight columns: figures are lost
	TabTorn   Kind = "tab-torn" // a page break tears a row label in two, ragged tabs
	Pipe      Kind = "pipe"     // "a | b |", trailing empty cells
	Lines     Kind = "lines"    // one cell a line
	Flat      Kind = "layout"   // PDF text with spaces for columns, wrapped labels
	FlatRaw   Kind = "raw"      // PDF text in drawing order
	FlatPlain Kind = "plain"    // PDF text with each number on its own, labels displaced
	Markdown  Kind = "md"       // headings and three pipe tables
	Split     Kind = "md-split" // many small pipe tables, headers repeated after a page break
	HTML      Kind = "html"     // plain page with colspan and rowspan
	CMS       Kind = "cms"      // the same in a site: navigation, metadata table, spans
	MHT       Kind = "mht"      // the CMS page saved as a web archive
	CSV       Kind = "csv"
	XLSX      Kind = "xlsx"
	DOCX      Kind = "docx"
	PDF       Kind = "pdf" // text layer and ruled lines
)

// Kinds that real reports have and converters do not make.
const (
	CellLine   Kind = "cell-line"  // one cell a line, no blank lines
	LoneBars   Kind = "lone-bars"  // one cell a line with its bar, an empty cell is a bar
	Bars       Kind = "bars"       // "| a | | 26 |", nothing left out
	OneLine    Kind = "one-line"   // each table in one line
	AllInOne   Kind = "all-in-one" // the whole report in one line
	PDFTwoUp   Kind = "pdf-2up"    // two pages on a sheet
	PDFColumns Kind = "pdf-2col"   // set in two columns
)

// MoreKinds are beside Kinds, for tests of what a reader sees.
var MoreKinds = []Kind{CellLine, LoneBars, Bars, OneLine, AllInOne, PDFTwoUp, PDFColumns}

// Kinds are all of them; all but TabCut keep every figure.
var Kinds = []Kind{Tab, TabCut, TabTorn, Pipe, Lines, Flat, FlatRaw, FlatPlain, Markdown, Split, HTML, CMS, MHT, CSV, XLSX, DOCX, PDF}

// Ext is the file name extension with its dot.
func (k Kind) Ext() string {
	switch k {
	case Markdown, Split:
		return ".md"
	case HTML, CMS:
		return ".html"
	case MHT, CSV, XLSX, DOCX, PDF:
		return "." + string(k)
	case PDFTwoUp, PDFColumns:
		return ".pdf"
	}
	return ".txt"
}

// Write gives the report as a file of that kind.
func (s *Specimen) Write(k Kind) ([]byte, error) {
	switch k {
	case Tab, TabCut, TabTorn, Pipe, Lines, Markdown, Split, CellLine, LoneBars, Bars, OneLine, AllInOne:
		return s.text(k), nil
	case Flat, FlatRaw, FlatPlain:
		return s.flat(k), nil
	case HTML:
		return s.html(), nil
	case CMS:
		return s.cms(), nil
	case MHT:
		return s.mht()
	case CSV:
		return s.csv()
	case XLSX:
		return s.xlsx()
	case DOCX:
		return s.docx()
	case PDF, PDFTwoUp, PDFColumns:
		return s.pdf(k), nil
	}
	return nil, fmt.Errorf("unknown kind %q", k)
}

// MustWrite is Write for tests that only need the bytes.
func (s *Specimen) MustWrite(k Kind) []byte {
	b, err := s.Write(k)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return b
}

// A block is one part of the report in reading order.
type block struct {
	level int // 1 title, 2 heading, 3… sub-heading, 0 paragraph, 9 sign-off
	text  string
	table *Table
	n     form.Table
	veil  *Way   // the whole block has this look
	pane  string // begins or ends a pane of a page
}

func (s *Specimen) blocks() []block {
	var bs []block
	add := func(es []Extra) {
		for _, e := range es {
			bs = append(bs, block{level: e.Level, text: e.Text, table: e.Table, n: e.Like, veil: e.Veil})
		}
	}
	add(s.Front)
	if s.Title != "" {
		bs = append(bs, block{level: 1, text: s.Title})
	}
	for _, p := range s.Preamble {
		bs = append(bs, block{text: p})
	}
	for i, sec := range s.Sections {
		before, after, panes := strings.Cut(sec.Pane, "…")
		if panes {
			bs = append(bs, block{pane: before})
		}
		if sec.Heading != "" {
			bs = append(bs, block{level: 2, text: sec.Heading})
		}
		for _, p := range sec.Paras {
			level := 0
			if s.SubLevel > 0 && isSubHeading(p) {
				level = s.SubLevel
			}
			bs = append(bs, block{level: level, text: p})
		}
		add(sec.Before)
		if t := form.Table(i + 1); t >= form.Two && t <= form.Four && len(s.Table(t).Rows) > 0 {
			bs = append(bs, block{table: s.Table(t), n: t})
		}
		add(sec.After)
		if panes {
			bs = append(bs, block{pane: after})
		}
	}
	for _, p := range []string{s.SignedBy, s.Signed} {
		if p != "" {
			bs = append(bs, block{level: 9, text: p})
		}
	}
	add(s.Back)
	return bs
}

// isSubHeading tells a line that is only a heading within a section.
func isSubHeading(p string) bool {
	return strings.HasPrefix(p, "（") && !strings.ContainsAny(p, "。；，") && len([]rune(p)) < 24
}

// rank is the level that a heading is written with: 2 unless the report says
// otherwise.
func (s *Specimen) rank(level int) int {
	if level == 2 && s.Level > 0 {
		return s.Level
	}
	return level
}

func joinRows(rows [][]string, sep string) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, sep) + "\n")
	}
	return b.String()
}
