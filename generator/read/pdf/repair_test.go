package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
	"ogi/generator/read"
	"ogi/generator/source"
)

// object is the head of an object and its number.
var object = regexp.MustCompile(`(?m)^(\d+) \d+ obj\b`)

// packed puts all objects without a stream of their own into a stream of
// objects, as writers of PDF 1.5 do, and leaves the table of objects out.
func packed(b []byte) []byte {
	var out, index, all bytes.Buffer
	out.WriteString("%PDF-1.5\n")
	n := 0
	heads := object.FindAllSubmatchIndex(b, -1)
	for _, m := range heads {
		body := b[m[1]:]
		body = body[:bytes.Index(body, []byte("endobj"))]
		if bytes.Contains(body, []byte("stream")) {
			out.Write(b[m[2]:m[1]])
			out.Write(body)
			out.WriteString("endobj\n")
			continue
		}
		fmt.Fprintf(&index, "%s %d ", b[m[2]:m[3]], all.Len())
		all.Write(append(bytes.TrimSpace(body), ' '))
		n++
	}
	data := specimen.Deflated(append(index.Bytes(), all.Bytes()...))
	fmt.Fprintf(&out, "99 0 obj\n<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n0\n%%%%EOF\n", n, index.Len(), len(data), data)
	return out.Bytes()
}

// A file whose table of objects is lost or wrong reads as the whole one does; one
// that has lost a page is refused.
func TestALostTableOfObjects(t *testing.T) {
	pages := []string{text(100, 700, "甲乙") + "100 600 200 60 re S 100 630 m 300 630 l S 200 600 m 200 660 l S\n" + text(105, 640, "规章") + text(205, 640, "12"), text(100, 700, "丙丁")}
	b := specimen.PDFFile(pages)
	want := blocks.Show(t, "a.pdf", b)
	cut := func(s string) []byte {
		i := bytes.LastIndex(b, []byte(s))
		return append(bytes.Clone(b[:i]), "startxref\n7\n%%EOF\n"...)
	}
	for name, broken := range map[string][]byte{
		"no table":                         cut("\nxref\n"),
		"a wrong place of it":              cut("startxref"),
		"all places moved":                 bytes.Replace(b, []byte("\n"), []byte("\n% put in later\n"), 1),
		"objects in a stream":              packed(b),
		"a table that goes on with itself": bytes.Replace(b, []byte("/Root 1 0 R"), []byte(fmt.Sprintf("/Root 1 0 R /Prev %d", bytes.Index(b, []byte("\nxref\n"))+1)), 1),
	} {
		if got := blocks.Show(t, "a.pdf", broken); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
	heads := object.FindAllSubmatchIndex(b, -1)
	for _, m := range heads {
		body := b[m[1]:]
		if body = body[:bytes.Index(body, []byte("endobj"))]; !bytes.Contains(body, []byte("/Type /Page ")) && !bytes.Contains(body, []byte("Tj")) {
			continue
		}
		lost := bytes.Replace(cut("\nxref\n"), b[m[2]:m[1]], bytes.Repeat([]byte(" "), m[1]-m[2]), 1)
		if _, _, err := read.File("a.pdf", lost); err == nil || !strings.Contains(err.Error(), "损坏") {
			t.Errorf("without object %s: %v", b[m[2]:m[3]], err)
		}
	}
}

// An encryption that cannot be undone is called so, and not damage; in an archive the
// file is held.
func TestAnEncryptedFileIsNotCalledDamaged(t *testing.T) {
	b := specimen.PDFFile([]string{text(100, 700, "甲乙")})
	id := " /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
	pad := strings.Repeat("00", 32)
	for want, dict := range map[string]string{
		"AES-256 一类": "<< /Filter /Standard /V 5 /R 6 /Length 256 >>",
		"解不开":        "<< /Filter /Adobe.PubSec /V 4 >>",
		"设了打开密码":     "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + pad + "> /U <" + pad + "> >>",
	} {
		locked := bytes.Replace(b, []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt "+dict+id), 1)
		_, _, err := read.File("a.pdf", locked)
		var e *source.Error
		if !errors.As(err, &e) || !strings.Contains(e.Message, want) || !e.Sound || e.Remedy == "" {
			t.Errorf("%s: %v", dict, err)
		}
	}
	word := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...)
	for _, c := range "EncryptedPackage" {
		word = append(word, byte(c), 0)
	}
	_, _, err := read.File("a.docx", word)
	var e *source.Error
	if !errors.As(err, &e) || !strings.Contains(e.Message, "设了密码") || !e.Sound {
		t.Errorf("a Word file behind a password: %v", err)
	}
}
