// Package web reads pages of the web, web archives that browsers saved, and the HTML
// that stands in a text. It knows how browsers show a page: what style sheets hide,
// what scripts write into it, which tables only lay it out.
package web

import (
	"fmt"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// Read reads a page, or the web archive that a browser saved it in.
func Read(f *source.File) (*grid.Doc, error) {
	if f.Kind == source.MHT {
		return readMHT(f)
	}
	return readPage(f, nil)
}

// readPage reads a page of which style sheets are held beside it, by address. It
// walks the tokens and keeps the byte offset of each, so that a cell has both its
// place in the source and its table, row and cell.
func readPage(f *source.File, held map[string]string) (*grid.Doc, error) {
	d := &grid.Doc{Layout: "html"}
	page, err := pageStyles(f.Text, held)
	if err != nil {
		return nil, err
	}
	w := &walker{place: f.Pos, doc: d, root: &flow{}, unseen: &kit.Unseen{Doc: d}, page: page, ground: plainShown, held: held}
	w.walk(f.Text, 0)
	d.Blocks = append(d.Blocks, w.end()...)
	if more := fromScripts(f, d, w); tableRows(more) > tableRows(d.Blocks) {
		d.Blocks = append(d.Blocks, more...)
	}
	if w.cells > kit.MaxCells {
		return nil, &source.Error{
			Message: fmt.Sprintf("表格单元过多（超过 %d 个）", kit.MaxCells),
			Remedy:  "年度报告的表格只有几百个单元，请确认放入的是报告本身",
		}
	}
	if w.page.Over() {
		return nil, kit.TooLarge("网页的样式规则过多")
	}
	if w.over() {
		return nil, kit.TooLarge("网页的文字过多")
	}
	return d, nil
}
