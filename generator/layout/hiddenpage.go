package layout

import (
	"strings"

	"golang.org/x/net/html"

	"ogi/generator/grid"
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

// page adds the text of a page that is not the report's, as a frame is.
func (u *unseen) page(d *grid.Doc) {
	add := func(text string) {
		if telling(text) {
			u.add(source.HiddenPageText, text, source.Pos{})
		}
	}
	for i := range d.Blocks {
		for _, l := range d.Blocks[i].Lines {
			add(l.Text)
		}
		if t := d.Blocks[i].Table; t != nil {
			for _, row := range t.Rows {
				for _, c := range row {
					add(c.Text)
				}
			}
		}
	}
	u.from(d)
}
