package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"ogi/generator/disk"
)

// list writes SHA256SUMS into the new tree, sorted by path.
func (t *Tree) list() error {
	paths := make([]string, 0, len(t.sums))
	for p := range t.sums {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	var b bytes.Buffer
	for _, p := range paths {
		sum := t.sums[p]
		fmt.Fprintf(&b, "%s  %s\n", hex.EncodeToString(sum[:]), p)
	}
	if err := t.folder(t.next()); err != nil {
		return err
	}
	// The list is on the disk before the switch: it tells the next build, and a
	// reader, what the site is made of. Pages are not synced; they can be made again.
	return disk.Replace(filepath.Join(t.next(), Sums), b.Bytes())
}

// listed are the paths that the SHA256SUMS of a tree names.
func listed(tree string) iter.Seq[string] {
	b, _ := os.ReadFile(filepath.Join(tree, Sums))
	return func(yield func(string) bool) {
		for line := range strings.Lines(string(b)) {
			_, path, ok := strings.Cut(strings.TrimRight(line, "\n"), "  ")
			if ok && len(line) > 2*sha256.Size && !yield(path) {
				return
			}
		}
	}
}

// vanished are the pages of the old site that the new one lacks.
func (t *Tree) vanished() []string {
	var gone []string
	for p := range listed(t.dir) {
		if _, held := t.sums[p]; !held && (strings.HasSuffix(p, ".html") || badge.MatchString(p)) {
			gone = append(gone, p)
		}
	}
	slices.Sort(gone)
	return gone
}

// badge is a file that others show or read at its address.
var badge = regexp.MustCompile(`^agencies/.*/(?:badge[a-z-]*\.svg|endpoint\.json)$`)
