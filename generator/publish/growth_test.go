package publish

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"ogi/generator/internal/growth"
)

// TestTimeGrowsWithFiles: of a site of four times the files a change takes four
// times as long, whether they lie in one folder or deep in folders of their own.
func TestTimeGrowsWithFiles(t *testing.T) {
	for name, path := range map[string]string{"one folder": "a/%d.html", "deep": strings.Repeat("d/", 30) + "%d/index.html"} {
		growth.Work(t, name, func(size int) func() {
			n := size / 64
			var paths []string
			sums := map[string][sha256.Size]byte{}
			for i := range n + n/4 {
				p := fmt.Sprintf(path, i)
				paths = append(paths, p)
				sums[p] = sha256.Sum256([]byte(p))
			}
			dir := filepath.Join(t.TempDir(), "public")
			rebuild(t, dir, Options{}, paths[:n], nil, nil)
			return func() { // a fourth is gone, as many came
				rebuild(t, dir, Options{}, paths[n/4:], sums, map[string]string{paths[n/2]: "changed"})
			}
		})
	}
}
