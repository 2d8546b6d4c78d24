// Package flat reads the statutory tables whose cells are gone: the text of a PDF, cells
// on lines of their own, tables written as running text. The lines of a section, as line reads them, come in,
// rows of a tabular.Table go out, with what stands against them. It fails closed: what
// leaves no trace in such text is doubted, not settled.
package flat

import (
	"math"

	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A reader reads a table whose cells are gone.
type reader struct {
	*tabular.Table
	pages *line.Pages
	text  *line.Part // the lines of its section, once they were looked for
}

// Read reads a table that has no rows from the text of its section. It gives how
// many labels without figures only the form of 2019 prints, and how many only that of
// 2021.
func Read(of *tabular.Table, p *line.Pages) (told tabular.Versions) {
	t := reader{Table: of, pages: p}
	// Where rows stand in a paragraph it is the table, also if it cannot be read: rows on
	// lines beside it are of another (table-in-a-paragraph-above-lines-with-figures).
	if len(t.Rows) == 0 && !t.hasParagraph() && !t.stacked() {
		t.flat()
	}
	if len(t.Rows) == 0 && !t.running() {
		told = t.bareLabels()
	}
	t.wordsUnread()
	return told
}

// lines are those of its section.
func (t *reader) lines() []line.Line {
	if t.text == nil {
		t.text = line.Section(t.Table, t.pages)
	}
	return t.text.Lines
}

// flat gathers the rows of a table whose text came out of a PDF: its cells are
// gone, figures stand on lines with or without their labels, labels are broken
// over lines, in the worst case each figure stands alone and whole columns run
// downwards.
//
// Rows of figures get the labels on their lines or about them (rows.go); a row is
// plain where its label stands on its line, or where label and place agree. Figures
// each on a line (two.go, three.go, four.go) are plain where paragraphs tell their
// order and labels agree with it; sums may veto that, but what sums alone tell is
// recovered. Three things leave no trace in such text and are doubted, not settled: in
// which column a blank cell stood, unless the text is set in columns with blanks
// (bycolumns.go), whether figures beside a row are pieces of its own (torn.go), and
// the order of table two, which no sum confirms, where columns run downwards. Three
// figures make a table (heading-over-three-lines); rows are read as such where half of
// them stand in rows (pdf-text-figures-torn-by-narrow-columns).
func (t *reader) flat() {
	lines := t.lines()
	total, inRows := 0, 0
	for i := range lines {
		n := len(lines[i].Nums)
		total += n
		if n >= 2 || n == 1 && len(lines[i].Words) > 0 {
			inRows += n
		}
	}
	if total < 3 {
		return
	}
	t.claim(lines)
	switch {
	case t.Of == form.Four:
		t.four(lines)
	case inRows*2 >= total:
		t.rows(lines)
	case t.Of == form.Two:
		t.two(lines)
	default:
		t.three(lines)
	}
	for i := range t.Rows {
		t.Rows[i].Flat = true
		t.Rows[i].Part(math.MaxInt32)
	}
}

// claim takes lines for those of the table.
func (t *reader) claim(lines []line.Line) {
	t.Facts.Found, t.Facts.Pos = true, t.Units[lines[0].Unit].Pos()
	for i := range lines {
		u := &t.Units[lines[i].Unit]
		u.Table = int(t.Of)
		if lines[i].Label {
			u.Role = unit.LabelRole
		}
	}
}

// itemOf is a figure as an item of a row; lines have one cell.
func itemOf(tok line.Token) tabular.Item {
	return tabular.Item{From: int32(tok.From), Text: tok.Text, Val: true, V: tok.V}
}

// wordsUnread tells that a line of the text of a table was not read, since words
// stand among its figures, or in place of one: what lacks was printed there
// (line-of-labels-among-figures).
func (t *reader) wordsUnread() {
	if t.text == nil || t.Loose != report.Plainly {
		return
	}
	if t.text.Lost >= 0 && t.Facts.Found {
		t.Loose = report.LineUnread
	}
	if t.text.Mixed < 0 {
		return
	}
	pos := t.Units[t.text.Mixed].Pos()
	if !t.Facts.Found {
		t.Facts.Found, t.Facts.Pos = true, pos
	}
	t.Problem(pos, "数字之间夹有文字，这一行未能读出")
	t.Loose = report.LineMixed
}
