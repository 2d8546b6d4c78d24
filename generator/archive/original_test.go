package archive

import (
	"testing"

	"ogi/generator/source"
)

func TestOriginal(t *testing.T) {
	const sum = "0123456789abcdef0123"
	for _, c := range []struct{ agency, path, bytes, want string }{
		{"content/henan/a", "content/henan/a/2024.txt", "x", "originals/a/2024.txt"},
		{"content/河南省/a", "content/河南省/a/2024.pdf", "%PDF-1.4", "originals/a/2024.pdf"},
		{"content/a", "content/a/2024.html", "<html>", "originals/a/2024.html.txt"},
		{"content/a", "content/a/2024.svg", "<svg>", "originals/a/2024.svg.txt.zip"},
		{"content/a", "content/a/2024/Table-1.XLSX", "PK\x03\x04xl/workbook", "originals/a/2024/Table-1.XLSX"},
		{"content/a", "content/a/2024/附件 1.XLSX", "PK\x03\x04xl/workbook", "originals/a/0123456789abcdef.xlsx"},
		{"content/a", "content/a/年报.html", "<html>", "originals/a/0123456789abcdef.html.txt"},
		{"content/a", "content/a/2024.年报", "x", "originals/a/0123456789abcdef.txt"},
		{"", "content/a/2024.txt", "x", "originals/a/2024.txt"},
		// What runs where a host sends no type goes out in a zip.
		{"content/a", "content/a/2024.html", "<html><body onload=x>", "originals/a/2024.html.txt.zip"},
		{"content/a", "content/a/年报.html", "<img src=x>", "originals/a/0123456789abcdef.html.txt.zip"},
		{"content/a", "content/a/2024.txt", "\ufeff <html><script>", "originals/a/2024.txt.zip"},
		// A page under another ending is one where a host sends no type for it.
		{"content/a", "content/a/2024.ofd", "<html><script>", "originals/a/2024.ofd.txt.zip"},
		{"content/a", "content/a/2024.et", " \n<!DOCTYPE html>", "originals/a/2024.et.txt"},
		{"content/a", "content/a/2024.wps", "<html>", "originals/a/2024.wps.txt"},
		{"content/a", "content/a/2024.md", "<script>alert(1)</script>", "originals/a/2024.md.txt.zip"},
		{"content/a", "content/a/2024.csv", "<h1>x</h1>,2", "originals/a/2024.csv.txt"},
		{"content/a", "content/a/2024.md", "# 年报", "originals/a/2024.md"},
		{"content/a", "content/a/2024.pdf", "<html>", "originals/a/2024.pdf.txt"},
		{"content/a", "content/a/2024.docx", "%PDF-1.7", "originals/a/2024.docx.pdf"},
		{"content/a", "content/a/2024.html", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "originals/a/2024.html.doc"},
		{"content/a", "content/a/2024.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "originals/a/2024.xls"},
		{"content/a", "content/a/2024.mht", "MIME-Version: 1.0\nContent-Type: multipart/related", "originals/a/2024.mht.txt"},
		{"content/a", "content/a/2024.jpg", "\xff\xd8\xff", "originals/a/2024.jpg"},
		{"content/a", "content/a/2024.html", "\xff\xd8\xff", "originals/a/2024.html.jpg"},
		{"content/a", "content/a/2024.exe", "Rar!\x1a", "originals/a/2024.exe.bin"},
	} {
		f, _ := LoadBytes(c.path, []byte(c.bytes))
		f.Agency, f.SHA256 = c.agency, sum
		if got := f.Original(); got != c.want {
			t.Errorf("%s: %s, want %s", c.path, got, c.want)
		}
	}
}

func TestEndingsThatContradict(t *testing.T) {
	for _, c := range []struct {
		name string
		kind source.Kind
		want bool
	}{
		{"2024.pdf", source.PDF, false},
		{"2024.pdf", source.HTML, true},
		{"2024.PDF", source.Text, true},
		{"2024.docx", source.OLE, true},
		{"2024.doc", source.DOCX, true},
		{"2024.doc", source.OLE, false},
		{"2024.html", source.HTML, false},
		{"2024.html", source.Text, false},
		{"2024.html", source.DOCX, true},
		{"2024.shtml", source.PDF, true},
		{"2024.txt", source.Text, false},
		{"2024.txt", source.HTML, true},
		{"2024.mht", source.MHT, false},
		{"2024.mhtml", source.HTML, true},
		{"2024.csv", source.XLSX, true},
		{"2024.年报", source.Text, false},
	} {
		if got := contradicts(c.name, c.kind); got != c.want {
			t.Errorf("%s of kind %s: %v", c.name, c.kind, got)
		}
	}
}
