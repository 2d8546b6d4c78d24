package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"ogi/generator/disk"
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
	return k.line[:2*sha256.Size] == hex.EncodeToString(sum[:])
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
// it was published. The site itself is always looked into.
func (f *folder) same() bool { return f.there && f.facts != facts{} && f.facts == f.now }

// The record on disk is a mark, the sum of SHA256SUMS, the facts of the files in
// its order, those of the folders in the order in which they are met there, and
// the sum of all that.
const (
	recordMark   = "ogi record 1\n"
	fileFacts    = 8 + 8 + 8 + 4
	folderFacts  = 8 + 8
	leastRecord  = len(recordMark) + 2*sha256.Size
	mostRecorded = 1 << 30
)

// remembered reads the record of the site in dir; it is empty where there is none
// that can be believed.
func remembered(name, dir string) *record {
	b, err := os.ReadFile(name)
	if err != nil || len(b) < leastRecord || string(b[:len(recordMark)]) != recordMark {
		return &record{}
	}
	b, end := b[:len(b)-sha256.Size], b[len(b)-sha256.Size:]
	if sum := sha256.Sum256(b); !bytes.Equal(sum[:], end) {
		return &record{}
	}
	if _, plain := ofFile(filepath.Join(dir, Sums)); !plain {
		return &record{}
	}
	text, err := os.ReadFile(filepath.Join(dir, Sums))
	sum := sha256.Sum256(text)
	b = b[len(recordMark):]
	if err != nil || !bytes.Equal(sum[:], b[:sha256.Size]) {
		return &record{}
	}
	r, ok := parseRecord(string(text), b[sha256.Size:])
	if !ok {
		return &record{}
	}
	return r
}

func parseRecord(text string, b []byte) (*record, bool) {
	n := strings.Count(text, "\n")
	if n > mostRecorded || len(b) < n*fileFacts {
		return nil, false
	}
	r := &record{text: text, files: make([]known, 0, n), index: make(map[string]int32, n), place: map[string]int32{}}
	for line := range strings.Lines(text) {
		line, whole := strings.CutSuffix(line, "\n")
		if !whole || len(line) <= sumWidth || !fs.ValidPath(line[sumWidth:]) {
			return nil, false
		}
		k := known{line: line, folder: r.folder(path.Dir(line[sumWidth:]))}
		k.facts.mtime = int64(binary.LittleEndian.Uint64(b))
		k.facts.inode = binary.LittleEndian.Uint64(b[8:])
		k.facts.size = int64(binary.LittleEndian.Uint64(b[16:]))
		k.facts.perm = binary.LittleEndian.Uint32(b[24:])
		b = b[fileFacts:]
		r.index[k.path()] = int32(len(r.files))
		r.files = append(r.files, k)
	}
	if len(b) != len(r.folders)*folderFacts {
		return nil, false
	}
	for i := range r.folders {
		r.folders[i].facts = facts{mtime: int64(binary.LittleEndian.Uint64(b)), inode: binary.LittleEndian.Uint64(b[8:])}
		b = b[folderFacts:]
	}
	return r, true
}

// folder is the number of a folder, which is listed if it was not met before.
func (r *record) folder(p string) int32 {
	if len(r.files) > 0 {
		if last := r.files[len(r.files)-1].folder; r.folders[last].path == p {
			return last
		}
	}
	if i, met := r.place[p]; met {
		return i
	}
	up := int32(0)
	if p != "." {
		up = r.folder(path.Dir(p))
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

// remember writes the record of the new site, whose SHA256SUMS is text. A record
// that cannot be written is none: the site is right without.
func (t *Tree) remember(text string, written int64, folders func(p string) facts) {
	b := make([]byte, 0, leastRecord+(len(t.fresh)+len(t.was.files))*(fileFacts+folderFacts))
	b = append(b, recordMark...)
	sum := sha256.Sum256([]byte(text))
	b = append(b, sum[:]...)
	var met record
	met.place = map[string]int32{}
	for p, e := range t.entries() {
		f := e.facts
		if e.written {
			f = f.before(written)
		}
		b = binary.LittleEndian.AppendUint64(b, uint64(f.mtime))
		b = binary.LittleEndian.AppendUint64(b, f.inode)
		b = binary.LittleEndian.AppendUint64(b, uint64(f.size))
		b = binary.LittleEndian.AppendUint32(b, f.perm)
		met.folder(path.Dir(p))
	}
	all := make([]facts, len(met.folders))
	_ = work.Each(context.Background(), len(all), func(i int) error {
		if i > 0 || met.folders[i].path != "." {
			all[i] = folders(met.folders[i].path)
		}
		return nil
	}, nil)
	for _, f := range all {
		b = binary.LittleEndian.AppendUint64(b, uint64(f.mtime))
		b = binary.LittleEndian.AppendUint64(b, f.inode)
	}
	sum = sha256.Sum256(b)
	b = append(b, sum[:]...)
	if old, err := os.ReadFile(t.noted()); err == nil && bytes.Equal(old, b) {
		return
	}
	_ = disk.Replace(t.noted(), b)
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
