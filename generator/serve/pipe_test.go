//go:build unix

package serve

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe in the site, or in place of the page for what is missing, is not
// waited for.
func TestPipes(t *testing.T) {
	site, _ := built(t)
	if err := os.Remove(filepath.Join(site, "404.html")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pipe", "404.html", "about/index.html"} {
		p := filepath.Join(site, name)
		os.Remove(p)
		if err := syscall.Mkfifo(p, 0o644); err != nil {
			t.Skip(err)
		}
	}
	h := handler(t, site, "127.0.0.1:8080")
	for _, path := range []string{"/pipe", "/about/", "/nothing"} {
		if res := ask(h, "GET", path, "localhost"); res.StatusCode != 404 {
			t.Errorf("%s: %d", path, res.StatusCode)
		}
	}
}
