package stage

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// An overlay is two trees of files as one: a file of the upper hides the one
// of that name in the lower.
type overlay struct{ upper, lower fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.upper.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.lower.Open(name)
	}
	return f, err
}

func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	up, uerr := fs.ReadDir(o.upper, name)
	low, lerr := fs.ReadDir(o.lower, name)
	if uerr != nil && lerr != nil {
		return nil, lerr
	}
	all := append(up, low...) // the upper first, so that it wins
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	all = slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() })
	return slices.DeleteFunc(all, func(e fs.DirEntry) bool { return e.Name()[0] == '.' }), nil
}

// sub is the folder name of both, the archive's own above ours.
func sub(own, ours fs.FS, name string) (fs.FS, error) {
	upper, err := fs.Sub(own, name)
	if err != nil {
		return nil, err
	}
	lower, err := fs.Sub(ours, name)
	if err != nil {
		return nil, err
	}
	return overlay{upper, lower}, nil
}
