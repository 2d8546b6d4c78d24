// Package read turns a report file into blocks of prose and tables: one
// reader a dialect or file kind, all with the same result. A file comes in, a
// grid.Doc goes out with the place of every cell. A reader never guesses what
// a cell means and never drops one that may hold a figure; what it cannot read
// at all is a *source.Error. What the file does not show (deleted and hidden
// words, hidden rows, columns and sheets, comments, properties, scripts) is no
// text of the report: it goes out as Hidden, so that no one overlooks it. The
// statutory form is not its job.
package read

import (
	"bytes"
	"fmt"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
	"ogi/generator/read/pdf"
	"ogi/generator/read/sheet"
	"ogi/generator/read/text"
	"ogi/generator/read/web"
	"ogi/generator/read/word"
	"ogi/generator/seen"
	"ogi/generator/source"
)

// A reader reads files of one kind.
type reader func(f *source.File) (*grid.Doc, error)

// readers are the kinds that can be read.
var readers = map[source.Kind]reader{
	source.Text:     readPlain,
	source.Markdown: readPlain,
	source.HTML:     web.Read,
	source.MHT:      web.Read,
	source.CSV:      sheet.Read,
	source.XLSX:     sheet.Read,
	source.DOCX:     word.Read,
	source.PDF:      pdf.Read,
}

// readPlain reads a text, or the sheet that was saved as one.
func readPlain(f *source.File) (*grid.Doc, error) {
	if d := sheet.SavedAsText(f); d != nil {
		return d, nil
	}
	return text.Read(f)
}

// encrypted is the name of the stream in which Office keeps a document behind a
// password: E.n.c.r.y.p.t.e.d, as UTF-16.
var encrypted = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")

// File tells the kind of a file and reads it. The error is a *source.Error.
// The File is given even then, if its kind was told.
func File(path string, b []byte) (*grid.Doc, *source.File, error) {
	f, err := source.Read(path, b)
	if err != nil {
		return nil, f, err
	}
	read := readers[f.Kind]
	if read == nil {
		if f.Kind == source.OLE && bytes.Contains(b, encrypted) {
			return nil, f, &source.Error{Message: "Word 或 Excel 文件设了密码，不能读取", Remedy: "请用密码打开后另存为没有密码的 .docx 或 .xlsx 再放入", Sound: true}
		}
		return nil, f, refusal(f.Kind)
	}
	d, err := read(f)
	if err != nil {
		return nil, f, err
	}
	seen.Settle(d, unshownIn(f.Kind))
	size := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		for text := range kit.Texts(b) {
			size += len(text)
		}
		if b.Veil == 0 {
			d.Chars += kit.Chars(b)
		}
	}
	if size > kit.MostText {
		return nil, f, kit.TooLarge(fmt.Sprintf("文件有 %d MB 文字", size>>20))
	}
	return d, f, nil
}

// unshownIn is what the text is called that a file of a kind does not show.
func unshownIn(k source.Kind) string {
	if k == source.HTML || k == source.MHT {
		return source.HiddenPageText
	}
	return source.HiddenText
}
