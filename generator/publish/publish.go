// Package publish puts a built site in place of the one before, all at once.
// Files come in by path and bytes, in any order and from many goroutines; they
// gather in a folder beside the site, and only a whole build takes its place.
// Whoever looks at the site, or kills the build, at any moment finds the old
// tree or the new one, never a mixture.
//
// On Linux and macOS the two folders are exchanged in one step. Elsewhere, and
// where the site is a mount point or the current folder lies inside it, a
// journal lets the next build finish what was cut off.
//
// A file whose bytes do not change is not written again but linked. Entries of
// the old site whose names begin with a dot, and CNAME, are not the build's and
// stay. SHA256SUMS lists all files of the site; it is also how the next build
// knows which folders are its own and which addresses vanished. The list and the
// journal are synced to disk; pages, which can be made again, are not: after a
// power failure Verify tells whether the site is whole.
package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"ogi/generator/disk"
)

// Sums is the file of the site that lists all others with their SHA-256, in
// the format of sha256sum.
const Sums = "SHA256SUMS"

// A Tree is a site being written. Its methods may be called by many goroutines
// at once, except Commit and Abort, which end it.
type Tree struct {
	dir   string // the site
	state string // folder beside it, for what is not yet or no longer the site
	lock  *os.File

	switched bool // the old tree lies where the new one was made

	mu   sync.Mutex
	sums map[string][sha256.Size]byte
	made map[string]bool // folders of the new tree
	st   Stats
}

// Stats count what a publication did.
type Stats struct {
	Files     int      // of the new site
	Unchanged int      // of these, how many were already there with the same bytes
	Bytes     int64    // of the new site
	Vanished  []string // pages and badges of the old site that the new one lacks, sorted
}

// Options say how to open a tree.
type Options struct {
	// Claim says that the folder is the build's own whatever lies in it.
	// Without it a folder that holds files of others is refused.
	Claim bool
}

// ErrBusy says that another program is writing into the same folder.
var ErrBusy = errors.New("another ogi is writing here")

// Open begins a publication into dir, which need not exist, and finishes or
// clears away what an interrupted one left behind.
func Open(dir string, o Options) (*Tree, error) {
	dir, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return nil, disk.At(dir, err)
	}
	state := filepath.Join(filepath.Dir(dir), ".ogi")
	if err := os.MkdirAll(state, 0o755); errors.Is(err, fs.ErrPermission) {
		state = filepath.Join(dir, ".ogi") // only the site itself may be written to
		err = os.MkdirAll(state, 0o755)
		if err != nil {
			return nil, disk.At(dir, err)
		}
	} else if err != nil {
		return nil, disk.At(dir, err)
	}
	t := &Tree{dir: dir, state: state, sums: map[string][sha256.Size]byte{}, made: map[string]bool{}}
	if t.lock, err = hold(state); errors.Is(err, ErrBusy) {
		return nil, fmt.Errorf("%s: %w and holds %s; wait until it has ended, or end it: nothing is to be removed by hand", dir, err, state)
	} else if err != nil {
		return nil, err
	}
	if err := t.open(o); err != nil {
		t.close()
		return nil, err
	}
	return t, nil
}

func (t *Tree) open(o Options) error {
	if err := t.recover(); err != nil {
		return fmt.Errorf("finishing an interrupted build: %w", err)
	}
	if !o.Claim {
		if name := stranger(t.dir); name != "" {
			return fmt.Errorf("%s: holds %s, which is no part of a site built here; choose an empty folder", t.dir, name)
		}
	}
	if err := disk.Step("mkdir", t.next()); err != nil {
		return t.at(err)
	}
	return t.at(os.Mkdir(t.next(), 0o755))
}

// at is an error of the system about the site, also where it is about the tree
// that is to take its place, of which nobody knows.
func (t *Tree) at(err error) error {
	cause, name := disk.Why(err)
	if cause == disk.Other {
		return err
	}
	for _, prepared := range []string{t.next(), t.journal()} {
		if rest, ok := strings.CutPrefix(name, prepared); ok {
			name = t.dir + rest
		}
	}
	return disk.At(name, err)
}

