package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"

	"ogi/generator/work"
)

// A record says how a publication left the site: the facts of every file and
// folder. It lies in the state folder and is bound to the SHA256SUMS of the site
// by its sum; paths and sums stand there and not here. Where it is missing,
// damaged or of another site nothing is known, and all is made anew.
type record struct {
	text    string // SHA256SUMS
	files   []known
	index   map[string]int32 // path → file
	folders []folder
	place   map[string]int32 // path → folder
}

// known is a file of the old site.
type known struct {
	line   string // of SHA256SUMS, without its end
	facts  facts  // as published; once kept, as found
	folder int32
	kept   bool // is a file of the new site
}

// sumWidth is what stands before the path in a line.
const sumWidth = 2*sha256.Size + 2

func (k *known) path() string { return k.line[sumWidth:] }

func (k *known) is(sum [sha256.Size]byte) bool {
	var b [2 * sha256.Size]byte
	hex.Encode(b[:], sum[:])
	return k.line[:len(b)] == string(b[:])
}

// folder is one of the old site; the site itself is the first. Every folder
// stands behind the one that it lies in.
type folder struct {
	path  string
	up    int32
	facts facts // as published
	now   facts // as found
	there bool  // is a folder, and so are all above it
}

// same reports whether nothing was made, removed or renamed in the folder since
// it was published. The site itself is always looked into, and every folder where
// the system has no inodes: Windows writes no time for that on a FAT.
func (f *folder) same() bool { return f.there && f.facts.inode != 0 && f.facts == f.now }

// number is that of the folder p, which is listed if it was not met before.
func (r *record) number(p string) int32 {
	if n := len(r.folders); n > 0 && r.folders[n-1].path == p {
		return int32(n - 1) // as for most files
	}
	if i, met := r.place[p]; met {
		return i
	}
	up := int32(0)
	if p != "." {
		up = r.number(dirOf(p))
	}
	i := int32(len(r.folders))
	r.folders = append(r.folders, folder{path: p, up: up})
	r.place[p] = i
	return i
}

// look asks the system for the facts of every folder: as long as they are what
// they were, no name in it has changed.
func (r *record) look(dir string) {
	_ = work.Each(context.Background(), len(r.folders), func(i int) error {
		f := &r.folders[i]
		f.now, f.there = ofFolder(filepath.Join(dir, filepath.FromSlash(f.path)))
		return nil
	}, nil)
	for i := range r.folders {
		f := &r.folders[i]
		f.there = f.there && r.folders[f.up].there
	}
}

// Recorded is the sum with which the old site has a file, as far as a record
// tells.
func (t *Tree) Recorded(path string) (sum [sha256.Size]byte, ok bool) {
	i, ok := t.was.index[path]
	if !ok {
		return sum, false
	}
	_, err := hex.Decode(sum[:], []byte(t.was.files[i].line[:2*sha256.Size]))
	return sum, err == nil
}

// dirOf is path.Dir for a path that is clean.
func dirOf(p string) string {
	if i := strings.LastIndexByte(p, '/'); i >= 0 {
		return p[:i]
	}
	return "."
}
