package disk

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"sync"
)

// Folders are the files of a root, as its FS has them. Those that are asked for one
// after the other lie in few folders: these are kept open, since a root walks the path
// of each file from its beginning, and takes three calls of the system for each folder
// on it. What cannot be had that way is asked of the root itself, so that links lead
// where it lets them, and errors are its own.
type Folders struct {
	whole fs.FS
	root  *os.Root

	mu   sync.Mutex
	kept []folder // the latest last
}

type folder struct {
	dir  string
	root *os.Root
}

// mostFolders is how many are kept open: some for each worker.
const mostFolders = 16

// NewFolders are those of a root, which must stay open as long. Close ends it.
func NewFolders(root *os.Root) *Folders { return &Folders{whole: root.FS(), root: root} }

// Close closes the folders.
func (f *Folders) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	var errs []error
	for _, k := range f.kept {
		errs = append(errs, k.root.Close())
	}
	f.kept = nil
	return errors.Join(errs...)
}

// folder is the folder that a file lies in, nil where it is to be asked of the root.
func (f *Folders) folder(name string) (*os.Root, string) {
	dir, base := path.Split(name)
	if dir == "" || !fs.ValidPath(name) {
		return nil, ""
	}
	dir = dir[:len(dir)-1]
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, k := range f.kept {
		if k.dir == dir {
			copy(f.kept[i:], f.kept[i+1:])
			f.kept[len(f.kept)-1] = k
			return k.root, base
		}
	}
	root, err := f.root.OpenRoot(dir)
	if err != nil {
		return nil, ""
	}
	if len(f.kept) == mostFolders {
		_ = f.kept[0].root.Close() // who reads there just now is not disturbed
		f.kept = append(f.kept[:0], f.kept[1:]...)
	}
	f.kept = append(f.kept, folder{dir, root})
	return root, base
}

// Open opens a file or folder.
func (f *Folders) Open(name string) (fs.File, error) {
	if dir, base := f.folder(name); dir != nil {
		if file, err := dir.Open(base); err == nil {
			return file, nil
		}
	}
	return f.whole.Open(name)
}

// ReadFile reads a file.
func (f *Folders) ReadFile(name string) ([]byte, error) {
	if dir, base := f.folder(name); dir != nil {
		if b, err := dir.ReadFile(base); err == nil {
			return b, nil
		}
	}
	return fs.ReadFile(f.whole, name)
}

// Stat describes what a link leads to.
func (f *Folders) Stat(name string) (fs.FileInfo, error) {
	if dir, base := f.folder(name); dir != nil {
		if st, err := dir.Stat(base); err == nil {
			return st, nil
		}
	}
	return fs.Stat(f.whole, name)
}

// ReadDir lists a folder.
func (f *Folders) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.whole, name) }

// ReadLink is where a link leads.
func (f *Folders) ReadLink(name string) (string, error) { return fs.ReadLink(f.whole, name) }

// Lstat describes a link itself.
func (f *Folders) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.whole, name) }
