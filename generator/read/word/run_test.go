package word_test

import (
	"strings"
	"testing"

	"ogi/generator/internal/specimen"
	"ogi/generator/read"
)

// wordCells reads a Word file of one table with a row of cells, given as runs,
// and tells each cell with its notes.
func wordCells(t *testing.T, styles string, cells ...string) []string {
	t.Helper()
	body := `<w:document xmlns:w="w"><w:body><w:tbl><w:tr>`
	for _, c := range cells {
		if !strings.HasPrefix(c, "<w:tcPr") && !strings.HasPrefix(c, "<w:p>") {
			c = "<w:p>" + c + "</w:p>"
		}
		body += "<w:tc>" + c + "</w:tc>"
	}
	b, err := specimen.Zip("word/styles.xml", `<w:styles xmlns:w="w">`+styles+`</w:styles>`, "word/document.xml", body+`</w:tr></w:tbl></w:body></w:document>`)
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := read.File("a.docx", b)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range d.Blocks[0].Table.Rows[0] {
		out = append(out, strings.Join(append([]string{c.Text}, c.Marks.Noted()...), " note "))
	}
	return out
}

// TestLooks: marks of notes, struck and unseen letters, by the run itself
// and by the styles that hand it down.
func TestLooks(t *testing.T) {
	run := func(pr, text string) string { return `<w:r><w:rPr>` + pr + `</w:rPr><w:t>` + text + `</w:t></w:r>` }
	styles := `<w:style w:styleId="base"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
		`<w:style w:styleId="mark"><w:basedOn w:val="base"/></w:style>` +
		`<w:style w:styleId="old"><w:rPr><w:strike/></w:rPr></w:style>` +
		`<w:style w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>`
	for _, c := range []struct{ cell, want string }{
		{run("", "5") + run(`<w:vertAlign w:val="superscript"/>`, "1"), "5 note 1"},
		{run("", "5") + run(`<w:vertAlign w:val="subscript"/>`, "1"), "5 note 1"},
		{run("", "5") + run(`<w:position w:val="8"/><w:sz w:val="12"/>`, "1"), "5 note 1"},
		{run("", "5") + run(`<w:rStyle w:val="mark"/>`, "1"), "5 note 1"},
		{run("", "5") + run(`<w:sz w:val="10"/>`, "1"), "5¹"},
		{run("", "5") + `<w:hyperlink w:anchor="n">` + run("", "1") + `</w:hyperlink>`, "5¹"},
		{run("", "5") + `<w:hyperlink w:anchor="n">` + run(`<w:vertAlign w:val="superscript"/>`, "1") + `</w:hyperlink>`, "5 note 1"},
		{`<w:hyperlink w:anchor="n">` + run("", "12") + `</w:hyperlink>` + run("", "件"), "12件"},
		{run(`<w:vertAlign w:val="superscript"/>`, "5"), "5"},
		{run(`<w:strike/>`, "80") + run("", "8"), "8"},
		{run(`<w:dstrike/>`, "80") + run("", "8"), "8"},
		{run(`<w:rStyle w:val="old"/>`, "80") + run("", "8"), "8"},
		{run(`<w:strike w:val="0"/>`, "80") + run("", "8"), "808"},
		{run(`<w:rStyle w:val="old"/><w:strike w:val="0"/>`, "80") + run("", "8"), "808"},
		{`<w:pPr><w:pStyle w:val="old"/></w:pPr>` + run("", "80"), "8̶0̶"},
		{`<w:pPr><w:pStyle w:val="old"/></w:pPr>` + run(`<w:rStyle w:val="old"/>`, "80"), "80"}, // said twice, it is undone
		{run(`<w:strike/><w:dstrike w:val="0"/>`, "80") + run("", "8"), "8"},
		{`<w:pPr><w:pStyle w:val="gone"/></w:pPr>` + run(`<w:rStyle w:val="gone"/>`, "5") + run("", "99"), "5"},
		{`<m:oMath><m:sSup><m:e><m:r><m:t>5</m:t></m:r></m:e><m:sup><m:r><m:t>1</m:t></m:r></m:sup></m:sSup></m:oMath>`, "5 note 1"},
		{`<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`, "1/2"},
		{run(`<w:webHidden/>`, "5"), "5"}, // where Word shows a page of the web, and nowhere else
		{run(`<w:vanish/><w:specVanish/>`, "99") + run("", "5"), "5"},
		{run(`<w:color w:val="FFFFFF"/>`, "99") + run("", "5"), "5"},
		{run(`<w:color w:val="auto"/>`, "9") + run("", "5"), "95"},
		{run(`<w:sz w:val="2"/>`, "99") + run("", "5"), "5"},
		{run(`<w:vanish/>`, "99") + run("", "5"), "5"},
		{run(`<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>`, "99") + run("", "5"), "5"},
		{`<w:tcPr><w:shd w:fill="000080"/></w:tcPr><w:p>` + run(`<w:color w:val="FFFFFF"/>`, "5") + `</w:p>`, "5"},
		{`<w:p>` + run("", "5") + `</w:p><w:p>` + run(`<w:vertAlign w:val="superscript"/>`, "①") + `</w:p>`, "5 note ①"},
		{run("", " 5") + run(`<w:vertAlign w:val="superscript"/>`, " 1 "), "5 note 1"},
	} {
		if got := wordCells(t, styles, "<w:r><w:t>规章</w:t></w:r>", c.cell)[1]; got != c.want {
			t.Errorf("%s: %q, want %q", c.cell, got, c.want)
		}
	}
}

// TestLooksByTableStyle: what a table's style says of all its letters holds, and a
// style of the paragraph may undo it; what it says of some of its rows leaves in
// doubt which.
func TestLooksByTableStyle(t *testing.T) {
	table := func(style string) string {
		return `<w:tbl><w:tblPr><w:tblStyle w:val="` + style + `"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc>` +
			`<w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc><w:tc><w:p><w:pPr><w:pStyle w:val="old"/></w:pPr><w:r><w:t>8</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	}
	for style, want := range map[string]string{
		"none":   "规章 7 8̶",
		"struck": " 7̶ 8",
		"based":  " 7̶ 8",
		"head":   "规章 7̶ 8̶",
	} {
		b, err := specimen.Zip(
			"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="old"><w:rPr><w:strike/></w:rPr></w:style>`+
				`<w:style w:styleId="struck"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="based"><w:basedOn w:val="struck"/></w:style>`+
				`<w:style w:styleId="head"><w:tblStylePr w:type="firstRow"><w:rPr><w:strike/></w:rPr></w:tblStylePr></w:style></w:styles>`,
			"word/document.xml", `<w:document xmlns:w="w"><w:body>`+table(style)+`</w:body></w:document>`)
		if err != nil {
			t.Fatal(err)
		}
		d, _, err := read.File("a.docx", b)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range d.Blocks[0].Table.Rows[0] {
			got = append(got, c.Text)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %q, want %q", style, s, want)
		}
	}
}
