// Package publish puts a built site in place of the one before. Files come in by
// path and bytes, in any order and from many goroutines; they gather in a folder
// beside the site, and only a whole build takes its place.
//
// A first build, a small site and a large change are switched all at once: whoever
// looks at the site, or kills the build, at any moment finds the old tree or the
// new one, never a mixture. On Linux and macOS the two folders are exchanged in one
// step. Elsewhere two renames do it, and a journal lets the next build finish what
// was cut off.
//
// Where few files of a large site change, only these take their places, one by one:
// what is new, then what differs, then what is gone is removed, and SHA256SUMS comes
// last. Each file is whole at every moment. But while that lasts, some milliseconds
// a hundred files, a reader may see pages of both builds beside each other, and a
// build killed meanwhile leaves such a mixture, which Recover or the next build
// finishes by the journal. Options.Whole forbids it. Where the site is a mount point
// or the current folder lies inside it, every change is made so; see Caution.
//
// What the build knows to be unchanged it may Keep: a record in the state folder
// tells how each file and folder was left, and what nobody touched is neither read
// nor written again. What somebody did touch is read, and made anew where it
// differs; what a build did not put there is removed. Who changes a page of the site
// in place, to as many bytes, and puts its time back is not seen: a link that a
// build makes changes the only time that would tell. Verify and Options.Reread see it. The record is bound to the
// SHA256SUMS of the site. Where it is missing, damaged or of another site, all is
// made anew.
//
// A file whose bytes do not change is not written again but linked or left.
// Entries of the old site whose names begin with a dot, and CNAME, are not the
// build's and stay. SHA256SUMS lists all files of the site; it is also how the next
// build knows which folders are its own and which addresses vanished. The list, the
// record and the journal are synced to disk; pages, which can be made again, are
// not: after a power failure Verify tells whether the site is whole, and
// Options.Reread makes it so.
package publish

import (
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

	whole bool    // never piecemeal where an exchange can be
	began int64   // the file system's clock when the new tree was begun
	was   *record // of the old site; empty where there is none

	mu    sync.Mutex
	fresh map[string]fresh // files of the new site that were put; those kept are told in was
	made  map[string]bool  // folders of the new tree
	solid map[string]bool  // folders of the old tree that was does not know: whether they are folders
	st    Stats
}

// Stats count what a publication did.
type Stats struct {
	Files     int      // of the new site
	Unchanged int      // of these, how many were already there with the same bytes
	Bytes     int64    // of the new site
	Vanished  []string // pages and badges of the old site that the new one lacks, sorted
	Moved     int      // files that took their places one by one, 0 where the site changed in one step
	Removed   int      // what was removed one by one: files, and folders with all in them
}

// Options say how to open a tree.
type Options struct {
	// Claim says that the folder is the build's own whatever lies in it.
	// Without it a folder that holds files of others is refused.
	Claim bool
	// Whole says that the site changes in one step, also where little does.
	Whole bool
	// Reread says that the record of the old site is not to be believed: nothing
	// can be kept, and what is put is compared byte by byte.
	Reread bool
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
	state, err := stateOf(dir)
	if err != nil {
		return nil, disk.At(state, err) // a file of that name, a link to nowhere
	}
	return begin(dir, state, o)
}

// stateOf makes the folder beside a site, or in it where only the site itself may
// be written to.
func stateOf(dir string) (state string, err error) {
	state = filepath.Join(filepath.Dir(dir), ".ogi")
	err = os.MkdirAll(state, 0o755)
	if errors.Is(err, fs.ErrPermission) {
		state = filepath.Join(dir, ".ogi")
		err = os.MkdirAll(state, 0o755)
	}
	return state, err
}

func begin(dir, state string, o Options) (*Tree, error) {
	t := &Tree{
		dir: dir, state: state, whole: o.Whole, was: &record{},
		fresh: map[string]fresh{}, made: map[string]bool{}, solid: map[string]bool{},
	}
	var err error
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
	if err := os.Mkdir(t.next(), 0o755); err != nil {
		return t.at(err)
	}
	st, err := os.Lstat(t.next())
	if err != nil {
		return t.at(err)
	}
	t.began = factsOf(st).mtime
	if !o.Reread {
		t.was = remembered(t.noted(), t.dir)
		t.was.look(t.dir)
	}
	return nil
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
func (t *Tree) noted() string   { return t.base() + ".record" }  // how the site was left; see record

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
