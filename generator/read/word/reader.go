package word

import (
	"encoding/xml"
	"strconv"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// maxDepth bounds the elements of a document, one in another.
const maxDepth = 300

type reader struct {
	doc    *grid.Doc
	unseen *kit.Unseen
	pack   kit.Pack
	parts  parts
	x      *xml.Decoder
	styles styles
	lists  *lists

	out     *flow      // where paragraphs go: the page, a cell or a text box
	par     *paragraph // open paragraph
	paras   int        // paragraphs seen, for places
	tables  int
	veils   int // hidden containers of pages in it
	cells   int
	depth   int
	dropped int // open elements whose text is not shown
	links   int // open hyperlinks
	changed bool
	script  string // where a formula raises or lowers what is in it

	ground     string // of the open cell, as hex
	maybe      bool   // a table's style may paint it
	tableStyle string // of the open table

	anchors map[string]int // comment or note to its paragraph
}

// A flow gathers the blocks of the page, of a cell or of a text box.
type flow struct {
	blocks []grid.Block
	nested int // tables in it
}

// each calls f for each child element of the open one; f reads the child whole.
func (w *reader) each(f func(xml.StartElement) error) error {
	w.depth++
	defer func() { w.depth-- }()
	if w.depth > maxDepth {
		return kit.TooLarge("Word 文件的嵌套过深")
	}
	for {
		t, err := w.x.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := f(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

func (w *reader) add(s string) {
	switch {
	case w.par == nil:
	case w.dropped > 0:
		w.par.deleted.WriteString(s)
	case w.par.hidden:
		w.par.unshown.WriteString(s)
	default:
		if n := len(w.par.pieces); n == 0 || w.par.pieces[n-1].run != w.par.run {
			w.par.pieces = append(w.par.pieces, piece{w.par.text.Len(), w.par.run})
		}
		w.par.text.WriteString(s)
	}
}

// on reads an on/off property.
func on(e xml.StartElement) bool { return onValue(kit.Attr(e, "val")) }

func number(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(kit.Attr(e, name))
	if err != nil {
		return 0
	}
	return n
}
