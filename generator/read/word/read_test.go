package word_test

import (
	"strings"
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
	"ogi/generator/read"
)

func TestMarkup(t *testing.T) {
	p := func(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }
	tc := func(pr, s string) string { return "<w:tc><w:tcPr>" + pr + "</w:tcPr>" + p(s) + "</w:tc>" }
	for _, c := range []struct{ name, body, want string }{
		{
			"runs of one paragraph join", "<w:p><w:r><w:t>本年</w:t></w:r><w:r><w:t>新收</w:t></w:r></w:p>",
			"本年新收\n",
		},
		{
			"inserted text counts and deleted does not",
			`<w:p><w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:del><w:r><w:delText>21</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom></w:p>`,
			"12\n",
		},
		{
			"a deleted row is gone",
			"<w:tbl><w:tr>" + tc("", "甲") + tc("", "1") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + tc("", "乙") + tc("", "2") + "</w:tr></w:tbl>",
			"甲@0 | 1@1\n",
		},
		{
			"hidden text and field codes are not shown",
			`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>见</w:t></w:r></w:p>`,
			"见\n",
		},
		{
			"a text box follows its paragraph, once",
			`<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + p("框里") + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + p("框里") + `</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>段落</w:t></w:r></w:p>`,
			"段落\n框里\n",
		},
		{
			"merged cells stand once at their top left",
			"<w:tbl><w:tr>" + tc(`<w:vMerge w:val="restart"/>`, "组") + tc(`<w:gridSpan w:val="2"/>`, "1") + "</w:tr>" +
				"<w:tr>" + tc("<w:vMerge/>", "") + tc("", "2") + tc("", "3") + "</w:tr></w:tbl>",
			"组@0+1x2 | 1@1+2x1\n2@1 | 3@2\n",
		},
		{
			"a merge that ended is not continued",
			"<w:tbl><w:tr>" + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc("", "1") + "</w:tr>" +
				"<w:tr>" + tc("", "乙") + tc("", "2") + "</w:tr><w:tr>" + tc("<w:vMerge/>", "丙") + tc("", "3") + "</w:tr></w:tbl>",
			"甲@0 | 1@1\n乙@0 | 2@1\n丙@0 | 3@1\n",
		},
		{
			"a table that only holds tables is taken apart",
			"<w:tbl><w:tr><w:tc><w:tbl><w:tr>" + tc("", "a") + tc("", "1") + "</w:tr><w:tr>" + tc("", "b") + tc("", "2") + "</w:tr></w:tbl></w:tc></w:tr></w:tbl>",
			"a@0 | 1@1\nb@0 | 2@1\n",
		},
		{
			"a table inside a cell of figures is that cell's text",
			"<w:tbl><w:tr>" + tc("", "甲") + "<w:tc><w:tbl><w:tr>" + tc("", "7") + "</w:tr></w:tbl></w:tc></w:tr><w:tr>" + tc("", "乙") + tc("", "2") + "</w:tr></w:tbl>",
			"甲@0 | 7@1\n乙@0 | 2@1\n",
		},
		{
			"rows inside a content control are rows",
			"<w:tbl><w:sdt><w:sdtContent><w:tr>" + tc("", "甲") + tc("", "1") + "</w:tr></w:sdtContent></w:sdt></w:tbl>",
			"甲@0 | 1@1\n",
		},
		{
			"columns left free at the start of a row count",
			"<w:tbl><w:tr>" + tc("", "甲") + tc("", "1") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + tc("", "2") + "</w:tr></w:tbl>",
			"甲@0 | 1@1\n2@1\n",
		},
		{
			"a figure in a frame of its own is that cell's text",
			"<w:tbl>" + strings.Repeat("<w:tr>"+tc("", "甲")+"<w:tc><w:tbl><w:tr>"+tc("", "7")+"</w:tr></w:tbl></w:tc><w:tc><w:tbl><w:tr>"+tc("", "8")+"</w:tr></w:tbl></w:tc></w:tr>", 2) + "</w:tbl>",
			"甲@0 | 7@1 | 8@2\n甲@0 | 7@1 | 8@2\n",
		},
		{
			"a cell deleted by a tracked change is gone",
			"<w:tbl><w:tr>" + tc("", "甲") + tc("<w:cellDel/>", "1") + tc("", "2") + "</w:tr></w:tbl>",
			"甲@0 | 2@1\n",
		},
		{
			"phonetic guides are not text",
			`<w:p><w:r><w:ruby><w:rt><w:r><w:t>7</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>12</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`,
			"12\n",
		},
		{
			"a symbol of a font stands as a box",
			`<w:p><w:r><w:t>1</w:t><w:sym w:font="Wingdings" w:char="F031"/><w:t>2</w:t></w:r></w:p>`,
			"1□2\n",
		},
		{
			"paragraphs of cells parted by tabs are a table",
			p("正文") + p("规章\t1\t2\t3") + p("文件\t4\t5\t6") + p("许可") + p("处罚\t7") + p("处") + p("正文\t见附件"),
			"正文\n规章@0 | 1@1 | 2@2 | 3@3\n文件@0 | 4@1 | 5@2 | 6@3\n许可@0\n处罚@0 | 7@1\n处@0\n正文@0 | 见附件@1\n",
		},
		{
			"an outline level is a heading",
			`<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>一、总体情况</w:t></w:r></w:p>` + p("正文"),
			"#一、总体情况\n正文\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := blocks.Show(t, "a.docx", specimen.WordDocument(c.body)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestListNumbersAreRead(t *testing.T) {
	b, err := specimen.Zip(
		"word/numbering.xml", `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style></w:styles>`,
		"word/document.xml", `<w:document xmlns:w="w"><w:body>`+
			strings.Repeat(`<w:p><w:pPr><w:pStyle w:val="a1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>情况</w:t></w:r></w:p>`, 3)+`</w:body></w:document>`,
	)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := blocks.Show(t, "a.docx", b), "#一、情况\n#二、情况\n#三、情况\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestTellsOfTrackedChanges(t *testing.T) {
	d, _, err := read.File("a.docx", specimen.WordDocument(`<w:p><w:ins><w:r><w:t>12</w:t></w:r></w:ins></w:p>`))
	if err != nil || len(d.Notes) != 1 || !strings.Contains(d.Notes[0], "修订") {
		t.Errorf("got %v, notes %q", err, d.Notes)
	}
}

func TestStylesMayHideText(t *testing.T) {
	b, err := specimen.Zip(
		"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="a"><w:name w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="b"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style></w:styles>`,
		"word/document.xml", `<w:document xmlns:w="w"><w:body><w:p><w:r><w:rPr><w:rStyle w:val="b"/></w:rPr><w:t>44</w:t></w:r><w:r><w:rPr><w:rStyle w:val="c"/></w:rPr><w:t>5</w:t></w:r><w:r><w:rPr><w:rStyle w:val="b"/><w:vanish w:val="false"/></w:rPr><w:t>6</w:t></w:r></w:p>`+
			`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>7</w:t></w:r></w:p></w:body></w:document>`,
	)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := blocks.Show(t, "a.docx", b), "56\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestPartsAreFoundByTheirLinks(t *testing.T) {
	b, err := specimen.Zip(
		"_rels/.rels", `<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>`,
		"word/_rels/document2.xml.rels", `<Relationships><Relationship Id="c" Type="http://x/aFChunk" Target="page.html"/><Relationship Id="s" Type="http://x/styles" Target="styles2.xml"/></Relationships>`,
		"word/styles2.xml", `<w:styles xmlns:w="w"><w:style w:styleId="a"><w:name w:val="heading 2"/></w:style></w:styles>`,
		"word/page.html", `<p>页</p><table><tr><td>甲</td><td rowspan=2>1</td></tr><tr><td>乙</td></tr></table>`,
		"word/document2.xml", `<w:document xmlns:w="w" xmlns:r="r"><w:body><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>题</w:t></w:r></w:p><w:altChunk r:id="c"/></w:body></w:document>`,
	)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := blocks.Show(t, "a.docx", b), "@0\n##题\n页\n甲@0 | 1@1+1x2\n乙@0\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	d, _, _ := read.File("a.docx", b)
	last := d.Blocks[len(d.Blocks)-1].Table
	if got, want := last.Rows[1][0].Pos.String(), "table=2 row=2 cell=1"; got != want {
		t.Errorf("embedded cell at %q, want %q", got, want)
	}
}

// A list may be that of a style, and a list of its own may begin anew.
func TestListNumbersOfStylesAndRestarts(t *testing.T) {
	b, err := specimen.Zip(
		"word/numbering.xml", `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`+
			`<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`,
		"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`,
		"word/document.xml", `<w:document xmlns:w="w"><w:body>`+strings.Repeat(`<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`, 2)+
			strings.Repeat(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>`, 2)+
			`<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>丙</w:t></w:r></w:p></w:body></w:document>`,
	)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := blocks.Show(t, "a.docx", b), "1.甲\n2.甲\n1.乙\n2.乙\n丙\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
