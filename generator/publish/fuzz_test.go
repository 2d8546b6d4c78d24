package publish

import (
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
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

// A record gives what was recorded, or is refused; so does the plan of a journal,
// and no name in either leads out of the site.
func FuzzRecord(f *testing.F) {
	line := strings.Repeat("0a", 32) + "  "
	one := encodeRecord("", make([]facts, 2), make([]facts, 2))
	f.Add(line+"a\n"+line+"b/c\n", one[leastRecord-32:len(one)-32])
	f.Add(line+"../x\n", make([]byte, fileFacts+folderFacts))
	f.Add("+a\x00-b\xff\x00", []byte{})
	f.Add("-../x\x00", []byte{})
	f.Fuzz(func(t *testing.T, text string, b []byte) {
		if r, ok := parseRecord(text, b); ok {
			var files, folders []facts
			for _, k := range r.files {
				files = append(files, k.facts)
				if !fs.ValidPath(k.path()) || r.folders[k.folder].path != path.Dir(k.path()) {
					t.Errorf("%q in %q", k.path(), r.folders[k.folder].path)
				}
			}
			for i, d := range r.folders {
				folders = append(folders, d.facts)
				if int(d.up) >= i && i > 0 || r.folders[d.up].path != path.Dir(d.path) {
					t.Errorf("%q lies in %q", d.path, r.folders[d.up].path)
				}
			}
			again := encodeRecord(text, files, folders)
			if string(again[leastRecord-32:len(again)-32]) != string(b) {
				t.Errorf("%q: %x, again %x", text, b, again)
			}
		}
		if p, ok := parsePlan(text); ok {
			for _, name := range slices.Concat(p.moves, p.gone) {
				if !filepath.IsLocal(name) {
					t.Errorf("%q leads out", name)
				}
			}
			if again, ok := parsePlan(p.String()); !ok || again.String() != p.String() {
				t.Errorf("%q: %+v", text, again)
			}
		}
	})
}
