package cache

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"os"
	"sync"
	"time"

	"ogi/generator/disk"
)

// Files is what is known of files by their state, so that those which are as they
// were need not be read again. A file is as it was where its size, its times of
// change to the nanosecond and its number in the file system are.
//
// A file that was changed no earlier than this build began may change again without
// its times telling, as its clock is coarse: of such nothing is kept (git re-reads
// them likewise). Where the clock is before that of the table, it was set back, and
// nothing of the table is believed. A nil Files knows nothing.
type Files struct {
	dir   string
	began int64 // by the clock of the file system

	mu   sync.Mutex
	old  map[string]state // as read
	seen map[string]state // as asked for or set by this build
	more bool             // seen has what old has not
}

// A state is that of a file and what it held.
type state struct {
	size, changed, touched int64
	number                 uint64
	sum                    Key
}

const table = "files.tab"

// OpenFiles reads the table that lies in a store's folder. Files that are looked at
// before it is opened may change unseen.
func OpenFiles(dir string) *Files { return openFiles(dir, 0) }

// openFiles is OpenFiles by a clock that is ahead, as tests need it.
func openFiles(dir string, ahead time.Duration) *Files {
	f := &Files{dir: dir, began: time.Now().Add(ahead).UnixNano(), seen: map[string]state{}}
	_ = os.MkdirAll(dir, 0o755) // where it cannot be made, Save tells
	top, err := os.OpenRoot(dir)
	if err != nil {
		return f
	}
	defer top.Close()
	f.began = clock(top) + int64(ahead)
	if b, err := top.ReadFile(table); err == nil {
		f.load(b)
	}
	return f
}

// clock is what time the file system has.
func clock(root *os.Root) int64 {
	probe := staged + rand.Text()[:12]
	defer root.Remove(probe)
	if root.WriteFile(probe, []byte{0}, 0o644) == nil {
		if st, err := root.Lstat(probe); err == nil {
			return st.ModTime().UnixNano()
		}
	}
	return time.Now().UnixNano()
}

// stateOf is the state of a plain file.
func stateOf(st fs.FileInfo) state {
	s := state{size: st.Size(), changed: st.ModTime().UnixNano()}
	s.number, s.touched = numbered(st)
	return s
}

// Sum is the SHA-256 of what a file holds that is in a state; false where it must be
// read. path is any name that is the same in the next build.
func (f *Files) Sum(path string, st fs.FileInfo) (Key, bool) {
	if f == nil || !st.Mode().IsRegular() {
		return Key{}, false
	}
	now := stateOf(st)
	f.mu.Lock()
	defer f.mu.Unlock()
	was, known := f.seen[path]
	if !known {
		was, known = f.old[path]
	}
	if now.sum = was.sum; !known || now != was {
		return Key{}, false
	}
	f.seen[path] = was
	return was.sum, true
}

// Set says what a file holds. The state is one that it was in before it was read.
func (f *Files) Set(path string, st fs.FileInfo, sum Key) {
	if f == nil || !st.Mode().IsRegular() {
		return
	}
	now := stateOf(st)
	now.sum = sum
	f.mu.Lock()
	defer f.mu.Unlock()
	if max(now.changed, now.touched) >= f.began {
		delete(f.seen, path)
		return
	}
	f.seen[path] = now
	f.more = true
}

// Save writes the table, if it can. all says that this build looked at each file
// there is, so that what it did not see is gone.
func (f *Files) Save(all bool) error {
	if f == nil {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if !all {
		for p, s := range f.old {
			if _, ok := f.seen[p]; !ok {
				f.seen[p] = s
			}
		}
	}
	if !f.more && len(f.seen) == len(f.old) {
		return nil
	}
	if err := os.MkdirAll(f.dir, 0o755); err != nil {
		return disk.At(f.dir, err)
	}
	top, err := os.OpenRoot(f.dir)
	if err != nil {
		return disk.At(f.dir, err)
	}
	defer top.Close()
	tmp := staged + rand.Text()[:12]
	if err = stage(top, tmp, f.bytes()); err == nil {
		err = top.Rename(tmp, table)
	}
	if err != nil {
		_ = top.Remove(tmp)
	}
	return disk.At(f.dir, err)
}

const opening = "ogi files 1\n"

// bytes is the table: when it was begun, each file, and the sum of all.
func (f *Files) bytes() []byte {
	b := binary.AppendVarint([]byte(opening), f.began)
	for path, s := range f.seen {
		b = binary.AppendUvarint(b, uint64(len(path)))
		b = append(b, path...)
		b = binary.AppendVarint(b, s.size)
		b = binary.AppendVarint(b, s.changed)
		b = binary.AppendVarint(b, s.touched)
		b = binary.AppendUvarint(b, s.number)
		b = append(b, s.sum[:]...)
	}
	h := sha256.Sum256(b)
	return append(b, h[:]...)
}

// load reads the table; nothing of it where it is damaged or of another clock.
func (f *Files) load(b []byte) {
	end := len(b) - sha256.Size
	if end < 0 || sha256.Sum256(b[:end]) != [sha256.Size]byte(b[end:]) {
		return
	}
	b, ok := bytes.CutPrefix(b[:end], []byte(opening))
	if !ok {
		return
	}
	r := reader{b: b}
	if began := r.int(); began > f.began {
		return
	}
	old := make(map[string]state, len(r.b)/128)
	for len(r.b) > 0 {
		path := string(r.take(r.uint()))
		s := state{size: r.int(), changed: r.int(), touched: r.int(), number: r.uint()}
		copy(s.sum[:], r.take(sha256.Size))
		old[path] = s
	}
	if !r.bad {
		f.old = old
	}
}

// A reader takes values off the front of bytes; after one that is not there, bad is
// set and nothing is left.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) int() int64 {
	n, k := binary.Varint(r.b)
	r.skip(k)
	return n
}

func (r *reader) uint() uint64 {
	n, k := binary.Uvarint(r.b)
	r.skip(k)
	return n
}

func (r *reader) skip(k int) {
	if k <= 0 {
		r.b, r.bad = nil, true
		return
	}
	r.b = r.b[k:]
}

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.b)) {
		r.b, r.bad = nil, true
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}
