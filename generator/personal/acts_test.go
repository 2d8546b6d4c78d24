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
