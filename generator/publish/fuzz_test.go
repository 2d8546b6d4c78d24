package publish

import (
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"
	"testing"
)

// A line of SHA256SUMS names a file inside the tree, or is refused.
func FuzzSums(f *testing.F) {
	for _, s := range []string{" index.html", " *a/b.html", "  ../x", "  /x", "  a\\b", ""} {
		f.Add(strings.Repeat("0a", 32) + s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		sum, name, ok := parseSum(line)
		if !ok {
			return
		}
		if !fs.ValidPath(name) {
			t.Errorf("%q names %q", line, name)
		}
		if again, same, ok := parseSum(fmt.Sprintf("%s  %s", hex.EncodeToString(sum[:]), name)); !ok || again != sum || same != name {
			t.Errorf("%q: %q, then %q %v", line, name, same, ok)
		}
	})
}
