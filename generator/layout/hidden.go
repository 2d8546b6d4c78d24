package layout

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"ogi/generator/grid"
	"ogi/generator/source"
)

// maxHidden bounds the text that is kept of what a file does not show.
const maxHidden = 256 << 10

// An unseen gathers what a file carries without showing it.
type unseen struct {
	doc   *grid.Doc
	bytes int
	full  bool
}

func (u *unseen) add(origin, text string, pos source.Pos) {
	text = strings.TrimFunc(text, isSpace)
	if text == "" || u.full {
		return
	}
	if u.bytes += len(text); u.bytes > maxHidden {
		u.full = true
		u.doc.Notes = append(u.doc.Notes, "文件里不显示的内容过多，未全部查看")
		return
	}
	u.doc.Hidden = append(u.doc.Hidden, grid.Hidden{Origin: origin, Text: strings.Clone(text), Pos: pos})
}

// lines adds the telling lines of a long text, as a script is.
func (u *unseen) lines(origin, text string, off int, place func(int) source.Pos) {
	for line := range strings.Lines(text) {
		if telling(line) && !u.full {
			lead := len(line) - len(strings.TrimLeftFunc(line, isSpace))
			u.add(origin, line, place(off+lead))
		}
		off += len(line)
	}
}

// telling reports whether text may concern people: it has Chinese words, or
// digits enough for a number of a person.
func telling(s string) bool {
	digits := 0
	for _, c := range s {
		switch {
		case unicode.IsDigit(c):
			if digits++; digits >= 7 {
				return true
			}
		case c == ' ' || c == '-' || c == '\u00a0':
		case unicode.Is(unicode.Han, c):
			return true
		default:
			digits = 0
		}
	}
	return false
}

// officeProperties are the properties of an office file that say who made it.
var officeProperties = map[string]string{
	"creator": "作者", "lastModifiedBy": "最后修改者", "title": "标题", "subject": "主题", "keywords": "关键词",
	"description": "备注", "category": "类别", "contentStatus": "状态", "Company": "单位", "Manager": "主管",
}

// properties adds those of a Word or Excel file; damaged ones tell nothing.
func (u *unseen) properties(p pack) {
	for _, name := range []string{"docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"} {
		b, err := p.read(name)
		if err != nil {
			continue
		}
		label := ""
		x := xml.NewDecoder(bytes.NewReader(b))
		for depth := 0; ; {
			t, err := x.Token()
			if err != nil {
				break
			}
			switch t := t.(type) {
			case xml.StartElement:
				depth++
				if depth == 2 {
					if label = officeProperties[t.Name.Local]; label == "" {
						label = attr(t, "name") // of a property of the user's own
					}
				}
			case xml.EndElement:
				depth--
			case xml.CharData:
				if text := strings.TrimFunc(string(t), isSpace); depth >= 2 && label != "" && text != "" {
					u.add(source.HiddenProperty, label+"："+text, source.Pos{})
				}
			}
		}
	}
}

// word adds the comments, notes, headers and footers of a Word file. anchors
// are the paragraphs that comments and notes hang on.
func (u *unseen) word(p pack, parts wordPackage, anchors map[string]int) error {
	for _, part := range []struct{ kind, item, origin string }{
		{"comments", "comment", source.HiddenComment},
		{"footnotes", "footnote", source.HiddenNote},
		{"endnotes", "endnote", source.HiddenNote},
	} {
		for _, name := range parts.all(p, part.kind) {
			b, err := p.read(name)
			if err != nil {
				return err
			}
			eachText(b, part.item, func(e xml.StartElement, text string) {
				if by := attr(e, "author"); by != "" && strings.TrimFunc(text, isSpace) != "" {
					text = by + "：" + text
				}
				u.add(part.origin, text, source.Pos{}.In(source.Place{Para: anchors[part.item+attr(e, "id")]}))
			})
		}
	}
	for _, name := range append(parts.all(p, "header"), parts.all(p, "footer")...) {
		b, err := p.read(name)
		if err != nil {
			return err
		}
		eachText(b, "p", func(_ xml.StartElement, text string) { u.add(source.HiddenMargin, text, source.Pos{}) })
	}
	return nil
}

// eachText gives the text of each element of a name; a damaged part ends
// early.
func eachText(b []byte, item string, yield func(xml.StartElement, string)) {
	x := xml.NewDecoder(bytes.NewReader(b))
	x.Strict = false
	var open xml.StartElement
	var text strings.Builder
	inside, shown := 0, 0
	for {
		t, err := x.Token()
		if err != nil {
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case item:
				if inside == 0 {
					open = t.Copy()
				}
				inside++
			case "t", "delText":
				shown++
			case "p", "br", "tab":
				if text.Len() > 0 {
					text.WriteByte(' ')
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case item:
				if inside = max(0, inside-1); inside == 0 {
					yield(open, text.String())
					text.Reset()
				}
			case "t", "delText":
				shown = max(0, shown-1)
			}
		case xml.CharData:
			if inside > 0 && shown > 0 {
				text.Write(t)
			}
		}
	}
}

// attributes adds what a tag says beside its text: names of pictures, values
// of hidden fields, what a click does. Addresses are left out, which are full of
// digits, but for those of people.
func (w *htmlWalker) attributes(tag string, off int) {
	if !telling(tag) {
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

// from adds what another page does not show either; its places are not those of
// the file.
func (u *unseen) from(d *grid.Doc) {
	for _, h := range d.Hidden {
		u.add(h.Origin, h.Text, source.Pos{})
	}
}
