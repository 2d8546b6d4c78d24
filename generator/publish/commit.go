package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ogi/generator/disk"
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
	if err := t.list(); err != nil {
		return err
	}
	t.st.Vanished = t.vanished()
	old, err := os.Stat(t.dir)
	if errors.Is(err, fs.ErrNotExist) {
		if err := disk.Step("rename", t.dir); err != nil {
			return err
		}
		return os.Rename(t.next(), t.dir)
	}
	if err != nil {
		return err
	}
	if err := t.carry(); err != nil {
		return err
	}
	if err := os.Chmod(t.next(), old.Mode().Perm()); err != nil {
		return err
	}
	if t.inside() {
		return t.piecemeal()
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
	default: // a mount point, or a layered file system
		return t.piecemeal()
	}
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
		if _, ours := t.sums[e.Name()]; ours {
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
	if strings.HasPrefix(t.state, t.dir+string(filepath.Separator)) {
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
