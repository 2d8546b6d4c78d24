package opinion

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"ogi/generator/sign"
)

// widths are the columns of the table, in twentieths of a point; they fill a
// page of A4 laid sideways.
var widths = []int{480, 700, 1850, 1050, 1150, 2900, 1600, 1450, 1900, 1490}

// DOCX is the sheet as a Word file: one table on A4 laid sideways, its head
// repeated on each page.
func (s *Sheet) DOCX() ([]byte, error) {
	var b strings.Builder
	para(&b, "center", 32, true, s.Title())
	for _, h := range s.Head() {
		para(&b, "left", 21, false, h)
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + fmt.Sprint(total(widths)) + `" w:type="dxa"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		b.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
	}
	b.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
	row(&b, true, Columns)
	group, n := -1, 0
	for i, l := range s.Lines {
		if int(l.Group) != group {
			group, n = int(l.Group), n+1
			fmt.Fprintf(&b, `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:gridSpan w:val="%d"/><w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/></w:tcPr>`, total(widths), len(widths))
			textPara(&b, "left", 18, true, true, l.Group.heading(n))
			b.WriteString(`</w:tc></w:tr>`)
		}
		row(&b, false, l.cells(i+1))
	}
	if len(s.Lines) == 0 {
		row(&b, false, []string{"", "", "", "", "", "未见不符", "", "", "", ""})
	}
	b.WriteString(`</w:tbl>`)
	para(&b, "left", 18, false, foot)
	body := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + b.String() +
		`<w:sectPr><w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" w:type="default" r:id="rId2"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1020" w:right="1134" w:bottom="1020" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
	return pack([]member{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/styles.xml", styles},
		{"word/footer1.xml", footer},
		{"word/document.xml", body},
	})
}

func row(b *strings.Builder, head bool, cells []string) {
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if head {
		b.WriteString(`<w:tblHeader/>`)
	}
	b.WriteString(`</w:trPr>`)
	for i, c := range cells {
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, widths[i])
		if head {
			b.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>`)
		}
		b.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
		align := "left"
		if head || i == 0 {
			align = "center"
		}
		textPara(b, align, 18, head, false, c)
		b.WriteString(`</w:tc>`)
	}
	b.WriteString(`</w:tr>`)
}

func para(b *strings.Builder, align string, size int, bold bool, text string) {
	fmt.Fprintf(b, `<w:p><w:pPr><w:spacing w:before="60" w:after="60"/><w:jc w:val="%s"/></w:pPr>`, align)
	runs(b, size, bold, text)
	b.WriteString(`</w:p>`)
}

// textPara is a paragraph in a cell; keep holds it with the next row.
func textPara(b *strings.Builder, align string, size int, bold, keep bool, text string) {
	b.WriteString(`<w:p><w:pPr>`)
	if keep {
		b.WriteString(`<w:keepNext/>`)
	}
	fmt.Fprintf(b, `<w:spacing w:before="20" w:after="20"/><w:jc w:val="%s"/></w:pPr>`, align)
	runs(b, size, bold, text)
	b.WriteString(`</w:p>`)
}

func runs(b *strings.Builder, size int, bold bool, text string) {
	b.WriteString(`<w:r><w:rPr>`)
	if bold {
		b.WriteString(`<w:b/>`)
	}
	fmt.Fprintf(b, `<w:sz w:val="%d"/></w:rPr><w:t xml:space="preserve">`, size)
	_ = xml.EscapeText(b, []byte(sign.Text(text))) // a Builder does not fail
	b.WriteString(`</w:t></w:r>`)
}

func total(ns []int) int {
	sum := 0
	for _, n := range ns {
		sum += n
	}
	return sum
}

type member struct{ name, text string }

// pack zips parts without dates, so that the same sheet has the same bytes.
func pack(parts []member) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(p.text)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

const (
	contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`
	packageRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	documentRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`
	styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`
	footer = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">第 </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> 页，共 </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> 页</w:t></w:r></w:p></w:ftr>`
)
