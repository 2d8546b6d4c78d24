package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"ogi/generator/disk"
)

// entry is a file of the new site.
type entry struct {
	line    string // of SHA256SUMS, without its end
	facts   facts
	written bool // lies in the new tree
}

// entries are the files of the new site in order of path: those kept, as the
// record lists them, merged with those put.
func (t *Tree) entries() iter.Seq2[string, entry] {
	put := slices.Sorted(maps.Keys(t.fresh))
	return func(yield func(string, entry) bool) {
		rest := put
		upTo := func(end string, all bool) bool {
			for len(rest) > 0 && (all || rest[0] < end) {
				p := rest[0]
				e := t.fresh[p]
				if !yield(p, entry{hex.EncodeToString(e.sum[:]) + "  " + p, e.facts, e.written}) {
					return false
				}
				rest = rest[1:]
			}
			return true
		}
		for i := range t.was.files {
			k := &t.was.files[i]
			if k.kept && (!upTo(k.path(), false) || !yield(k.path(), entry{k.line, k.facts, false})) {
				return
			}
		}
		upTo("", true)
	}
}

// text is the SHA256SUMS of the new site.
func (t *Tree) text() string {
	var b strings.Builder
	b.Grow(len(t.was.text))
	for _, e := range t.entries() {
		b.WriteString(e.line)
		b.WriteByte('\n')
	}
	return b.String()
}

// list writes SHA256SUMS into the new tree and tells the time of that by the file
// system's own clock.
func (t *Tree) list(text string) (written int64, err error) {
	name := filepath.Join(t.next(), Sums)
	// The list is on the disk before the switch: it tells the next build, and a
	// reader, what the site is made of. Pages are not synced; they can be made again.
	if err := disk.Replace(name, []byte(text)); err != nil {
		return 0, err
	}
	st, err := os.Lstat(name)
	if err != nil {
		return 0, err
	}
	return factsOf(st).mtime, nil
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
	old := listed(t.dir)
	if t.was.text != "" {
		old = func(yield func(string) bool) {
			for i := range t.was.files {
				if k := &t.was.files[i]; !k.kept && !yield(k.path()) {
					return
				}
			}
		}
	}
	for p := range old {
		if !t.has(p) && (strings.HasSuffix(p, ".html") || badge.MatchString(p)) {
			gone = append(gone, p)
		}
	}
	slices.Sort(gone)
	return gone
}

// badge is a file that others show or read at its address.
var badge = regexp.MustCompile(`^agencies/.*/(?:badge[a-z-]*\.svg|endpoint\.json)$`)
