package read_test

import (
	"strings"
	"testing"

	"ogi/generator/internal/specimen"
	"ogi/generator/read"
)

// innerPage has a mark of a note, a struck and a hidden number, and one that only a
// sheet beside it hides.
const innerPage = `<html><head><link rel="stylesheet" href="cid:s@a"><link rel="stylesheet" href="http://a.example/b.css"></head><body><table><tr><td>规章</td>` +
	`<td>5<sup>1</sup></td><td><del>80</del>8</td><td><span style="display:none">99</span>6</td><td><i class="x">77</i>7</td><td><i class="y">77</i>9</td></tr></table></body></html>`

func firstRow(t *testing.T, name string, b []byte) string {
	t.Helper()
	d, _, err := read.File(name, b)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range d.Blocks[0].Table.Rows[0] {
		out = append(out, strings.Join(append([]string{c.Text}, c.Marks.Noted()...), " note "))
	}
	return strings.Join(out, "|")
}

// TestLooksOfInnerPages: a page inside a web archive, whose sheets are parts of it,
// and one inside a Word file are seen as a page by itself is.
func TestLooksOfInnerPages(t *testing.T) {
	part := func(kind, head, text string) string {
		return "--b\r\nContent-Type: " + kind + "\r\n" + head + "\r\n\r\n" + text + "\r\n"
	}
	mht := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" + part("text/html; charset=utf-8", "Content-Location: http://a.example/", innerPage) +
		part("text/css", "Content-ID: <s@a>", ".x{display:none}") + part("text/css", "Content-Location: http://a.example/b.css", ".y{text-decoration:line-through}") + "--b--\r\n"
	if got, want := firstRow(t, "a.mht", []byte(mht)), "规章|5 note 1|8|6|7|9"; got != want {
		t.Errorf("in a web archive: %s, want %s", got, want)
	}
	word, err := specimen.Zip(
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="c" Type="http://x/aFChunk" Target="c.html"/></Relationships>`,
		"word/c.html", innerPage,
		"word/document.xml", `<w:document xmlns:w="w" xmlns:r="r"><w:body><w:altChunk r:id="c"/></w:body></w:document>`)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := firstRow(t, "a.docx", word), "规章|5 note 1|8|6|777|779"; got != want {
		t.Errorf("in a Word file: %s, want %s", got, want)
	}
}
