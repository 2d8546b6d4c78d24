package growth

import (
	"fmt"
	"strings"

	"ogi/generator/internal/specimen"
)

func (l *list) sheets() {
	r := strings.Repeat
	const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const rel = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	book := func(name string, per int, f func(n int) (sheet, wb string, more []string)) {
		l.add("xlsx/"+name, specimen.XLSX, per, func(n int) []byte {
			s, wb, more := f(n)
			b, _ := specimen.Zip(append([]string{
				"_rels/.rels", rel + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
				"xl/workbook.xml", "<workbook " + ns + `><sheets><sheet name="S" sheetId="1" r:id="r"/></sheets>` + wb + `</workbook>`,
				"xl/_rels/workbook.xml.rels", rel + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
				"xl/worksheets/sheet1.xml", "<worksheet " + ns + ">" + s + "</worksheet>",
			}, more...)...)
			return b
		})
	}
	book("rows", 40, func(n int) (string, string, []string) {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d"><c r="A%d" t="inlineStr"><is><t>规章</t></is></c><c r="B%d"><v>1</v></c></row>`, i+1, i+1, i+1)
		}
		return "<sheetData>" + w.String() + "</sheetData>", "", nil
	})
	book("rows unnumbered", 40, func(n int) (string, string, []string) {
		return "<sheetData>" + r("<row><c><v>1</v></c></row>", n) + "</sheetData>", "", nil
	})
	book("cells", 40, func(n int) (string, string, []string) {
		return "<sheetData><row>" + r("<c><v>1</v></c>", n) + "</row></sheetData>", "", nil
	})
	book("merges", 60, func(n int) (string, string, []string) {
		var w, m strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, i+1, i+1)
			fmt.Fprintf(&m, `<mergeCell ref="A%d:B%d"/>`, i+1, i+1)
		}
		return "<sheetData>" + w.String() + "</sheetData><mergeCells>" + m.String() + "</mergeCells>", "", nil
	})
	book("merges overlap", 60, func(n int) (string, string, []string) {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, i+1, i+1)
		}
		return "<sheetData>" + w.String() + "</sheetData><mergeCells>" + r(`<mergeCell ref="A1:B9"/>`, n) + "</mergeCells>", "", nil
	})
	book("cols", 60, func(n int) (string, string, []string) {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, i+1, i+1)
		}
		return "<cols>" + r(`<col min="1" max="16000" hidden="1"/>`, n) + "</cols><sheetData>" + w.String() + "</sheetData>", "", nil
	})
	book("sst", 60, func(n int) (string, string, []string) {
		var w, s strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>`, i+1, i+1, i)
			fmt.Fprintf(&s, "<si><t>收到%d件</t></si>", i)
		}
		return "<sheetData>" + w.String() + "</sheetData>", "", []string{"xl/sharedStrings.xml", "<sst " + ns + ">" + s.String() + "</sst>"}
	})
	book("sst runs", 60, func(n int) (string, string, []string) {
		return `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`, "", []string{"xl/sharedStrings.xml", "<sst " + ns + "><si>" + r("<r><rPr><strike/></rPr><t>5</t></r><r><t>，</t></r>", n) + "</si></sst>"}
	})
	book("sst shared", 60, func(n int) (string, string, []string) {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>`, i+1, i+1)
		}
		return `<sheetData>` + w.String() + `</sheetData>`, "", []string{"xl/sharedStrings.xml", "<sst " + ns + "><si><t>" + r("收到5件，", n) + "</t></si></sst>"}
	})
	book("styles", 60, func(n int) (string, string, []string) {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d"><c r="A%d" s="%d"><v>1</v></c></row>`, i+1, i+1, i)
		}
		return `<sheetData>` + w.String() + `</sheetData>`, "", []string{"xl/styles.xml", "<styleSheet " + ns + "><numFmts>" + func() string {
			var w strings.Builder
			for i := range n {
				fmt.Fprintf(&w, `<numFmt numFmtId="%d" formatCode="0.00&quot;件&quot;"/>`, 200+i)
			}
			return w.String()
		}() + "</numFmts><fonts>" + r("<font><strike/></font>", n) + "</fonts><cellXfs>" + func() string {
			var w strings.Builder
			for i := range n {
				fmt.Fprintf(&w, `<xf numFmtId="%d" fontId="%d" applyNumberFormat="1"/>`, 200+i, i)
			}
			return w.String()
		}() + "</cellXfs></styleSheet>"}
	})
	book("defined names", 60, func(n int) (string, string, []string) {
		return `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`, "<definedNames>" + r(`<definedName name="a">S!$A$1</definedName>`, n) + "</definedNames>", nil
	})
	book("formulas", 60, func(n int) (string, string, []string) {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d"><c r="A%d"><f>SUM(A1:A9)</f><v>1</v></c></row>`, i+1, i+1)
		}
		return `<sheetData>` + w.String() + `</sheetData>`, "", nil
	})
	book("shared formulas", 60, func(n int) (string, string, []string) {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d"><c r="A%d"><f t="shared" si="0"/><v>1</v></c></row>`, i+1, i+1)
		}
		return `<sheetData>` + w.String() + `</sheetData>`, "", nil
	})
	book("sheets", 60, func(n int) (string, string, []string) {
		return `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`, "<sheets>" + r(`<sheet name="S" sheetId="1" r:id="r"/>`, n) + "</sheets>", nil
	})
	book("cond", 60, func(n int) (string, string, []string) {
		return `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>` + r(`<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="0"><formula>1</formula></cfRule></conditionalFormatting>`, n), "", nil
	})
	book("hidden rows", 60, func(n int) (string, string, []string) {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, `<row r="%d" hidden="1"><c r="A%d"><v>1</v></c></row>`, i+1, i+1)
		}
		return `<sheetData>` + w.String() + `</sheetData>`, "", nil
	})
	book("hyperlinks", 60, func(n int) (string, string, []string) {
		return `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><hyperlinks>` + r(`<hyperlink ref="A1" display="13800138000"/>`, n) + "</hyperlinks>", "", nil
	})
	book("comments", 60, func(n int) (string, string, []string) {
		return `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`, "", []string{"xl/comments1.xml", "<comments " + ns + "><commentList>" + r(`<comment ref="A1"><text><t>张三13800138000</t></text></comment>`, n) + "</commentList></comments>"}
	})
}
