package generator

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"io/fs"
	"path/filepath"

	"ogi/generator/archive"
	"ogi/generator/archive/pack"
	"ogi/generator/cache"
)

// A memory is what a build knows of those before, and tells those after: a store that
// may be thrown away. One without a store knows and tells nothing.
type memory struct {
	store *cache.Store
	files *cache.Files
	out   string
}

// The kinds of what is stored.
const (
	readings = "reading"
	ledgers  = "ledger"
	parts    = "part"
)

// mostStored is the size that a store may have on disk, in bytes.
const mostStored = 2 << 30

// remember opens the store in a folder, which is for the sites of one archive.
func remember(dir, out string) *memory {
	if dir == "" {
		return &memory{}
	}
	files := cache.OpenFiles(dir)
	version, err := cache.Program(files)
	if err != nil {
		return &memory{}
	}
	if abs, err := filepath.Abs(out); err == nil {
		out = abs
	}
	return &memory{store: cache.Open(dir, version, mostStored), files: files, out: out}
}

// close says, once, why nothing could be kept.
func (m *memory) close() error {
	if m.store == nil {
		return nil
	}
	err := m.files.Save(true)
	if e := m.store.Close(); e != nil {
		err = e
	}
	return err
}

// ledger is that of the build before into the same folder.
func (m *memory) ledger() *ledger {
	head, _ := m.store.Get(ledgers, sha256.Sum256([]byte(m.out)))
	return readLedger(m.store, head)
}

func (m *memory) tell(l *ledger) {
	if m.store != nil && l != nil {
		m.store.Put(ledgers, sha256.Sum256([]byte(m.out)), l.write(m.store))
	}
}

// keep stores what was read of an agency; false where it cannot.
func (m *memory) keep(key cache.Key, a *archive.Agency) bool {
	if m.store == nil || key == (cache.Key{}) {
		return false
	}
	m.store.Put(readings, key, pack.Append(nil, a, nil))
	return true
}

// agency is what was read under a key, nil if it is not stored.
func (m *memory) agency(key cache.Key) *archive.Agency {
	b, ok := m.store.Get(readings, key)
	if !ok {
		return nil
	}
	a, _, err := pack.Read(b)
	if err != nil {
		return nil
	}
	return a
}

// key is the sum of all files of an agency; zero where it cannot be had.
func (m *memory) key(fsys fs.FS, scan *archive.Scan, slug string) cache.Key {
	if m.store == nil {
		return cache.Key{}
	}
	s := sum{}
	s.text(slug)
	for _, file := range scan.Files(slug) {
		of, ok := m.sumOf(fsys, file)
		if !ok || scan.LeftOut(file) {
			return cache.Key{}
		}
		s.text(file)
		s.key(of)
	}
	return s.sum()
}

// sumOf is the sum of a file; not ok where it cannot be read, or is so large that it
// is not.
func (m *memory) sumOf(fsys fs.FS, file string) (cache.Key, bool) {
	st, err := fs.Stat(fsys, file)
	if err != nil || !st.Mode().IsRegular() || st.Size() > archive.MaxReport {
		return cache.Key{}, false
	}
	if of, ok := m.files.Sum(file, st); ok {
		return of, true
	}
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return cache.Key{}, false
	}
	of := sha256.Sum256(b)
	m.files.Set(file, st, of)
	return of, true
}

// A sum is that of several things.
type sum struct{ h hash.Hash }

func (s *sum) add(b []byte) {
	if s.h == nil {
		s.h = sha256.New()
	}
	s.h.Write(b)
}

func (s *sum) key(k cache.Key) { s.add(k[:]) }

func (s *sum) text(t string) {
	s.number(len(t))
	s.add([]byte(t))
}

func (s *sum) number(n int) { s.add(binary.LittleEndian.AppendUint64(nil, uint64(n))) }

func (s *sum) flags(of ...bool) {
	for _, f := range of {
		if f {
			s.add([]byte{1})
		} else {
			s.add([]byte{0})
		}
	}
}

func (s *sum) sum() (k cache.Key) {
	s.add(nil)
	s.h.Sum(k[:0])
	return k
}
