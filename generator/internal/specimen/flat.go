package specimen

import (
	"fmt"
	"slices"
	"strings"

	"ogi/generator/form"
)

// flat writes the text that programs take out of a PDF: Flat keeps places with
// spaces, FlatRaw follows the drawing order, FlatPlain follows columns and so
// tears labels from their figures. All three wrap labels and prose and leave
// page numbers in the tables.
func (s *Specimen) flat(k Kind) []byte {
	w := &flatWriter{kind: k}
	if k == FlatRaw {
		w.page()
	}
	for _, bl := range s.blocks() {
		bl.text = plainText(bl.text)
		switch {
		case bl.pane != "":
		case bl.table != nil:
			brk := bl.table.pageBreak(bl.n)
			cells := bl.table.place(bl.n, brk)
			switch k {
			case Flat:
				w.spaced(cells)
			case FlatRaw:
				w.drawn(cells)
			default:
				w.columns(cells, bl.n, s.seed%2 == 1)
			}
			w.lines = 12
		case bl.level == 1:
			w.prose(12, wrap(bl.text, 20))
		case bl.level == 9:
			w.prose(40, []string{bl.text})
		default:
			lines := wrap("　　"+bl.text, 28)
			lines[0] = strings.TrimPrefix(lines[0], "　　")
			w.prose(3, lines)
		}
	}
	if k != FlatRaw {
		w.page()
	}
	return []byte(w.b.String())
}

type flatWriter struct {
	b          strings.Builder
	kind       Kind
	lines, num int
}

func (w *flatWriter) prose(indent int, lines []string) {
	for i, l := range lines {
		if w.kind == Flat {
			in := indent
			if i > 0 && indent == 3 {
				in = 0
			}
			l = strings.Repeat(" ", in) + l
		}
		w.b.WriteString(l + "\n")
		if w.lines++; w.lines == 25 {
			w.page()
		}
	}
}

// page ends a page with its number and a form feed; in drawing order the number of the next
// page is drawn first.
func (w *flatWriter) page() {
	w.num++
	w.lines = 0
	switch w.kind {
	case Flat:
		fmt.Fprintf(&w.b, "\n%s-%d-\n\f", strings.Repeat(" ", 40*(w.num%2)), w.num)
	case FlatRaw:
		fmt.Fprintf(&w.b, "\f- %d -\n", w.num)
	default:
		fmt.Fprintf(&w.b, "\n-%d-\n\n\f", w.num)
	}
}

// spaced writes fragments of one height on one line.
func (w *flatWriter) spaced(cells []*placed) {
	for page := range 2 {
		var fs []frag
		for _, p := range cells {
			for i, f := range p.frags() {
				at := p.page
				// the label of a group that runs over the break is cut in two
				if p.page == 0 && p.RowSpan > 1 && len(p.lines) == 2 && i == 1 && w.cut(cells, p) {
					at, f.y = 1, 1
				}
				if at == page {
					fs = append(fs, f)
				}
			}
		}
		if page == 1 {
			if len(fs) == 0 {
				return
			}
			w.page()
		}
		slices.SortStableFunc(fs, func(a, b frag) int {
			if a.y != b.y {
				return a.y - b.y
			}
			return a.x - b.x
		})
		line, y, col := "", -1, 0
		for _, f := range fs {
			if f.y != y {
				if y >= 0 {
					w.b.WriteString(line + "\n")
					if f.y > y+2 {
						w.b.WriteString("\n")
					}
				}
				line, y, col = "", f.y, 0
			}
			gap := f.x - col
			if line != "" {
				gap = max(gap, 2)
			}
			line += strings.Repeat(" ", gap) + f.text
			col = f.x + 2*len([]rune(f.text))
		}
		w.b.WriteString(line + "\n\n")
	}
}

// cut reports whether p runs over the page break.
func (w *flatWriter) cut(cells []*placed, p *placed) bool {
	return slices.ContainsFunc(cells, func(q *placed) bool {
		return q.page == 1 && q.row < p.row+p.RowSpan
	})
}

// drawn writes cell after cell; a cell of one line stays on the line of the
// one before it in its row.
func (w *flatWriter) drawn(cells []*placed) {
	line, row, rest := "", -1, ""
	flush := func() {
		if line != "" {
			w.b.WriteString(line + "\n")
		}
		line = ""
	}
	for i, p := range cells {
		if p.row != row {
			flush()
			row = p.row
		}
		if p.page == 1 && (i == 0 || cells[i-1].page == 0) {
			w.page()
			line, rest = rest, ""
		}
		switch {
		case p.Text == "":
		case len(p.lines) > 1:
			flush()
			lines := p.lines
			if p.page == 0 && len(lines) == 2 && w.cut(cells, p) {
				lines, rest = lines[:1], lines[1]
			}
			w.b.WriteString(strings.Join(lines, "\n") + "\n")
		case line == "":
			line = p.lines[0]
		default:
			line += " " + p.lines[0]
		}
	}
	flush()
}

// columns writes a paragraph a cell. Labels that wrap, and those left of the
// sub-rows, come after all figures of their page; where down is set a run of
// rows comes column by column instead.
func (w *flatWriter) columns(cells []*placed, n form.Table, down bool) {
	out := func(lines ...string) { w.b.WriteString(strings.Join(lines, "\n") + "\n\n") }
	for page := range 2 {
		var late []*placed
		var run [][]*placed // rows to be written downwards
		flush := func() {
			if len(run) == 0 {
				return
			}
			for c := range run[0] {
				var col []string
				for _, r := range run {
					col = append(col, r[c].Text)
				}
				out(col...)
			}
			run = nil
		}
		onPage := slices.DeleteFunc(slices.Clone(cells), func(p *placed) bool { return p.page != page })
		if page == 1 {
			if len(onPage) == 0 {
				return
			}
			w.page()
		}
		for len(onPage) > 0 {
			k := slices.IndexFunc(onPage, func(p *placed) bool { return p.row != onPage[0].row })
			if k < 0 {
				k = len(onPage)
			}
			row := onPage[:k]
			onPage = onPage[k:]
			first := slices.IndexFunc(row, func(p *placed) bool { return p.Key != "" })
			if n != form.Three || first < 0 {
				flush()
				for i, p := range row {
					if n == form.Four && i == len(row)-1 && p.Key != "" {
						out("总计") // a header that slipped down
					}
					if p.Text != "" {
						out(p.lines...)
					}
				}
				continue
			}
			nested := first > 0 && row[first-1].col == 2
			for _, p := range row[:first] {
				if p.col == 0 && p.RowSpan == 1 && !down || p.col == 2 && len(p.lines) == 1 && !down {
					out(p.lines...)
				} else {
					late = append(late, p)
				}
			}
			if down && nested {
				run = append(run, row[first:])
				continue
			}
			flush()
			for _, p := range row[first:] {
				if p.Text != "" {
					out(p.Text)
				}
			}
		}
		flush()
		for _, p := range late {
			out(p.lines...)
		}
	}
}
