package kit

import (
	"bytes"
	"encoding/xml"
	"strings"

	"ogi/generator/place"
	"ogi/generator/source"
)

// officeProperties are the properties of an office file that say who made it.
var officeProperties = map[string]string{
	"creator": "作者", "lastModifiedBy": "最后修改者", "title": "标题", "subject": "主题", "keywords": "关键词",
	"description": "备注", "category": "类别", "contentStatus": "状态", "Company": "单位", "Manager": "主管",
}

// Properties adds those of a Word or Excel file; damaged ones tell nothing.
func (u *Unseen) Properties(p Pack) {
	for _, name := range []string{"docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"} {
		b, err := p.Read(name)
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
						label = Attr(t, "name") // of a property of the user's own
					}
				}
			case xml.EndElement:
				depth--
			case xml.CharData:
				if text := strings.TrimFunc(string(t), IsSpace); depth >= 2 && label != "" && text != "" {
					u.Add(source.HiddenProperty, label+"："+text, place.Pos{})
				}
			}
		}
	}
}

// Attr is an attribute of an element, "" if it has none of that name.
func Attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
