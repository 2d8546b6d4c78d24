package layout

import (
	"errors"
	"testing"

	"ogi/generator/grid"
	"ogi/generator/internal/specimen"
	"ogi/generator/source"
)

// readable checks what holds of every file that was read or refused: an error
// says what and what to do, every place is inside the file, rows have cells
// with spans, and the characters are those of the blocks.
func readable(t *testing.T, name string, b []byte) {
	d, f, err := Read(name, b)
	if err != nil {
		var e *source.Error
		if !errors.As(err, &e) || e.Message == "" {
			t.Fatalf("got a %T: %v", err, err)
		}
		return
	}
	at := func(p source.Pos) {
		if f.Kind.IsText() && (p.Line < 1 || p.Line > f.Lines()+1 || p.Col < 1) {
			t.Fatalf("place %v is outside a file of %d lines", p, f.Lines())
		}
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if (len(b.Lines) > 0) == (b.Table != nil) {
			t.Fatalf("block %d has %d lines, table %v", i, len(b.Lines), b.Table != nil)
		}
		for _, l := range b.Lines {
			at(l.Pos)
		}
		if b.Table != nil {
			checkGrid(t, b.Table, at)
		}
	}
}

func checkGrid(t *testing.T, g *grid.Grid, at func(source.Pos)) {
	for _, row := range g.Rows {
		for _, c := range row {
			at(c.Pos)
			if c.RowSpan < 1 || c.ColSpan < 1 || c.Col < 0 {
				t.Fatalf("cell %q at column %d spans %d by %d", c.Text, c.Col, c.RowSpan, c.ColSpan)
			}
		}
	}
}

func seed(f *testing.F, kinds ...specimen.Kind) {
	for i, k := range kinds {
		f.Add(specimen.Random(uint64(i), specimen.Options{}).MustWrite(k))
	}
}

func FuzzPDF(f *testing.F) {
	seed(f, specimen.PDF)
	f.Fuzz(func(t *testing.T, b []byte) { readable(t, "a.pdf", b) })
}

func FuzzPDFContent(f *testing.F) {
	f.Add("BT /F1 12 Tf 100 700 Td <4E00> Tj ET 60 600 100 40 re S 60 620 m 160 620 l S")
	f.Add("q 1 0 0 -1 0 842 cm /F1 9 Tf [<0031> -250 <0032>] TJ Q 0 0 1 800 re f*")
	f.Fuzz(func(t *testing.T, content string) { readable(t, "a.pdf", specimen.PDFFile([]string{content, content})) })
}

func FuzzWord(f *testing.F) {
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:txbxContent><w:p/></w:txbxContent></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, body string) { readable(t, "a.docx", specimen.WordDocument(body)) })
}

func FuzzWorkbook(f *testing.F) {
	seed(f, specimen.XLSX, specimen.DOCX)
	f.Fuzz(func(t *testing.T, b []byte) { readable(t, "a.xlsx", b) })
}

func FuzzCSV(f *testing.F) {
	seed(f, specimen.CSV)
	f.Fuzz(func(t *testing.T, b []byte) { readable(t, "a.csv", b) })
}

func FuzzMHT(f *testing.F) {
	seed(f, specimen.MHT)
	f.Fuzz(func(t *testing.T, b []byte) { readable(t, "a.mht", b) })
}
