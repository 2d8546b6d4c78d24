package specimen

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// A4 in points, margins, and the size of one half character and half line.
const (
	pageW, pageH = 595.0, 842.0
	margin       = 60.0
	unit         = 3.6
	halfLine     = 6.5
)

// pdf writes a PDF with a text layer and ruled tables. There is no well-kept
// Go writer that sets Chinese without a font file, so the few objects are
// written here: one composite font that is not embedded, its text in UTF-16
// with a ToUnicode map, one content stream a page.
func (s *Specimen) pdf(k Kind) []byte {
	p := &pdfWriter{kind: k}
	p.newPage()
	for _, bl := range s.blocks() {
		if bl.veil != nil {
			bl = bl.wrapped()
			p.bare = true
		}
		switch {
		case bl.pane != "":
		case bl.table != nil:
			p.table(bl.table, bl.table.place(bl.n, bl.table.pageBreak(bl.n)))
		case bl.level == 1:
			for _, l := range wrap(bl.text, 20) {
				p.line(margin+90, l)
			}
		case bl.level == 9:
			p.line(margin+260, bl.text)
		default:
			lines := wrap("　　"+bl.text, 36)
			lines[0] = strings.TrimPrefix(lines[0], "　　")
			for i, l := range lines {
				x := margin
				if i == 0 {
					x += 24
				}
				p.line(x, l)
			}
		}
		p.bare = false
	}
	if k == PDFTwoUp || k == PDFColumns {
		return pdfFile(sheets(p.done()), "0 0 1190 842")
	}
	return PDFFile(p.done())
}

// sheets puts two pages side by side on each sheet.
func sheets(pages []string) []string {
	var out []string
	for i, p := range pages {
		if i%2 == 0 {
			out = append(out, "q\n"+p+"Q\n")
		} else {
			out[i/2] += "q 1 0 0 1 595 0 cm\n" + p + "Q\n"
		}
	}
	return out
}

type pdfWriter struct {
	kind  Kind
	bare  bool // no boxes: the table is not seen
	pages []string
	b     strings.Builder
	y     float64
}

func (p *pdfWriter) newPage() {
	if p.b.Len() > 0 {
		p.pages = append(p.pages, p.b.String())
	}
	p.b.Reset()
	p.y = pageH - margin
	// page numbers are drawn first, as word processors do
	switch n := len(p.pages); {
	case p.kind != PDFColumns:
		p.text(pageW/2-10, 30, fmt.Sprintf("- %d -", n+1))
	case n%2 == 1:
		p.text(0, 30, fmt.Sprintf("- %d -", n/2+1)) // one number a sheet, in its middle
	}
}

func (p *pdfWriter) done() []string {
	return append(p.pages, p.b.String())
}

func (p *pdfWriter) line(x float64, text string) {
	if p.y < margin {
		p.newPage()
	}
	p.text(x, p.y, text)
	p.y -= 2.6 * halfLine
}

// text draws a run of pieces one after the other.
func (p *pdfWriter) text(x, y float64, text string) {
	const size = 2 * unit
	for _, pc := range pieces(text) {
		ink := &Ink{}
		if pc.way != nil && pc.way.PDF != nil {
			ink = pc.way.PDF
		}
		sz := size
		if ink.Size > 0 {
			sz = size * ink.Size
		}
		w := width(pc.text) * sz / size
		at := x
		if ink.Aside {
			at = -4000
		}
		set, back := ink.Set, ""
		if set != "" {
			set, back = "q "+set+" ", "Q\n"
		}
		fmt.Fprintf(&p.b, "%sBT /F1 %.1f Tf %.2f %.2f Td <%s> Tj ET\n%s", set, sz, at, y+ink.Rise*size, hex(pc.text), back)
		switch ink.Over {
		case "line":
			fmt.Fprintf(&p.b, "%.2f %.2f m %.2f %.2f l S\n", x, y+sz*0.35, x+w, y+sz*0.35)
		case "under":
			fmt.Fprintf(&p.b, "%.2f %.2f m %.2f %.2f l S\n", x, y-1, x+w, y-1)
		case "bar":
			fmt.Fprintf(&p.b, "%.2f %.2f %.2f 0.5 re f\n", x, y+sz*0.35, w)
		case "cover":
			fmt.Fprintf(&p.b, "q 1 g %.2f %.2f %.2f %.2f re f Q\n", x, y-1, w, sz+1)
		}
		x += w
	}
}

func hex(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// width is how far a run goes at the size of the page.
func width(text string) float64 {
	w := 0.0
	for _, r := range text {
		if r < 0x7F {
			w += unit
		} else {
			w += 2 * unit
		}
	}
	return w
}

// table draws each cell's box and lines; a table that does not fit begins on a
// new page.
func (p *pdfWriter) table(t *Table, cells []*placed) {
	low := 0
	for _, c := range cells {
		if c.page == 0 {
			low = max(low, c.y1)
		}
	}
	if p.y-float64(low)*halfLine < margin {
		p.newPage()
	}
	for page := range 2 {
		low, any := 0, false
		for _, c := range cells {
			if c.page == page && !any && page == 1 {
				p.newPage()
			}
			if c.page != page {
				continue
			}
			any = true
			low = max(low, c.y1)
			p.box(c.x0, c.x1, c.y0, c.y1)
			for _, f := range c.frags() {
				p.text(margin+float64(f.x)*unit, p.y-float64(f.y)*halfLine-2*halfLine+2, f.text)
			}
		}
		if page == 1 && any {
			// the boxes of group labels that run over the break go on empty
			for _, c := range cells {
				if c.page == 0 && p.runsOver(cells, c) {
					p.box(c.x0, c.x1, 0, p.overEnd(cells, c))
				}
			}
		}
		p.y -= float64(low) * halfLine
	}
	p.y -= 3 * halfLine
}

func (p *pdfWriter) runsOver(cells []*placed, c *placed) bool { return p.overEnd(cells, c) > 0 }

func (p *pdfWriter) overEnd(cells []*placed, c *placed) int {
	end := 0
	for _, q := range cells {
		if q.page == 1 && q.row < c.row+c.RowSpan {
			end = max(end, q.y1)
		}
	}
	return end
}

func (p *pdfWriter) box(x0, x1, y0, y1 int) {
	if p.bare {
		return
	}
	fmt.Fprintf(&p.b, "%.2f %.2f %.2f %.2f re S\n", margin+float64(x0)*unit, p.y-float64(y1)*halfLine,
		float64(x1-x0)*unit, float64(y1-y0)*halfLine)
}

// PDFFile is a PDF with the given content streams as pages, for tests of odd
// content too.
func PDFFile(pages []string) []byte { return pdfFile(pages, "0 0 595 842") }

func pdfFile(pages []string, box string) []byte {
	stream := func(data string) string {
		return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(data), data)
	}
	var kids strings.Builder
	const first = 6 // object number of the first page
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", first+2*i)
	}
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(pages)),
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] >>",
		stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n" +
			"1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
			"1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end"),
	}
	for i, p := range pages {
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", box, first+2*i+1),
			stream(p))
	}
	return PDFOf(objects...)
}

// PDFOf is a PDF of the given objects, numbered from 1 on; the first is its root.
func PDFOf(objects ...string) []byte {
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	x := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, x)
	return b.Bytes()
}
