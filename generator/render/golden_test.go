package render_test

import (
	"path/filepath"
	"testing"

	"ogi/generator/internal/golden"
)

// Whole pages, byte by byte: the first page, and a report of prose alone.
func TestPagesAsWritten(t *testing.T) {
	docs := pages(t, full(""))
	for name, p := range map[string]string{
		"home.html":   "index.html",
		"report.html": "agencies/example-sfj/2018/index.html",
	} {
		golden.Compare(t, filepath.Join("testdata", name), []byte(docs[p]))
	}
}
