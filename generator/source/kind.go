package source

import (
	"bytes"
	"strings"
)

// A Kind is what a file is by its content; the name decides only between
// kinds that look alike.
type Kind uint8

const (
	Text Kind = iota
	Markdown
	CSV
	HTML
	MHT
	DOCX
	XLSX
	PDF
	ODT
	RTF
	OLE // doc, wps, xls, et: the old binary formats
	OFD
	Zip
	Image
	Unknown
)

func (k Kind) String() string {
	return [...]string{
		"text", "md", "csv", "html", "mht", "docx", "xlsx", "pdf",
		"odt", "rtf", "ole", "ofd", "zip", "image", "unknown",
	}[k]
}

// IsText reports whether files of this kind are decoded to text here. MHT is
// not: its parts have encodings of their own.
func (k Kind) IsText() bool { return k <= HTML }

var magics = []struct {
	prefix string
	kind   Kind
}{
	{"%PDF-", PDF},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE},
	{"{\\rtf", RTF},
	{"\x89PNG\r\n", Image},
	{"\xff\xd8\xff", Image},
	{"GIF8", Image},
	{"II*\x00", Image},
	{"MM\x00*", Image},
	{"BM\x00", Image},
	{"\x1f\x8b\x08", Unknown},
	{"Rar!\x1a", Unknown},
	{"7z\xbc\xaf\x27\x1c", Unknown},
}

// KindOf tells the kind of a file from its first bytes and its name.
func KindOf(path string, b []byte) Kind {
	head := b[:min(len(b), 4096)]
	if i := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-")); i >= 0 && !bytes.ContainsAny(head[:i], "<{") {
		return PDF
	}
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.kind
		}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
		return zipKind(b)
	}
	low := lower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	if isMHT(low) {
		return MHT
	}
	switch ext := strings.ToLower(extension(path)); ext {
	case "html", "htm", "shtml", "shtm", "xhtml", "jhtml", "jsp", "asp", "aspx", "php":
		return HTML
	case "md", "markdown":
		return Markdown
	case "csv", "tsv":
		return CSV
	}
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body", "<meta ", "<table", "<div", "<?xml"} {
		if bytes.HasPrefix(low, []byte(mark)) {
			return HTML
		}
	}
	if bytes.Contains(low, []byte("<html")) || bytes.Count(low, []byte("</")) >= 3 && bytes.Contains(low, []byte("<p")) {
		return HTML
	}
	return Text
}

// lower is b with its ASCII letters in lower case: marks have no others.
func lower(b []byte) []byte {
	low := bytes.Clone(b)
	for i, c := range low {
		if c >= 'A' && c <= 'Z' {
			low[i] = c + 'a' - 'A'
		}
	}
	return low
}

func extension(path string) string {
	name := path[strings.LastIndexAny(path, `/\`)+1:]
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return name[i+1:]
	}
	return ""
}

// zipKind looks for the member names that mark an office file; they stand
// uncompressed in the local headers and again in the directory at the end.
func zipKind(b []byte) Kind {
	for _, m := range []struct {
		member string
		kind   Kind
	}{
		{"word/document", DOCX},
		{"xl/workbook", XLSX},
		{"OFD.xml", OFD},
		{"application/vnd.oasis.opendocument.text", ODT},
	} {
		tail := b[max(0, len(b)-1<<20):]
		if bytes.Contains(b[:min(len(b), 1<<20)], []byte(m.member)) || bytes.Contains(tail, []byte(m.member)) {
			return m.kind
		}
	}
	return Zip
}

func isMHT(low []byte) bool {
	return (bytes.HasPrefix(low, []byte("mime-version:")) || bytes.HasPrefix(low, []byte("from:")) || bytes.HasPrefix(low, []byte("snapshot-content-location:"))) &&
		bytes.Contains(low, []byte("content-type:")) && (bytes.Contains(low, []byte("multipart/")) || bytes.Contains(low, []byte("content-transfer-encoding:")))
}
