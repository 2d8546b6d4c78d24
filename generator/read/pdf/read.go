// Package pdf reads the text layer of PDF files: characters and ruled lines with
// their places, tables from the ruled lines, prose from the lines between them.
//
// The file structure is read by github.com/ledongthuc/pdf. It and dslipak/pdf
// descend from rsc.io/pdf; the former is still kept and has learnt to read many
// broken files since, the latter has stood still since the start of 2024. pdfcpu
// checks and edits files but gives no text with places; unipdf is under the AGPL or
// a fee. What the library itself makes of a page lacks the width of Chinese glyphs,
// drawn lines and vertical writing, and does not end on an unclosed string. So pages
// are interpreted (lex.go, draw.go) and fonts decoded (font.go) here.
//
// PDFium by way of klippa-app/go-pdfium 1.21.4, which needs no C, was weighed as a
// second witness and is none: it is a module of 5.8 MB that takes 4 to 5 s of a
// processor to start and 50 to 70 ms for a report of five pages, where this takes
// 3 ms; and over 29 files (real reports, specimens plain, in columns, with marks,
// strikes and hidden text) it gave the same characters to the last one. It tells
// text that nobody sees and marks of notes no better, for it hands both out as
// text. Hence it is not in go.mod; who changes this reader may compare with it.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/ledongthuc/pdf"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// maxPages is far above the pages of a report.
const maxPages = 300

// Read reads the text layer of a PDF.
func Read(f *source.File) (*grid.Doc, error) {
	b, err := sound(f.Bytes)
	if err != nil {
		return nil, err
	}
	doc, err := interpret(b, false)
	if err == nil || !isDamage(err) {
		return doc, err
	}
	if fixed, ok := repaired(b); ok {
		if doc, err := interpret(fixed, true); err == nil {
			doc.Notes = append(doc.Notes, "文件内部的对象表已损坏，已按其中的对象重建后读取")
			return doc, nil
		}
	}
	return nil, err
}

// interpret interprets the pages of a file; where all is set, each that it counts
// must be there with its content.
func interpret(b []byte, all bool) (doc *grid.Doc, err error) {
	defer func() {
		if r := recover(); r != nil { // the library panics on malformed files
			doc, err = nil, kit.Panicked("PDF", r)
		}
	}()
	m := &meter{b: b, left: 1<<20 + 4*len(b)} // the table of objects is read once
	r, err := pdf.NewReader(m, int64(len(b)))
	if err != nil {
		return nil, unopened(err)
	}
	m.left = 4<<20 + 20*len(b) // real files take up to seven times their size
	n := r.NumPage()
	if n > maxPages {
		return nil, kit.TooLarge(fmt.Sprintf("PDF 有 %d 页", n))
	}
	var pages []*page
	work := &kit.Budget{}
	d := &drawing{fonts: map[string]*font{}, layers: readLayers(r, work), work: work}
	for i := 1; i <= n; i++ {
		p := r.Page(i)
		if p.V.IsNull() || all && p.V.Key("Contents").IsNull() {
			continue
		}
		pages = append(pages, d.page(i, p))
	}
	if n == 0 || all && len(pages) < n {
		return nil, kit.Damaged("PDF", fmt.Errorf("%d 页中只有 %d 页可读", n, len(pages)))
	}
	if err := legible(pages); err != nil {
		return nil, err
	}
	doc = &grid.Doc{Layout: "pdf", Blocks: blocks(pages), Notes: notes(pages)}
	hidden := kit.Unseen{Doc: doc}
	addUnshown(&hidden, r)
	for _, p := range pages {
		for _, l := range textLines(p.unseen) {
			hidden.Add(source.HiddenText, l.text, place.Pos{}.In(place.Place{Page: p.number, Box: l.box}))
		}
	}
	return doc, nil
}

// unopened says why the library opens a file no further. Its words are all that tells
// an encryption that it does not know, as AES-256, from damage; one whose user's
// password is empty opens in every viewer all the same.
func unopened(err error) error {
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return &source.Error{Message: "PDF 设了打开密码，不能读取", Remedy: "请用密码打开后另存为没有密码的 PDF；也可用 ogi transcribe 人工录入", Sound: true}
	case strings.Contains(err.Error(), "encryption"): // of a key of 256 bits it says malformed
		return &source.Error{
			Message: "PDF 加了密（AES-256 一类），本程序解不开，文件并没有损坏",
			Remedy:  "若不输密码就能打开（只设了所有者密码），请用阅读器打印成 PDF 或另存为不加密的再放入；也可用 ogi transcribe 人工录入", Sound: true,
		}
	}
	return kit.Damaged("PDF", err)
}

// notes tells of text that may not be the agency's own.
func notes(pages []*page) []string {
	chars, hidden, slanted := 0, 0, 0
	for _, p := range pages {
		chars += len(p.chars)
		hidden += p.hidden
		slanted += p.slanted
	}
	var notes []string
	if hidden*2 > chars {
		notes = append(notes, "文字层是不显示的，可能由图片识别得来，数字请与原件核对")
	}
	if slanted > 0 {
		notes = append(notes, fmt.Sprintf("斜排的 %d 个字（水印）未读", slanted))
	}
	return notes
}

// legible says so where the pages are pictures or their text has no meaning.
func legible(pages []*page) error {
	chars, unknown, pictures := 0, 0, 0
	for _, p := range pages {
		chars += len(p.chars)
		unknown += p.unknown
		pictures += p.pictures
	}
	switch {
	case chars+unknown < 40 && pictures > 0:
		return &source.Error{
			Message: fmt.Sprintf("这是扫描件：%d 页里没有文字层，只有图片", len(pages)),
			Remedy:  kit.Transcribe, Sound: true,
		}
	case chars+unknown == 0:
		return &source.Error{Message: "PDF 里没有文字", Remedy: kit.Transcribe, Sound: true}
	case unknown > chars:
		return &source.Error{
			Message: "PDF 的字体没有文字编码，取不出文字",
			Remedy:  kit.Transcribe, Sound: true,
		}
	}
	return nil
}

// isDamage reports whether a new table of objects may mend what is wrong.
func isDamage(err error) bool {
	var e *source.Error
	return errors.As(err, &e) && strings.HasPrefix(e.Message, "文件已损坏")
}

// A meter is the file with a bound on what may be read from it, so that a
// file that refers to itself comes to an end.
type meter struct {
	b    []byte
	left int
}

func (m *meter) ReadAt(p []byte, off int64) (int, error) {
	if m.left -= len(p); m.left < 0 {
		panic(&source.Error{Message: "PDF 的内部结构循环引用，未读取", Remedy: kit.Transcribe})
	}
	return bytes.NewReader(m.b).ReadAt(p, off)
}
