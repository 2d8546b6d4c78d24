//go:build unix && !solaris && !aix

package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// lock keeps other builds out until the file is closed or the process ends.
func lock(dir string) (*os.File, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		f.Close()
		return nil, ErrBusy
	}
	return f, nil
}

func unlock(f *os.File) { f.Close() }
