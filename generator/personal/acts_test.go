package personal

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"testing"
)

// What a file does by itself when it is opened is seen wherever it says so, and a
// file that does nothing is not taken for one.
func TestFilesThatAct(t *testing.T) {
	object := func(s string) []byte {
		return []byte("%PDF-1.7\n1 0 obj\n" + s + "\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF")
	}
	packed := func(s string) []byte {
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		_, _ = w.Write([]byte("4 0 " + s))
		_ = w.Close()
		return object(fmt.Sprintf("<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", z.Len(), z.String()))
	}
	office := func(parts ...string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, p := range append(parts, "word/document.xml") {
			f, err := w.Create(p)
			if err == nil {
				_, err = f.Write([]byte("<w:document/>"))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		_ = w.Close()
		return b.Bytes()
	}
	const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	for name, c := range map[string]struct {
		file string
		b    []byte
		acts bool
	}{
		"script":               {"a.pdf", object("<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"), true},
		"script, names so":     {"a.pdf", object("<</S/J#61vaScript/J#53 2 0 R>>"), true},
		"script, packed":       {"a.pdf", packed("<< /S /JavaScript /JS (x) >>"), true},
		"program":              {"a.pdf", object("<< /S /Launch /F (cmd.exe) >>"), true},
		"form that is sent":    {"a.pdf", object("<< /S /SubmitForm /F (https://example.org) >>"), true},
		"page that is shown":   {"a.pdf", object("<< /OpenAction [3 0 R /Fit] /AA << /O << /S /GoTo >> >> /URI (https://example.org/JS/JavaScript) >>"), false},
		"words":                {"a.pdf", object("<< /Title (/JavaScript /Launch) /JSX 1 /Launcher 2 >> % /JavaScript"), false},
		"packed, nothing":      {"a.pdf", packed("<< /Type /Page >>"), false},
		"Word":                 {"a.docx", office("word/media/image1.png"), false},
		"Word with macros":     {"a.docx", office("word/vbaProject.bin"), true},
		"Excel's older macros": {"a.docx", office("xl/macrosheets/sheet1.xml"), true},
		"old Word":             {"a.doc", []byte(ole + "W\x00o\x00r\x00d\x00"), false},
		"old Word with macros": {"a.doc", []byte(ole + "_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00"), true},
		"text":                 {"a.txt", []byte("/JavaScript /Launch vbaProject.bin"), false},
	} {
		if got := Search(c.file, c.b).Acts; got != c.acts {
			t.Errorf("%s: %v", name, got)
		}
	}
	if !Search("a.pdf", object("<< /Type /ObjStm /N 1 /First 4 /Filter /LZWDecode /Length 3 >>\nstream\n\x80\x0b\x60\nendstream")).Closed {
		t.Error("objects packed otherwise are not told")
	}
}

// A document that calls another program or is made of what lies elsewhere acts;
// one that leads there where it is clicked on, shows a picture or knows the disk
// of its author does not.
func TestDocumentsThatFetchOrCall(t *testing.T) {
	packed := func(part, text string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for name, s := range map[string]string{"word/document.xml": "<w:document></w:document>", part: text} {
			f, err := w.Create(name)
			if err == nil {
				_, err = f.Write([]byte(s))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		_ = w.Close()
		return b.Bytes()
	}
	relation := func(kind, target, mode string) []byte {
		return packed("word/_rels/settings.xml.rels", `<Relationships xmlns="r"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`+kind+`" Target="`+target+`" TargetMode="`+mode+`"/></Relationships>`)
	}
	const begin, separate, end = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	code := func(s string) string { return `<w:r><w:instrText xml:space="preserve">` + s + `</w:instrText></w:r>` }
	body := func(s string) []byte { return packed("word/header1.xml", "<w:hdr><w:p>"+s+"</w:p></w:hdr>") }
	for name, c := range map[string]struct {
		b    []byte
		acts bool
	}{
		"template elsewhere":        {relation("attachedTemplate", "https://example.org/a.dotm", "External"), true},
		"template in a share":       {relation("attachedTemplate", `file:///\\example.org\a\a.dotm`, "External"), true},
		"template in a share, bare": {relation("attachedTemplate", `\\example.org\a.dotm`, "External"), true},
		"template in a share, file": {relation("attachedTemplate", `file://example.org/a.dotm`, "External"), true},
		"template on a disk":        {relation("attachedTemplate", `file:///C:\Users\a\a.dotm`, "External"), false},
		"template on a disk, bare":  {relation("attachedTemplate", `C:\Users\a\a.dotm`, "External"), false},
		"template beside":           {relation("attachedTemplate", "a.dotm", "External"), false},
		"object elsewhere":          {relation("oleObject", "http://example.org/a.rtf", "External"), true},
		"object inside":             {relation("oleObject", "embeddings/oleObject1.bin", "Internal"), false},
		"frame elsewhere":           {relation("frame", "mhtml:https://example.org/a!x", "External"), true},
		"piece elsewhere":           {relation("aFChunk", "https://example.org/a.html", "External"), true},
		"link":                      {relation("hyperlink", "https://example.org/", "External"), false},
		"picture elsewhere":         {relation("image", "https://example.org/a.png", "External"), false},
		"DDEAUTO":                   {body(begin + code(` DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"`) + separate + end), true},
		"DDE in pieces":             {body(begin + code(" D") + code("D") + code("E c:\\a") + end), true},
		"DDE, small letters":        {body(begin + code("ddeauto a b") + end), true},
		"DDE, simple":               {body(`<w:fldSimple w:instr=" DDEAUTO a b "><w:r/></w:fldSimple>`), true},
		"DDE, spelled by another":   {body(begin + begin + code("QUOTE 68 68 69") + separate + end + code("a b") + end), true},
		"DDE within":                {body(begin + code("IF ") + begin + code("DDE a b") + separate + end + end), true},
		"page number":               {body(begin + code(" PAGE ") + separate + "<w:r><w:t>DDE</w:t></w:r>" + end), false},
		"field within":              {body(begin + code(" IF ") + begin + code(" PAGE ") + separate + end + code(" = 1") + separate + end), false},
		"field in a result":         {body(begin + code(" TOC ") + separate + begin + code(" PAGEREF a ") + separate + end + end), false},
		"ends that begin nothing":   {body(end + separate + code("PAGE") + end), false},
		"DDE in words":              {body("<w:r><w:t>DDEAUTO cmd</w:t></w:r>"), false},
		"Excel, DDE":                {packed("xl/externalLinks/externalLink1.xml", `<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"><ddeItems/></ddeLink></externalLink>`), true},
		"Excel, other workbook":     {relation("externalLinkPath", "https://example.org/a.xlsx", "External"), true},
		"Excel, workbook on a disk": {relation("externalLinkPath", "file:///D:/a.xlsx", "External"), false},
		"Excel, query at opening":   {packed("xl/connections.xml", `<connections><connection id="1" refreshOnLoad="1"><webPr url="https://example.org/"/></connection></connections>`), true},
		"Excel, query":              {packed("xl/connections.xml", `<connections><connection id="1"><webPr url="https://example.org/"/></connection></connections>`), false},
		"Excel, its own pivot":      {packed("xl/pivotCache/pivotCacheDefinition1.xml", `<pivotCacheDefinition refreshOnLoad="1"></pivotCacheDefinition>`), false},
		"OpenDocument, macros":      {packed("Basic/Standard/Module1.xml", "<script></script>"), true},
		"OpenDocument, settings":    {packed("Configurations2/accelerator/current.xml", ""), false},
		"in a document inside":      {packed("word/embeddings/a.docx", string(relation("attachedTemplate", "https://example.org/a.dotm", "External"))), true},
		"old Word, DDE":             {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 \x13 DDEAUTO c:\\a \x14 \x15"), true},
		"old Word, DDE, wide":       {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 \x13\x00 \x00D\x00D\x00E\x00 \x00c\x00"), true},
		"old Word, page":            {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 \x13 PAGE \x14 DDE \x15"), false},
		"RTF, template":             {[]byte(`{\rtf1{\*\template https://example.org/a.dotm}}`), true},
		"RTF, template on a disk":   {[]byte(`{\rtf1{\*\template C:\\a.dotm}}`), false},
		"RTF, object":               {[]byte(`{\rtf1{\object\objautlink\objupdate{\*\objdata 01}}}`), true},
		"RTF, DDE":                  {[]byte(`{\rtf1{\field{\*\fldinst {\rtlch DDEAUTO c:\\a b}}{\fldrslt x}}}`), true},
		"RTF, page":                 {[]byte(`{\rtf1{\field{\*\fldinst { PAGE }}{\fldrslt DDE 1}}}`), false},
	} {
		if got := Search("a", c.b).Acts; got != c.acts {
			t.Errorf("%s: %v", name, got)
		}
	}
}
