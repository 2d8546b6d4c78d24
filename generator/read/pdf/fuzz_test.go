package pdf_test

import (
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
)

func FuzzFile(f *testing.F) {
	f.Add(specimen.Random(0, specimen.Options{}).MustWrite(specimen.PDF))
	f.Fuzz(func(t *testing.T, b []byte) { blocks.Readable(t, "a.pdf", b) })
}

func FuzzContent(f *testing.F) {
	f.Add("BT /F1 12 Tf 100 700 Td <4E00> Tj ET 60 600 100 40 re S 60 620 m 160 620 l S")
	f.Add("q 1 0 0 -1 0 842 cm /F1 9 Tf [<0031> -250 <0032>] TJ Q 0 0 1 800 re f*")
	f.Fuzz(func(t *testing.T, content string) {
		blocks.Readable(t, "a.pdf", specimen.PDFFile([]string{content, content}))
	})
}
