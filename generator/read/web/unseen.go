package web

import (
	"strings"

	"golang.org/x/net/html"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// attributes adds what a tag says beside its text: names of pictures, values
// of hidden fields, what a click does. Addresses are left out, which are full of
// digits, but for those of people.
func (w *walker) attributes(tag string, off int) {
	if !names(tag, wordNames) || !kit.Telling(tag) {
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
			if kit.Telling(value) {
				w.unseen.Add(source.HiddenPageValue, value, w.place(off))
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
func (w *walker) hide(b *grid.Block) {
	for text, at := range kit.Texts(b) {
		w.unseen.Add(source.HiddenPageText, text, at)
	}
}

// addPage adds the text of a page that is not the report's, as a frame is.
func addPage(u *kit.Unseen, d *grid.Doc) {
	for i := range d.Blocks {
		for text := range kit.Texts(&d.Blocks[i]) {
			if kit.Telling(text) {
				u.Add(source.HiddenPageText, text, place.Pos{})
			}
		}
	}
	u.From(d)
}
