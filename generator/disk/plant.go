package disk

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// A File is one of a folder that is planted, by its slash path there.
type File struct {
	Path  string
	Bytes []byte
}

// Plant makes a folder with files in it, all or none: they are written beside
// it and the whole is named at last. It is fs.ErrExist where something is
// there already.
func Plant(dir string, files []File) error {
	return in(dir, func(d Folder, base string) error {
		if _, err := d.Root.Lstat(base); err == nil {
			return &fs.PathError{Op: "create", Path: dir, Err: fs.ErrExist}
		}
		tmp := "." + base + mark + rand.Text()[:8]
		if err := d.plant(tmp, files); err != nil {
			_ = d.Root.RemoveAll(tmp)
			return err
		}
		d.sweep(".", "."+base+mark, tmp)
		err := Step("rename", base)
		if err == nil {
			err = d.Root.Rename(tmp, base)
		}
		if err != nil {
			_ = d.Root.RemoveAll(tmp)
			return err
		}
		return d.Sync(".")
	})
}

func (d Folder) plant(tmp string, files []File) error {
	if err := Step("mkdir", tmp); err != nil {
		return err
	}
	if err := d.Root.Mkdir(tmp, 0o755); err != nil {
		return err
	}
	made := []string{tmp}
	for _, f := range files {
		name := path.Join(tmp, f.Path)
		if err := d.Root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		if err := d.Write(name, f.Bytes, 0o644); err != nil {
			return err
		}
		made = append(made, path.Dir(name))
	}
	for _, dir := range made {
		if err := d.Sync(dir); err != nil {
			return err
		}
	}
	return nil
}

// Below makes the folders above name and removes those again that it made, if
// do fails and nothing else came to lie in them.
func Below(name string, do func() error) error {
	var made []string
	for dir := filepath.Dir(name); ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) || dir == filepath.Dir(dir) {
			break
		}
		made = append(made, dir)
	}
	err := Step("mkdir", name)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(name), 0o755)
	}
	if err == nil {
		err = do()
	}
	if err != nil {
		for _, dir := range made {
			_ = os.Remove(dir)
		}
	}
	return err
}
