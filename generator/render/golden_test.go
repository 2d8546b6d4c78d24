package render_test

import (
	"path/filepath"
	"strings"
	"testing"

	"ogi/generator/internal/golden"
)

// Whole pages, byte by byte but for line breaks between tags: the first page, and a
// report of prose alone.
func TestPagesAsWritten(t *testing.T) {
	docs := pages(t, full(""))
	for name, p := range map[string]string{
		"home.html":   "index.html",
		"report.html": "agencies/example-sfj/2018/index.html",
	} {
		golden.Compare(t, filepath.Join("testdata", name), []byte(strings.ReplaceAll(docs[p], "><", ">\n<")))
	}
}
