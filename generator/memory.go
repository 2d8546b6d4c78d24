package generator

import (
	"crypto/sha256"
	"io/fs"
	"path/filepath"

	"ogi/generator/archive"
	"ogi/generator/archive/pack"
	"ogi/generator/cache"
	"ogi/generator/codec"
	"ogi/generator/diag"
)

// A memory is what a build knows of those before, and tells those after: a store that
// may be thrown away. One without a store knows and tells nothing.
type memory struct {
	store *cache.Store
	files *cache.Files
	out   string
	spool *cache.Spool // for what the store does not take
}

// inMemory is how much of what no store holds stays in memory, in bytes: that of some
// thousand reports.
const inMemory = 32 << 20

// The kinds of what is stored.
const (
	readings = "reading"
	ledgers  = "ledger"
	parts    = "part"
	rows     = "rows"
)

// mostStored is the size that a store may have on disk, in bytes.
const mostStored = 2 << 30

// remember opens the store in a folder, which is for the sites of one archive.
func remember(dir, out string) *memory {
	m := &memory{spool: &cache.Spool{Room: inMemory}}
	if dir == "" {
		return m
	}
	files := cache.OpenFiles(dir)
	version, err := cache.Program(files)
	if err != nil {
		return m
	}
	if abs, err := filepath.Abs(out); err == nil {
		out = abs
	}
	m.store, m.files, m.out = cache.Open(dir, version, mostStored), files, out
	return m
}

// close says, once, why nothing could be kept.
func (m *memory) close() error {
	m.spool.Close()
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

// keep stores what was read of an agency, and says where where only this build has it.
func (m *memory) keep(key cache.Key, a *archive.Agency, found []diag.Diagnostic) cache.Spooled {
	b := pack.Append(nil, a, found)
	if m.store == nil || key == (cache.Key{}) {
		return m.spool.Put(b)
	}
	m.store.Put(readings, key, b)
	return cache.Spooled{}
}

// keepRows stores what the data have of an agency, and says where where only this build
// has it.
func (m *memory) keepRows(key cache.Key, b []byte) cache.Spooled {
	if b == nil {
		return cache.Spooled{}
	}
	if m.store == nil {
		return m.spool.Put(b)
	}
	m.store.Put(rows, key, b)
	return cache.Spooled{}
}

// rows are what was kept, nil where it is not there.
func (m *memory) rows(key cache.Key, at cache.Spooled) []byte {
	if at.Holds() {
		return m.spool.Get(at)
	}
	b, _ := m.store.Get(rows, key)
	return b
}

// agency is what was kept, and what was said while it was read; nil where it is not
// there.
func (m *memory) agency(key cache.Key, at cache.Spooled) (*archive.Agency, []diag.Diagnostic) {
	var b []byte
	if at.Holds() {
		b = m.spool.Get(at)
	} else {
		b, _ = m.store.Get(readings, key)
	}
	if b == nil {
		return nil, nil
	}
	a, found, err := pack.Read(b)
	if err != nil {
		return nil, nil
	}
	return a, found
}

// key is the sum of all files of an agency; zero where it cannot be had.
func (m *memory) key(fsys fs.FS, scan *archive.Scan, slug string) cache.Key {
	s := codec.Hash{}
	s.Text(slug)
	for _, file := range scan.Files(slug) {
		of, ok := m.sumOf(fsys, file)
		if !ok || scan.LeftOut(file) {
			return cache.Key{}
		}
		s.Text(file)
		s.Key(of)
	}
	return s.Sum()
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
