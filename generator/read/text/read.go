// Package text reads plain text and Markdown, and the many ways in which converters
// write tables there: cells parted by tabs, bars or commas, one a line, in drawn
// boxes or above dashes. A dialect is told run by run and not by file, since
// converters mix them.
package text

import (
	"fmt"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
	"ogi/generator/read/web"
	"ogi/generator/source"
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
		case tableLine:
			i = r.tables[i](i)
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
