// Package cache keeps results of a build for later ones: bytes under a kind and a
// key, which is the SHA-256 of all that they rest on. It is disposable: whoever
// deletes the folder, in the middle of a build too, makes the next build slower and
// changes nothing else. So does all that can go wrong with it. An entry that was
// damaged, cut off, moved under another key, or written by another version, is not
// there; where nothing can be written, nothing is kept, which Close tells once. It
// writes nothing onto the disk for good (no fsync), follows no link out of its
// folder, and leaves alone what it has not made.
//
//	CACHEDIR.TAG              for programs that make copies: leave this out
//	files.tab                 what files of the archive held (see Files)
//	v-<version>/<kk>/<kind>-<rest of the key>
//
// Each entry is a file of its own in one of 256 folders, put in place by renaming:
// many goroutines, and programs, may do so at once without a lock. The versions of
// others are cleared away when the folder is opened. Its size is bounded when it is
// closed: what was used longest ago goes first, and nothing that this build used.
//
// Measured with entries of 15 KB, CPU time on ext4: 2,000 put in 0.3 s, read in 0.1 s,
// swept in 0.01 s; 20,000 in 3.2, 0.9 and 0.1 s, and read in 1.5 s (4 s in all) where
// the disk had to be asked. A build that changes little reads few, so that packs of
// many entries, with locks and rewriting, would save nothing that is felt. Of agencies
// as package pack writes them, 11 KB a report, s2 as it is used here makes 3.7 KB in
// 39 µs and reads them in 9; plain s2 4.2 KB, 22 and 9; zstd 3.0 to 3.3 KB, 58 to 123
// and 15; the standard library's flate 3.4 KB, 130 and 63.
package cache

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"sync"
	"sync/atomic"
	"time"

	"ogi/generator/disk"
)

// A Key is the SHA-256 of all that an entry rests on.
type Key [sha256.Size]byte

// A Store is such a folder, opened by a build. Its methods may be called at once;
// those of a nil one find and keep nothing.
type Store struct {
	version [sha256.Size]byte
	limit   int64
	dir     string

	mu      sync.Mutex
	root    *os.Root // the version's own folder; nil where it cannot be used
	used    map[string]struct{}
	trouble error

	off      atomic.Bool // nothing can be written
	put      atomic.Bool // something was
	clearing sync.WaitGroup
}

// Open opens a folder, which it makes where there is none. Entries are found that
// the same version has put. limit is the size that they may have on disk, in bytes.
func Open(dir, version string, limit int64) *Store {
	s := &Store{version: sha256.Sum256([]byte(version)), limit: limit, dir: dir, used: map[string]struct{}{}}
	if err := s.open(); err != nil {
		s.fail(err)
		return s
	}
	s.clear()
	return s
}

// own is the name of the version's folder.
func (s *Store) own() string { return "v-" + hex.EncodeToString(s.version[:8]) }

// open makes the folders and opens the version's own; once more where they were
// deleted.
func (s *Store) open() error {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	top, err := os.OpenRoot(s.dir)
	if err != nil {
		return err
	}
	defer top.Close()
	if _, err := top.Lstat(tag); err != nil {
		_ = top.WriteFile(tag, []byte(tagged), 0o644)
		_ = top.WriteFile(".gitignore", []byte("*\n"), 0o644) // what it holds is in the archive already
	}
	err = top.Mkdir(s.own(), 0o755)
	if root, e := top.OpenRoot(s.own()); e == nil {
		s.root = root
		return nil
	} else if err == nil {
		err = e
	}
	return err
}

// See bford.info/cachedir.
const (
	tag    = "CACHEDIR.TAG"
	tagged = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder may be deleted at any time; ogi makes it anew.\n"
)

var versions = regexp.MustCompile(`^v-[0-9a-f]{16}$`)

// clear removes the entries of other versions, while the build goes on.
func (s *Store) clear() {
	top, err := os.OpenRoot(s.dir)
	if err != nil {
		return
	}
	es, _ := fs.ReadDir(top.FS(), ".")
	s.clearing.Go(func() {
		defer top.Close()
		for _, e := range es {
			if e.IsDir() && e.Name() != s.own() && versions.MatchString(e.Name()) {
				_ = top.RemoveAll(e.Name())
			}
		}
	})
}

// fail notes that nothing can be written, and why.
func (s *Store) fail(err error) {
	s.off.Store(true)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.trouble == nil {
		s.trouble = disk.At(s.dir, err)
	}
}

