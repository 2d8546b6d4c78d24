package publish

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ogi/generator/disk"
)

// fresh is a file of the new site that was put.
type fresh struct {
	sum     [sha256.Size]byte
	facts   facts
	written bool // lies in the new tree; else the old one has the same bytes there
}

// May reports whether a file of a site may have a path.
func May(path string) bool {
	return fs.ValidPath(path) && (!strings.HasPrefix(path, ".") || path == ".nojekyll") && path != Sums
}

// Put adds a file; path is slash-separated and relative to the site.
func (t *Tree) Put(path string, b []byte) error {
	t.valid(path)
	e := fresh{sum: sha256.Sum256(b)}
	t.claim(path, func() { t.fresh[path] = e })
	if now, same := t.standing(path, b, e.sum); same {
		e.facts = now
	} else {
		var err error
		if e.facts, err = t.write(path, b); err != nil {
			return t.at(err)
		}
		e.written = true
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.fresh[path] = e
	t.count(int64(len(b)), !e.written)
	return nil
}

// Create begins a file that is too large to be held, or that is made beside others:
// what is written to it goes to disk as it comes, and Close makes it one of the site.
func (t *Tree) Create(path string) (io.WriteCloser, error) {
	t.valid(path)
	t.claim(path, func() { t.fresh[path] = fresh{} })
	to := filepath.Join(t.next(), filepath.FromSlash(path))
	if err := t.folder(filepath.Dir(to)); err != nil {
		return nil, t.at(err)
	}
	if err := disk.Step("write", to); err != nil {
		return nil, t.at(err)
	}
	f, err := os.Create(to)
	if err != nil {
		return nil, t.at(err)
	}
	w := &growing{tree: t, path: path, to: to, file: f, sum: sha256.New()}
	w.Writer = bufio.NewWriterSize(io.MultiWriter(f, w.sum), 1<<16)
	return w, nil
}

// A growing is a file that is being written.
type growing struct {
	*bufio.Writer
	tree     *Tree
	path, to string
	file     *os.File
	sum      hash.Hash
}

func (w *growing) Close() error {
	t, e := w.tree, fresh{}
	err := w.Flush()
	if e := w.file.Close(); err == nil {
		err = e
	}
	if err != nil {
		return t.at(err)
	}
	w.sum.Sum(e.sum[:0])
	st, err := os.Lstat(w.to)
	if err != nil {
		return t.at(err)
	}
	if now, same := t.stands(w.path, st.Size(), e.sum); same {
		if err := os.Remove(w.to); err != nil {
			return t.at(err)
		}
		e.facts = now
	} else {
		e.facts, e.written = factsOf(st), true
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.fresh[w.path] = e
	t.count(st.Size(), !e.written)
	return nil
}

// Size is how many bytes a file of the new site has, once it was put or kept.
func (t *Tree) Size(path string) int64 {
	t.mu.Lock()
	name := t.old(path)
	if t.fresh[path].written {
		name = filepath.Join(t.next(), filepath.FromSlash(path))
	}
	t.mu.Unlock()
	now, _ := ofFile(name)
	return now.size
}

// stands gives the facts of the file that the old site has at path if it has that
// size and sum.
func (t *Tree) stands(path string, size int64, sum [sha256.Size]byte) (now facts, same bool) {
	if !t.holdsFolder(path) {
		return now, false
	}
	name := t.old(path)
	now, plain := ofFile(name)
	if !plain || now.size != size {
		return now, false
	}
	if i, known := t.was.index[path]; known && now == t.was.files[i].facts {
		return now, t.was.files[i].is(sum)
	}
	old, err := sumFile(name)
	return now.before(t.began), err == nil && old == sum
}

// valid panics where a path is none of a page.
func (t *Tree) valid(path string) {
	if !May(path) {
		panic("internal error: no path for a page: " + path)
	}
}

// Keep says that the file which the old site has at path is to stay, if its sum
// is as told and the file is on disk as the build left it: then it is one of the
// new site without being read or written. What looks touched is read, and kept if
// its bytes are still those. False says that the caller is to make and Put it.
func (t *Tree) Keep(path string, sum [sha256.Size]byte) bool {
	i, known := t.was.index[path]
	if !known {
		return false
	}
	k := &t.was.files[i]
	if !k.is(sum) {
		return false
	}
	now, size, ok := t.intact(k, sum)
	if !ok {
		return false
	}
	t.claim(path, func() {
		k.facts, k.kept = now, true
		t.count(size, true)
	})
	return true
}

// Sum is that of a file of the new site, once it was put or kept.
func (t *Tree) Sum(path string) (sum [sha256.Size]byte, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e, ok := t.fresh[path]; ok {
		return e.sum, true
	}
	if i, known := t.was.index[path]; known && t.was.files[i].kept {
		return t.Recorded(path)
	}
	return sum, false
}

// claim does what makes path one of the new site, which it may be once.
func (t *Tree) claim(path string, do func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.has(path) {
		panic("internal error: two pages at " + path)
	}
	do()
}

// has reports whether path is a file of the new site.
func (t *Tree) has(path string) bool {
	if _, put := t.fresh[path]; put {
		return true
	}
	i, known := t.was.index[path]
	return known && t.was.files[i].kept
}

func (t *Tree) count(size int64, unchanged bool) {
	t.st.Files++
	t.st.Bytes += size
	if unchanged {
		t.st.Unchanged++
	}
}

// intact gives the facts of a file of the old site if it still has the sum with
// which it was published.
func (t *Tree) intact(k *known, sum [sha256.Size]byte) (now facts, size int64, ok bool) {
	if !t.was.folders[k.folder].there {
		return now, 0, false
	}
	name := t.old(k.path())
	now, plain := ofFile(name)
	switch {
	case !plain:
		return now, 0, false
	case now == k.facts:
		return now, now.size, true
	}
	got, err := sumFile(name)
	return now.before(t.began), now.size, err == nil && got == sum
}

// standing gives the facts of the file that the old site has at path if its bytes
// are b.
func (t *Tree) standing(path string, b []byte, sum [sha256.Size]byte) (now facts, same bool) {
	if !t.holdsFolder(path) {
		return now, false
	}
	name := t.old(path)
	now, plain := ofFile(name)
	if !plain || now.size != int64(len(b)) {
		return now, false
	}
	if i, known := t.was.index[path]; known && now == t.was.files[i].facts {
		return now, t.was.files[i].is(sum)
	}
	if old, err := os.ReadFile(name); err != nil || !bytes.Equal(old, b) {
		return now, false
	}
	return now.before(t.began), true
}

// holdsFolder reports whether the folder of a file is one in the old site, and no
// link to another.
func (t *Tree) holdsFolder(file string) bool {
	dir := dirOf(file)
	if i, known := t.was.place[dir]; known {
		return t.was.folders[i].there
	}
	if dir == "." {
		return true
	}
	t.mu.Lock()
	solid, asked := t.solid[dir]
	t.mu.Unlock()
	if !asked {
		_, solid = ofFolder(t.old(dir))
		solid = solid && t.holdsFolder(dir)
		t.mu.Lock()
		t.solid[dir] = solid
		t.mu.Unlock()
	}
	return solid
}

// old is where a file or folder of the old site lies.
func (t *Tree) old(path string) string {
	return t.dir + string(filepath.Separator) + filepath.FromSlash(path)
}

// write writes a file into the new tree.
func (t *Tree) write(path string, b []byte) (facts, error) {
	to := filepath.Join(t.next(), filepath.FromSlash(path))
	if err := t.folder(filepath.Dir(to)); err != nil {
		return facts{}, err
	}
	if err := disk.Step("write", to); err != nil {
		return facts{}, err
	}
	if err := os.WriteFile(to, b, 0o644); err != nil {
		return facts{}, err
	}
	st, err := os.Lstat(to)
	if err != nil {
		return facts{}, err
	}
	return factsOf(st), nil
}

func (t *Tree) folder(dir string) error {
	t.mu.Lock()
	made := t.made[dir]
	t.mu.Unlock()
	if made {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	t.mu.Lock()
	t.made[dir] = true
	t.mu.Unlock()
	return nil
}
