package word

import (
	"bytes"
	"encoding/xml"
	"strings"

	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// aside adds the comments, notes, headers and footers of the file, at the
// paragraphs that comments and notes hang on.
func (w *reader) aside() error {
	for _, part := range []struct{ kind, item, origin string }{
		{"comments", "comment", source.HiddenComment},
		{"footnotes", "footnote", source.HiddenNote},
		{"endnotes", "endnote", source.HiddenNote},
	} {
		for _, name := range w.parts.all(w.pack, part.kind) {
			b, err := w.pack.Read(name)
			if err != nil {
				return err
			}
			eachText(b, part.item, func(e xml.StartElement, text string) {
				if by := kit.Attr(e, "author"); by != "" && strings.TrimFunc(text, kit.IsSpace) != "" {
					text = by + "：" + text
				}
				w.unseen.Add(part.origin, text, place.Pos{}.In(place.Place{Para: w.anchors[part.item+kit.Attr(e, "id")]}))
			})
		}
	}
	for _, name := range append(w.parts.all(w.pack, "header"), w.parts.all(w.pack, "footer")...) {
		b, err := w.pack.Read(name)
		if err != nil {
			return err
		}
		eachText(b, "p", func(_ xml.StartElement, text string) { w.unseen.Add(source.HiddenMargin, text, place.Pos{}) })
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
