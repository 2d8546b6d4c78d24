package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ogi/generator/disk"
	"ogi/generator/work"
)

// The record on disk is a mark, the sum of SHA256SUMS, the facts of the files in
// its order, those of the folders in the order in which they are met there, and
// the sum of all that.
const (
	recordMark  = "ogi record 1\n"
	fileFacts   = 8 + 8 + 8 + 4
	folderFacts = 8 + 8
	leastRecord = len(recordMark) + 2*sha256.Size
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
	if len(b) < n*fileFacts {
		return nil, false
	}
	r := &record{
		text: text, files: make([]known, 0, n), index: make(map[string]int32, n),
		place: make(map[string]int32, (len(b)-n*fileFacts)/folderFacts),
	}
	for line := range strings.Lines(text) {
		line, whole := strings.CutSuffix(line, "\n")
		if !whole || len(line) <= sumWidth || !fs.ValidPath(line[sumWidth:]) {
			return nil, false
		}
		k := known{line: line, folder: r.number(dirOf(line[sumWidth:]))}
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

// encodeRecord is the record of a site whose SHA256SUMS is text.
func encodeRecord(text string, files, folders []facts) []byte {
	b := make([]byte, 0, leastRecord+len(files)*fileFacts+len(folders)*folderFacts)
	b = append(b, recordMark...)
	sum := sha256.Sum256([]byte(text))
	b = append(b, sum[:]...)
	for _, f := range files {
		b = binary.LittleEndian.AppendUint64(b, uint64(f.mtime))
		b = binary.LittleEndian.AppendUint64(b, f.inode)
		b = binary.LittleEndian.AppendUint64(b, uint64(f.size))
		b = binary.LittleEndian.AppendUint32(b, f.perm)
	}
	for _, f := range folders {
		b = binary.LittleEndian.AppendUint64(b, uint64(f.mtime))
		b = binary.LittleEndian.AppendUint64(b, f.inode)
	}
	sum = sha256.Sum256(b)
	return append(b, sum[:]...)
}

// remember writes the record of the new site, whose SHA256SUMS is text and was
// written at a time of the file system's clock. It is asked for the facts of each
// folder. A record that cannot be written is none: the site is right without.
func (t *Tree) remember(text string, written int64, of func(path string) facts) {
	files := make([]facts, 0, t.st.Files)
	met := record{place: make(map[string]int32, len(t.was.place))}
	for p, e := range t.entries() {
		if e.written {
			e.facts = e.facts.before(written)
		}
		files = append(files, e.facts)
		met.number(dirOf(p))
	}
	folders := make([]facts, len(met.folders))
	_ = work.Each(context.Background(), len(folders), func(i int) error {
		if i > 0 { // the site itself is always looked into
			folders[i] = of(met.folders[i].path)
		}
		return nil
	}, nil)
	b := encodeRecord(text, files, folders)
	if old, err := os.ReadFile(t.noted()); err == nil && bytes.Equal(old, b) {
		return
	}
	_ = disk.Replace(t.noted(), b)
}
