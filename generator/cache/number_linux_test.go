package cache

import (
	"io/fs"
	"syscall"
	"testing"
)

// A told is what a file system may tell of a file.
type told struct {
	fs.FileInfo
	sys syscall.Stat_t
}

func (t told) Sys() any { return &t.sys }

// Each of what is told beside size and time makes a file another by itself.
func TestAFileOfAnotherNumberIsReadAgain(t *testing.T) {
	dir, path := tabled(t)
	for what, change := range map[string]func(*syscall.Stat_t){
		"nothing":    func(*syscall.Stat_t) {},
		"its number": func(s *syscall.Stat_t) { s.Ino++ },
		"its touch":  func(s *syscall.Stat_t) { s.Ctim.Nsec ^= 1 },
	} {
		t.Run(what, func(t *testing.T) {
			st := stat(t, path)
			other := told{st, *st.Sys().(*syscall.Stat_t)}
			change(&other.sys)
			known(t, later(dir), "2024.txt", other, "as it was", what == "nothing")
		})
	}
}
