package hostile

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheSameBytes(t *testing.T) {
	o := Options{Seed: 3, Files: 80, Canary: "http://127.0.0.1:9"}
	one, two := Archive(o), Archive(o)
	reports := 0
	for name, b := range one {
		if !bytes.Equal(b, two[name]) {
			t.Errorf("%q differs", name)
		}
		if strings.HasPrefix(name, "content/") && !strings.HasSuffix(name, ".toml") && !strings.HasPrefix(name, "content/pages/") {
			reports++
		}
	}
	if len(one) != len(two) || reports != 80 {
		t.Errorf("%d and %d files, %d reports", len(one), len(two), reports)
	}
}

// OGI_HOSTILE=FOLDER writes the archive of 2,000 files there, to be looked at.
func TestWriteItDown(t *testing.T) {
	dir := os.Getenv("OGI_HOSTILE")
	if dir == "" {
		t.Skip("OGI_HOSTILE names no folder")
	}
	for name, b := range Archive(Options{Seed: 1, Files: 2000, Canary: "http://127.0.0.1:9"}) {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
