//go:build unix

package publish

import (
	"io/fs"
	"syscall"
)

// inode is the number that a file keeps as long as it is the same file.
var inode = func(st fs.FileInfo) uint64 {
	if sys, ok := st.Sys().(*syscall.Stat_t); ok {
		return uint64(sys.Ino)
	}
	return 0
}