// Recover finishes or clears away what an interrupted publication into dir left
// behind, for those who only want to read the site.
func Recover(dir string) error {
	dir, err := resolve(dir)
	if err != nil {
		return err
	}
	for _, state := range []string{filepath.Join(filepath.Dir(dir), ".ogi"), filepath.Join(dir, ".ogi")} {
		if _, err := os.Stat(state); err != nil {
			continue
		}
		t := &Tree{dir: dir, state: state}
		if t.lock, err = lock(state); err != nil {
			return nil // a build is at work; the site is whole
		}
		err = t.recover()
		t.close()
		if err != nil {
			return err
		}
	}
	return nil
}

// Put adds a file; path is slash-separated and relative to the site.
func (t *Tree) Put(path string, b []byte) error {
	if !fs.ValidPath(path) || strings.HasPrefix(path, ".") && path != ".nojekyll" || path == Sums {
		panic("internal error: no path for a page: " + path)
	}
	sum := sha256.Sum256(b)
	t.mu.Lock()
	_, dup := t.sums[path]
	t.sums[path] = sum
	t.mu.Unlock()
	if dup {
		panic("internal error: two pages at " + path)
	}
	same, err := t.put(path, b)
	if err != nil {
		return t.at(err)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.st.Files++
	t.st.Bytes += int64(len(b))
	if same {
		t.st.Unchanged++
	}
	return nil
}

// put writes the file into the new tree, as a link where the old one has the
// same bytes.
func (t *Tree) put(path string, b []byte) (same bool, err error) {
	name := filepath.FromSlash(path)
	to := filepath.Join(t.next(), name)
	if err := t.folder(filepath.Dir(to)); err != nil {
		return false, err
	}
	old := filepath.Join(t.dir, name)
	if holds(old, b) && os.Link(old, to) == nil {
		return true, nil
	}
	if err := disk.Step("write", to); err != nil {
		return false, err
	}
	return false, os.WriteFile(to, b, 0o644)
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

// Abort gives the publication up; the old site stays as it is.
func (t *Tree) Abort() error {
	err := os.RemoveAll(t.next())
	t.close()
	return err
}

func (t *Tree) close() {
	leave(t.state, t.lock)
}

func (t *Tree) base() string    { return filepath.Join(t.state, filepath.Base(t.dir)) }
func (t *Tree) next() string    { return t.base() + ".new" }     // the tree being written; after an exchange the old one
func (t *Tree) last() string    { return t.base() + ".old" }     // the old tree between two renames
func (t *Tree) journal() string { return t.base() + ".journal" } // what to finish; see recover

// holds reports whether the file name has just the bytes b and is a plain file.
func holds(name string, b []byte) bool {
	st, err := os.Lstat(name)
	if err != nil || !st.Mode().IsRegular() || st.Size() != int64(len(b)) {
		return false
	}
	old, err := os.ReadFile(name)
	return err == nil && bytes.Equal(old, b)
}

// resolve is dir as an absolute path without symbolic links, so that the new
// tree gathers on the file system of the old.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if errors.Is(err, fs.ErrNotExist) {
		if to, err := os.Readlink(abs); err == nil {
			return "", fmt.Errorf("%s: a symbolic link to %s, which does not exist; make that folder or remove the link", dir, to)
		}
		return abs, nil
	}
	return real, err
}

// stays reports whether a top-level entry of the site is not the build's.
func stays(name string) bool {
	return name[0] == '.' && name != ".nojekyll" && name != ".ogi" || name == "CNAME"
}

// stranger is a file in dir that no build put there, "" if there is none.
func stranger(dir string) string {
	if _, err := os.Stat(filepath.Join(dir, Sums)); err == nil {
		return ""
	}
	es, _ := os.ReadDir(dir)
	for _, e := range es {
		if n := e.Name(); n[0] != '.' && !stays(n) {
			return n
		}
	}
	return ""
}
