package word_test

import (
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
)

func FuzzDocument(f *testing.F) {
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:txbxContent><w:p/></w:txbxContent></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, body string) { blocks.Readable(t, "a.docx", specimen.WordDocument(body)) })
}