// name is where an entry lies below the version's folder.
func name(kind string, key Key) string {
	for _, r := range kind {
		if r < 'a' || r > 'z' {
			panic("internal error: no kind of entry: " + kind)
		}
	}
	h := hex.EncodeToString(key[:])
	return h[:2] + "/" + kind + "-" + h[2:]
}

var names = regexp.MustCompile(`^[a-z]+-[0-9a-f]{62}$`)

// use notes that this build uses an entry.
func (s *Store) use(name string) {
	s.mu.Lock()
	s.used[name] = struct{}{}
	s.mu.Unlock()
}

// Keep says that this build rests on an entry that it does not ask for.
func (s *Store) Keep(kind string, key Key) {
	if s != nil {
		s.use(name(kind, key))
	}
}

// Get is what was put under a kind and a key; false where it is not there.
func (s *Store) Get(kind string, key Key) ([]byte, bool) {
	if s == nil {
		return nil, false
	}
	s.mu.Lock()
	root := s.root
	s.mu.Unlock()
	if root == nil {
		return nil, false
	}
	file := name(kind, key)
	raw, at, err := read(root, file)
	if err != nil {
		return nil, false
	}
	b, ok := unwrap(s.version, kind, key, raw)
	if !ok {
		_ = root.Remove(file)
		return nil, false
	}
	s.use(file)
	if since := time.Since(at); since > lately || since < -lately {
		now := time.Now()
		_ = root.Chtimes(file, now, now)
	}
	return b, true
}

// lately is how exactly it is known when an entry was used.
const lately = time.Hour

// read is a plain file and when it was last used.
func read(root *os.Root, name string) ([]byte, time.Time, error) {
	f, err := root.Open(name)
	if err != nil {
		return nil, time.Time{}, err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return nil, time.Time{}, err
	}
	if !st.Mode().IsRegular() || st.Size() > most+headed {
		return nil, time.Time{}, fs.ErrInvalid
	}
	b := make([]byte, st.Size())
	if _, err := io.ReadFull(f, b); err != nil {
		return nil, time.Time{}, err
	}
	return b, st.ModTime(), nil
}

// Put keeps bytes under a kind and a key, if it can.
func (s *Store) Put(kind string, key Key, b []byte) {
	if s == nil || s.off.Load() || len(b) > most {
		return
	}
	file := name(kind, key)
	raw := wrap(s.version, kind, key, b)
	for range 3 { // folders may be deleted between any two steps
		err := s.write(file, raw)
		switch {
		case err == nil:
			s.put.Store(true)
			s.use(file)
			return
		case !errors.Is(err, fs.ErrNotExist):
			s.fail(err)
			return
		}
		if err := s.again(path.Dir(file)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			s.fail(err)
			return
		}
	}
}

// write puts a file in place.
func (s *Store) write(file string, raw []byte) error {
	s.mu.Lock()
	root := s.root
	s.mu.Unlock()
	tmp := path.Dir(file) + "/" + staged + rand.Text()[:12]
	if err := stage(root, tmp, raw); err != nil {
		_ = root.Remove(tmp)
		return err
	}
	err := disk.Step("rename", file)
	if err == nil {
		err = root.Rename(tmp, file)
	}
	if err != nil {
		_ = root.Remove(tmp)
		if _, e := root.Lstat(file); e == nil && !errors.Is(err, fs.ErrNotExist) && !full(err) {
			return nil // another program has put the same, and on Windows holds it open
		}
	}
	return err
}

func full(err error) bool {
	cause, _ := disk.Why(err)
	return cause != disk.Other && cause != disk.Denied
}

// staged is how the names of files begin that are not yet in place.
const staged = ".new-"

func stage(root *os.Root, name string, raw []byte) error {
	if err := disk.Step("create", name); err != nil {
		return err
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if err = disk.Step("write", name); err == nil {
		_, err = f.Write(raw)
	} else {
		_, _ = f.Write(raw[:len(raw)/2]) // as a disk that fills up does
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// again makes the folder of an entry, and those above where they were deleted.
func (s *Store) again(folder string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.root.Mkdir(folder, 0o755)
	switch {
	case err == nil, errors.Is(err, fs.ErrExist):
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	// The old ones stay open: others may be about to use them.
	return s.open()
}

// Close bounds the size and says, once, why results were not kept. Nothing is
// asked of a closed store.
func (s *Store) Close() error {
	if s == nil {
		return nil
	}
	s.clearing.Wait()
	if s.put.Load() {
		s.sweep()
	}
	if s.root != nil {
		_ = s.root.Close()
	}
	err := s.trouble
	s.trouble = nil
	return err
}
