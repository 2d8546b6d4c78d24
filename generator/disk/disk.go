// Package disk writes files that cannot be made again from content/: reports
// and facts of an archive, sheets, sums, records, baselines. A name and bytes
// come in. Whoever looks at the name afterwards, also after the program was
// killed, the disk was full or the power failed at any moment, finds the file
// whole as it was before or whole as it was to be. The built site is not its
// job: it is made anew, and exchanged as a whole (package publish).
package disk

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// OnStep, if a test sets it, is asked before each step of a write; its error is
// that of the step, as of a full disk.
var OnStep func(step, name string) error

// Step asks OnStep, for the few who write by themselves.
func Step(name, file string) error {
	if OnStep == nil {
		return nil
	}
	if err := OnStep(name, file); err != nil {
		return &fs.PathError{Op: name, Path: file, Err: err}
	}
	return nil
}

// named is an error with the name of the file that is to be written, not that
// under which it is prepared.
func named(name string, err error) error {
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return At(name, err)
}

// Replace puts a file in place, over an older one if there is one. A link is
// followed; what is no plain file, as /dev/stdout, is written to as it is.
func Replace(name string, b []byte) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	if st, err := os.Stat(name); err == nil && !st.Mode().IsRegular() && !st.IsDir() {
		return os.WriteFile(name, b, 0o644)
	}
	return in(name, func(d Folder, base string) error { return d.Replace(base, b) })
}

// Create puts a new file in place; it is fs.ErrExist where there is one.
func Create(name string, b []byte) error {
	return in(name, func(d Folder, base string) error { return d.Create(base, b) })
}

func in(name string, do func(d Folder, base string) error) error {
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return named(name, err)
	}
	defer root.Close()
	return named(name, do(Folder{root}, filepath.Base(name)))
}

// A Folder is written in below its root, by slash paths; nothing outside it is
// touched.
type Folder struct{ Root *os.Root }

// Replace puts a file in place, over an older one if there is one.
func (d Folder) Replace(name string, b []byte) error {
	mode := fs.FileMode(0o644)
	if st, err := d.Root.Stat(name); err == nil {
		mode = st.Mode().Perm()
	}
	tmp, err := d.stage(name, b, mode)
	if err != nil {
		return err
	}
	if err := d.Rename(tmp, name); err != nil {
		_ = d.Root.Remove(tmp)
		return err
	}
	return nil
}

// Create puts a new file in place; it is fs.ErrExist where there is one.
func (d Folder) Create(name string, b []byte) error {
	if _, err := d.Root.Lstat(name); err == nil {
		return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	tmp, err := d.stage(name, b, 0o644)
	if err != nil {
		return err
	}
	defer d.Root.Remove(tmp)
	if err := Step("link", name); err != nil {
		return err
	}
	switch err := d.Root.Link(tmp, name); {
	case err == nil:
		return d.Sync(path.Dir(name))
	case errors.Is(err, fs.ErrExist):
		return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	return d.Rename(tmp, name) // a file system without links, as that of a USB stick
}

// Rename moves a file within the folder, over what is there, for good.
func (d Folder) Rename(from, to string) error {
	if err := Step("rename", to); err != nil {
		return err
	}
	if err := d.Root.Rename(from, to); err != nil {
		return err
	}
	return d.Sync(path.Dir(to))
}

// Write writes a file that no one looks at before it is moved: whole and onto
// the disk, but for its folder.
func (d Folder) Write(name string, b []byte, mode fs.FileMode) error {
	if err := Step("create", name); err != nil {
		return err
	}
	w, err := d.Root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	if err = Step("write", name); err == nil {
		_, err = w.Write(b)
	} else {
		_, _ = w.Write(b[:len(b)/2]) // as a disk that fills up does
	}
	if e := Step("sync", name); err == nil {
		err = e
	}
	if err == nil {
		err = w.Sync()
	}
	if e := w.Close(); err == nil {
		err = e
	}
	return err
}

// Sync makes what happened to the names in a folder last, where the system can.
func (d Folder) Sync(dir string) error {
	if err := Step("sync folder", dir); err != nil {
		return err
	}
	f, err := d.Root.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !cannotSync(err) {
		return err
	}
	return nil
}

// stage writes the bytes beside the name they are for.
func (d Folder) stage(name string, b []byte, mode fs.FileMode) (string, error) {
	dir, base := path.Split(name)
	tmp := dir + "." + base + mark + rand.Text()[:8]
	if err := d.Write(tmp, b, mode); err != nil {
		_ = d.Root.Remove(tmp)
		return "", err
	}
	d.sweep(path.Clean(dir), "."+base+mark, path.Base(tmp))
	return tmp, nil
}

// mark is in the names of files not yet in place.
const mark = ".ogi-new-"

// forgotten is how much younger a staged file is than one that a killed program
// left.
const forgotten = time.Hour

// sweep removes what programs left that were killed while they wrote the same
// file, told by the file system's own clock.
func (d Folder) sweep(dir, prefix, but string) {
	f, err := d.Root.Open(dir)
	if err != nil {
		return
	}
	defer f.Close()
	es, _ := f.ReadDir(-1)
	now, err := d.Root.Lstat(path.Join(dir, but))
	if err != nil {
		return
	}
	for _, e := range es {
		if e.Name() == but || !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		if st, err := e.Info(); err == nil && now.ModTime().Sub(st.ModTime()) > forgotten {
			_ = d.Root.RemoveAll(path.Join(dir, e.Name()))
		}
	}
}

// Staged reports whether a name is that of something not yet in place, as a
// killed program leaves it.
func Staged(name string) bool { return strings.HasPrefix(name, ".") && strings.Contains(name, mark) }
