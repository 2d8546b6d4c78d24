package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"ogi/generator/disk"
)

// The journal says how the site is being switched, once the new tree is whole.
const (
	switching = "renames\n"   // site → .old, .new → site
	placing   = "piecemeal\n" // each file of .new to its place, then what is gone removed
)

// twice switches by two renames. Between them the site is missing; a build cut
// off there is finished by the next.
func (t *Tree) twice() error {
	if err := t.note(switching); err != nil {
		return err
	}
	reach("noted")
	if err := disk.Step("rename", t.dir); err != nil {
		return err
	}
	if err := os.Rename(t.dir, t.last()); err != nil {
		os.Remove(t.journal())
		return t.piecemeal()
	}
	reach("first rename")
	if err := os.Rename(t.next(), t.dir); err != nil {
		return errors.Join(err, os.Rename(t.last(), t.dir), os.Remove(t.journal()))
	}
	reach("second rename")
	if err := t.clear(t.last()); err != nil {
		return err
	}
	return os.Remove(t.journal())
}

// piecemeal moves the new files over the old ones. A build cut off in the
// middle leaves a mixture, which the next build or Recover finishes.
func (t *Tree) piecemeal() error {
	if err := t.note(placing); err != nil {
		return err
	}
	return t.place()
}

// place can be repeated until it succeeds: SHA256SUMS, which tells what the
// site consists of, moves last.
func (t *Tree) place() error {
	stay := map[string]bool{Sums: true}
	for p := range listed(t.next()) {
		stay[p] = true
		name := filepath.FromSlash(p)
		reach("place")
		if err := disk.Step("rename", filepath.Join(t.dir, name)); err != nil {
			return err
		}
		if err := move(filepath.Join(t.next(), name), filepath.Join(t.dir, name)); err != nil {
			return err
		}
	}
	if err := disk.Step("remove", t.dir); err != nil {
		return err
	}
	if err := prune(t.dir, stay); err != nil {
		return err
	}
	reach("pruned")
	if err := move(filepath.Join(t.next(), Sums), filepath.Join(t.dir, Sums)); err != nil {
		return err
	}
	reach("listed")
	if err := os.Remove(t.journal()); err != nil {
		return err
	}
	return os.RemoveAll(t.next())
}

// recover brings the site to the old or the new tree, whichever a build that
// was cut off had reached, and clears the rest away.
func (t *Tree) recover() error {
	note, _ := os.ReadFile(t.journal())
	if string(note) == placing {
		if _, err := os.Stat(filepath.Join(t.next(), Sums)); err == nil {
			if err := t.place(); err != nil {
				return err
			}
		}
	}
	if exists(t.last()) {
		if !exists(t.dir) {
			from := t.last()
			if string(note) == switching && exists(t.next()) {
				from = t.next()
			}
			if err := os.Rename(from, t.dir); err != nil {
				return err
			}
		}
		if exists(t.last()) {
			if err := t.clear(t.last()); err != nil {
				return err
			}
		}
	}
	if exists(t.next()) {
		if exists(t.dir) {
			if err := t.clear(t.next()); err != nil {
				return err
			}
		} else if err := os.RemoveAll(t.next()); err != nil {
			return err
		}
	}
	if err := os.Remove(t.journal()); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (t *Tree) note(how string) error {
	return disk.Replace(t.journal(), []byte(how))
}

// move renames a file over another, by copy where the two lie on different file
// systems. A file that is not there was moved before.
func move(from, to string) error {
	err := os.MkdirAll(filepath.Dir(to), 0o755)
	if errors.Is(err, syscall.ENOTDIR) { // the old site has a file where the new has a folder
		if err = os.Remove(filepath.Dir(to)); err == nil {
			err = os.MkdirAll(filepath.Dir(to), 0o755)
		}
	}
	if err != nil {
		return err
	}
	if st, err := os.Lstat(to); err == nil && st.IsDir() {
		if err := os.RemoveAll(to); err != nil {
			return err
		}
	}
	err = os.Rename(from, to)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	b, rerr := os.ReadFile(from)
	if rerr != nil {
		return err
	}
	tmp := to + ".ogi-new"
	if err := os.WriteFile(tmp, b, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, to)
}

// prune removes every file of the site that is not to stay, and the folders
// that become empty.
func prune(dir string, stay map[string]bool) error {
	var folders []string
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || p == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		top := filepath.Dir(rel) == "."
		switch {
		case top && (stays(d.Name()) || d.Name() == ".ogi"):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			folders = append(folders, p)
			return nil
		case stay[filepath.ToSlash(rel)]:
			return nil
		}
		return os.Remove(p)
	})
	for i := len(folders) - 1; i >= 0; i-- {
		os.Remove(folders[i]) // fails where files stay, as it should
	}
	return err
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
