package publish

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ogi/generator/disk"
	"ogi/generator/work"
)

// Commit puts the new tree in place of the old one.
func (t *Tree) Commit() (Stats, error) {
	defer t.close()
	if err := t.commit(); err != nil {
		if _, cut := os.Stat(t.journal()); cut != nil && !t.switched {
			os.RemoveAll(t.next()) // nothing was switched; the old site stays
		}
		return Stats{}, t.at(err)
	}
	return t.st, nil
}

func (t *Tree) commit() error {
	text := t.text()
	t.st.Vanished = t.vanished()
	old, err := os.Stat(t.dir)
	if errors.Is(err, fs.ErrNotExist) {
		if err := t.seal(text); err != nil {
			return err
		}
		if err := disk.Step("rename", t.dir); err != nil {
			return err
		}
		return os.Rename(t.next(), t.dir)
	}
	if err != nil {
		return err
	}
	apart := t.inside() || mounted(t.dir)
	if apart || len(t.was.files) > 0 {
		p, err := t.survey()
		switch {
		case err != nil:
			return err
		case p.empty() && !p.respelled && text == t.was.text:
			t.remember(text, 0, t.left)
			return os.RemoveAll(t.next())
		case apart || !t.whole && t.few(p):
			return t.change(text, p)
		}
	}
	if err := errors.Join(t.gather(), t.carry()); err != nil {
		return err
	}
	if err := t.seal(text); err != nil {
		return err
	}
	if err := os.Chmod(t.next(), old.Mode().Perm()); err != nil {
		return err
	}
	reach("exchange")
	if err := disk.Step("rename", t.dir); err != nil {
		return err
	}
	switch err := exchange(t.next(), t.dir); {
	case err == nil:
		reach("exchanged")
		t.switched = true // what is others', as .git, still lies in the old tree
		return t.clear(t.next())
	case errors.Is(err, errors.ErrUnsupported):
		return t.twice()
	default: // a layered file system
		p, err := t.survey()
		if err != nil {
			return err
		}
		return t.change(text, p)
	}
}

// A change is made piece by piece where it is at most the share of a site that is
// not small: a small one is exchanged in less time than a reader notices.
var share, least = 20, 1000 // a twentieth; files

// few reports whether a plan may be carried out piece by piece.
func (t *Tree) few(p plan) bool {
	return t.st.Files >= least && (len(p.moves)+len(p.gone))*share <= t.st.Files && !p.respelled
}

// seal ends a new tree that is to take the place of the old: its SHA256SUMS, and
// the record of how it is left.
func (t *Tree) seal(text string) error {
	written, err := t.list(text)
	if err != nil {
		return err
	}
	t.remember(text, written, func(p string) facts {
		f, _ := ofFolder(filepath.Join(t.next(), filepath.FromSlash(p)))
		return f.before(written)
	})
	return nil
}

// change makes the old site the new one piece by piece.
func (t *Tree) change(text string, p plan) error {
	written, err := t.list(text)
	if err != nil {
		return err
	}
	t.remember(text, written, t.left)
	t.st.Moved, t.st.Removed = len(p.moves), len(p.gone)
	return t.piecemeal(p)
}

// left tells the facts of a folder of a site that is changed piece by piece. What
// changes in it after it was looked at makes it differ from them.
func (t *Tree) left(dir string) facts {
	i, known := t.was.place[dir]
	if !known {
		return facts{}
	}
	f := &t.was.folders[i]
	if f.same() {
		return f.facts
	}
	return f.now.before(t.began)
}

// gather links into the new tree what stays of the old one.
func (t *Tree) gather() error {
	var stay []string
	for p, e := range t.entries() {
		if !e.written {
			stay = append(stay, p)
		}
	}
	return work.Each(context.Background(), len(stay), func(i int) error { return t.link(stay[i]) }, nil)
}

// link links a file of the old tree into the new, or copies it where the file
// system has no links.
func (t *Tree) link(path string) error {
	from, to := t.old(path), filepath.Join(t.next(), filepath.FromSlash(path))
	if err := t.folder(filepath.Dir(to)); err != nil {
		return err
	}
	if os.Link(from, to) == nil {
		return nil
	}
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if sum, _ := t.Sum(path); sha256.Sum256(b) != sum {
		return fmt.Errorf("%s: changed while the site was built; build again", from)
	}
	if err := disk.Step("write", to); err != nil {
		return err
	}
	return os.WriteFile(to, b, 0o644)
}

// reach is called at every step between the old site and the new; a test may
// stop the world there.
var reach = func(step string) {}

// carry links the files of the old site that are not the build's into the new.
// Folders (.git of a worktree) move after the switch, in clear.
func (t *Tree) carry() error {
	es, err := os.ReadDir(t.dir)
	if err != nil {
		return err
	}
	for _, e := range es {
		if !stays(e.Name()) || e.IsDir() {
			continue
		}
		if t.has(e.Name()) {
			continue
		}
		from, to := filepath.Join(t.dir, e.Name()), filepath.Join(t.next(), e.Name())
		if os.Link(from, to) == nil {
			continue
		}
		b, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(to, b, 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// inside reports whether the site cannot be exchanged as a folder without harm:
// the current folder lies in it and would be left behind, or its own folder is
// all that may be written to.
func (t *Tree) inside() bool {
	if t.within() {
		return true
	}
	wd, err := os.Getwd()
	if err != nil {
		return false
	}
	if real, err := filepath.EvalSymlinks(wd); err == nil {
		wd = real
	}
	return wd == t.dir || strings.HasPrefix(wd, t.dir+string(filepath.Separator))
}

// within reports whether the state folder lies in the site.
func (t *Tree) within() bool {
	return strings.HasPrefix(t.state, t.dir+string(filepath.Separator))
}

// clear moves what is not the build's out of an old tree and removes the rest.
func (t *Tree) clear(old string) error {
	es, err := os.ReadDir(old)
	if err != nil {
		return err
	}
	if err := disk.Step("remove", old); err != nil {
		return err
	}
	for _, e := range es {
		to := filepath.Join(t.dir, e.Name())
		if !stays(e.Name()) {
			continue
		}
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			if err := os.Rename(filepath.Join(old, e.Name()), to); err != nil {
				return err
			}
		}
		reach("kept")
	}
	return os.RemoveAll(old)
}
