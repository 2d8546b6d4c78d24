package layout

import (
	"bytes"
	"encoding/xml"
	"strings"

	"github.com/xuri/excelize/v2"

	"ogi/generator/source"
)

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

// workbook adds the comments and hidden sheets of a workbook.
func (u *unseen) workbook(x *excelize.File, shown []string) {
	isShown := map[string]bool{}
	for _, s := range shown {
		isShown[s] = true
	}
	for _, sheet := range x.GetSheetList() {
		comments, err := x.GetComments(sheet)
		for _, c := range comments {
			if err != nil {
				break
			}
			at := source.Place{Sheet: sheet}
			if col, row, err := excelize.CellNameToCoordinates(c.Cell); err == nil {
				at.Row, at.Cell = row, col
			}
			text := c.Text
			for _, r := range c.Paragraph {
				text += r.Text
			}
			if c.Author != "" && text != "" && !strings.HasPrefix(text, c.Author) {
				text = c.Author + "：" + text
			}
			u.add(source.HiddenComment, text, source.Pos{}.In(at))
		}
		if isShown[sheet] {
			continue
		}
		it, err := x.Rows(sheet)
		if err != nil {
			continue
		}
		for n := 1; it.Next() && n <= maxSheetRows && !u.full; n++ {
			cols, err := it.Columns()
			if err != nil {
				break
			}
			u.add(source.HiddenSheet, strings.Join(cols, "\t"), source.Pos{}.In(source.Place{Sheet: sheet, Row: n}))
		}
		_ = it.Close()
	}
}
