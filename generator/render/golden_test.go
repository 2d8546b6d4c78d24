package render_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata")

// Whole pages, byte by byte: the first page, and a report of prose alone.
func TestPagesAsWritten(t *testing.T) {
	docs := pages(t, full(""))
	for name, p := range map[string]string{
		"home.html":   "index.html",
		"report.html": "agencies/example-sfj/2018/index.html",
	} {
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, []byte(docs[p]), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if docs[p] != string(want) {
			t.Errorf("%s differs from %s; look at it and run with -update", p, file)
		}
	}
}
