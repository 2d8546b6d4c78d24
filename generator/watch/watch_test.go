package watch

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A word goes out for what matters, also in folders that come later, and none for
// what does not. That nothing is said is believed after ten rests.
func TestWhatIsTold(t *testing.T) {
	dir := t.TempDir()
	put := func(name string) {
		t.Helper()
		p := filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(p), 0o755)
		if err == nil {
			err = os.WriteFile(p, []byte(name), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("content/x/2024.txt")
	told, err := Watch(t.Context(), dir, "content", "templates", "site.toml")
	if err != nil {
		t.Skip(err) // a system without it
	}
	heard := func(within time.Duration) bool {
		select {
		case <-told:
			return true
		case <-time.After(within):
			return false
		}
	}
	for _, name := range []string{"content/x/2024.txt", "site.toml", "content/y/z/2025.txt", "content/y/z/2025.txt", "templates/report.html", "templates/report.html"} {
		if put(name); !heard(time.Minute) {
			t.Errorf("%s: nothing was said", name)
		}
		for heard(3 * Rest) { // a late event of the same change
		}
	}
	for _, name := range []string{"public/index.html", ".ogi/cache/x", "content/x/.2024.txt.swp", "content/x/2024.txt~", "readme.md"} {
		if put(name); heard(10 * Rest) {
			t.Errorf("%s: something was said", name)
		}
	}
}
