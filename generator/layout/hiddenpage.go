package layout

import (
	"strings"

	"golang.org/x/net/html"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/source"
)

// attributes adds what a tag says beside its text: names of pictures, values
// of hidden fields, what a click does. Addresses are left out, which are full of
// digits, but for those of people.
func (w *htmlWalker) attributes(tag string, off int) {
	if !names(tag, wordNames) || !telling(tag) {
		return
	}
	z := html.NewTokenizer(strings.NewReader(tag))
	z.Next()
	for {
		k, v, more := z.TagAttr()
		name, value := string(k), string(v)
		switch {
		case name == "alt", name == "title", name == "value", name == "content", name == "placeholder", name == "author",
			strings.HasPrefix(name, "data-"), strings.HasPrefix(name, "on"), strings.HasPrefix(name, "aria-"),
			name == "href" && (strings.HasPrefix(value, "tel:") || strings.HasPrefix(value, "sms:") || strings.HasPrefix(value, "mailto:")):
			if telling(value) {
				w.unseen.add(source.HiddenPageValue, value, w.place(off))
			}
		}
		if !more {
			return
		}
	}
}

// wordNames are how the attributes begin that hold words.
var wordNames = []string{"alt", "title", "value", "content", "placeholder", "author", "data-", "on", "aria-", "href"}

// hide adds the text of a block that is not shown.
func (w *htmlWalker) hide(b *grid.Block) {
	for text, at := range texts(b) {
		w.unseen.add(source.HiddenPageText, text, at)
	}
}

// addPage adds the text of a page that is not the report's, as a frame is.
func addPage(u *unseen, d *grid.Doc) {
	for i := range d.Blocks {
		for text := range texts(&d.Blocks[i]) {
			if telling(text) {
				u.add(source.HiddenPageText, text, place.Pos{})
			}
		}
	}
	u.from(d)
}
