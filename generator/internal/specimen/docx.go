package specimen

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// docx writes the least OOXML that a word processor opens: paragraphs and
// tables with gridSpan and vMerge.
func (s *Specimen) docx() ([]byte, error) {
	var d strings.Builder
	d.WriteString(xml.Header + "<w:document " + wordNS + "><w:body>")
	for _, bl := range s.blocks() {
		if bl.veil != nil {
			bl = bl.wrapped()
		}
		switch {
		case bl.pane != "":
		case bl.table != nil:
			bl.table.word(&d)
		case bl.level == 1:
			d.WriteString(`<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>` + run(bl.text) + "</w:p>")
		case bl.level == 2:
			fmt.Fprintf(&d, `<w:p><w:pPr><w:outlineLvl w:val="%d"/></w:pPr>%s</w:p>`, max(0, s.Level-2), run(bl.text))
		case bl.level > 2 && bl.level < 9:
			fmt.Fprintf(&d, `<w:p><w:pPr><w:outlineLvl w:val="%d"/></w:pPr>%s</w:p>`, bl.level-2, run(bl.text))
		default:
			d.WriteString("<w:p>" + run(bl.text) + "</w:p>")
		}
	}
	d.WriteString("<w:sectPr/></w:body></w:document>")
	parts := []string{
		"[Content_Types].xml", xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels", xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", d.String(),
	}
	return Zip(append(parts, s.wordParts()...)...)
}

// wordParts are the parts that the ways used need: a character style, the note
// that a mark refers to.
func (s *Specimen) wordParts() []string {
	var parts []string
	for _, w := range s.ways() {
		if w.Style != "" && len(parts) == 0 {
			parts = append(parts,
				"word/_rels/document.xml.rels", xml.Header+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
				"word/styles.xml", xml.Header+"<w:styles "+wordNS+`><w:style w:type="character" w:styleId="Look"><w:name w:val="Look"/><w:rPr>`+w.Style+"</w:rPr></w:style></w:styles>")
		}
		if strings.Contains(w.Word, "footnoteReference") {
			parts = append(parts, "word/footnotes.xml", xml.Header+"<w:footnotes "+wordNS+`><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>`+run("含有关单位的数量。")+"</w:p></w:footnote></w:footnotes>")
		}
		if strings.Contains(w.Word, "commentReference") {
			parts = append(parts, "word/comments.xml", xml.Header+"<w:comments "+wordNS+`><w:comment w:id="1" w:author="A"><w:p>`+run("99")+"</w:p></w:comment></w:comments>")
		}
	}
	return parts
}

// wrapped is a block whose every text has the look of its veil.
func (bl block) wrapped() block {
	if bl.text != "" {
		bl.text = bl.veil.Of(bl.text)
	}
	if bl.table != nil {
		t := bl.table.Clone()
		for i := range t.Rows {
			for j := range t.Rows[i] {
				if c := &t.Rows[i][j]; c.Text != "" {
					c.Text = bl.veil.Of(c.Text)
				}
			}
		}
		bl.table = t
	}
	return bl
}

// WordDocument is a docx around the given body XML, for tests of odd markup.
func WordDocument(body string) []byte {
	b, err := Zip("word/document.xml", xml.Header+"<w:document "+wordNS+"><w:body>"+body+"</w:body></w:document>")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return b
}

// Zip packs name, text, name, text … in that order.
func Zip(parts ...string) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func run(text string) string {
	if text == "" {
		return fill(wordText, "")
	}
	return dressed(text, wordText, xmlText, func(w *Way) string { return w.Word })
}

const wordText = `<w:r><w:t xml:space="preserve">…</w:t></w:r>`

func xmlText(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}

const wordBorders = `<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>`

func (t *Table) word(d *strings.Builder) {
	d.WriteString("<w:tbl><w:tblPr>" + wordBorders + "</w:tblPr><w:tblGrid>" + strings.Repeat(`<w:gridCol w:w="900"/>`, t.Width) + "</w:tblGrid>")
	for _, line := range t.layout() {
		d.WriteString("<w:tr>")
		if len(line) > 0 && line[len(line)-1].cell.Veiled == "row" {
			d.WriteString("<w:trPr><w:hidden/></w:trPr>")
		}
		for _, sl := range line {
			if !sl.first && !sl.edge {
				continue
			}
			d.WriteString("<w:tc><w:tcPr>")
			if sl.cell.ColSpan > 1 {
				fmt.Fprintf(d, `<w:gridSpan w:val="%d"/>`, sl.cell.ColSpan)
			}
			switch {
			case sl.edge:
				d.WriteString("<w:vMerge/>")
			case sl.cell.RowSpan > 1:
				d.WriteString(`<w:vMerge w:val="restart"/>`)
			}
			d.WriteString("</w:tcPr><w:p>")
			if sl.first {
				d.WriteString(run(sl.cell.Text))
			}
			d.WriteString("</w:p></w:tc>")
		}
		d.WriteString("</w:tr>")
	}
	d.WriteString("</w:tbl>")
}
