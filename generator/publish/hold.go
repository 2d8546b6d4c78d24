package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Hold keeps other programs out of the folder dir, which is made if need be,
// until release is called or the process ends, where the system can; else it is
// ErrBusy. Who writes into an archive holds the folder in which the change is
// prepared. Once released, nothing is left of it where nothing lies in it.
func Hold(dir string) (release func(), err error) {
	f, err := hold(dir)
	if err != nil {
		return nil, err
	}
	return func() { leave(dir, f) }, nil
}

// hold makes and locks a folder. Another program may remove it meanwhile, since
// it has ended: then it is made again.
func hold(dir string) (*os.File, error) {
	for range 20 {
		if err := os.MkdirAll(dir, 0o755); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		f, err := lock(dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil || f == nil || same(dir, f) {
			return f, err
		}
		unlock(f)
	}
	return nil, ErrBusy
}

func same(dir string, f *os.File) bool {
	at, err := os.Stat(dir)
	mine, e := f.Stat()
	return err == nil && e == nil && os.SameFile(at, mine)
}

// leave removes a held folder where it is empty, with the .ogi that it lies in,
// and lets others in.
func leave(dir string, f *os.File) {
	gone := os.Remove(dir) == nil
	if f != nil {
		unlock(f)
	}
	above := filepath.Dir(dir)
	if !gone || filepath.Base(above) != ".ogi" {
		return
	}
	if f, err := lock(above); err == nil {
		leave(above, f)
	}
}
