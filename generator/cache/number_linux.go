package cache

import (
	"io/fs"
	"syscall"
)

// numbered is a file's number in its file system, and when anything of it was
// changed, which no program can set back.
func numbered(st fs.FileInfo) (number uint64, touched int64) {
	if s, ok := st.Sys().(*syscall.Stat_t); ok {
		return s.Ino, s.Ctim.Nano()
	}
	return 0, 0
}
