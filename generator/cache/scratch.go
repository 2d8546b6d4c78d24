package cache

import (
	"io/fs"
	"os"
)

// Scratch lends an empty folder, which is removed when use returns.
func Scratch(use func(dir string, files fs.FS) error) error {
	dir, err := os.MkdirTemp("", "ogi-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return use(dir, os.DirFS(dir))
}
