package publish

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
)

// facts are what the system tells of a file without reading it. The zero value
// says that nothing is known for sure.
type facts struct {
	mtime int64  // ns
	inode uint64 // 0 where the system has none
	size  int64
	perm  uint32
}

func factsOf(st fs.FileInfo) facts {
	return facts{st.ModTime().UnixNano(), inode(st), st.Size(), uint32(st.Mode().Perm())}
}

// before is f if the file was last written before a time of the file system's own
// clock, at which it was looked at. Else it may be written again within the same
// tick, and then nothing would tell: nothing is known for sure.
func (f facts) before(at int64) facts {
	if f.mtime >= at {
		return facts{}
	}
	return f
}

// ofFile are the facts of a plain file.
func ofFile(name string) (facts, bool) {
	st, err := os.Lstat(name)
	if err != nil || !st.Mode().IsRegular() {
		return facts{}, false
	}
	return factsOf(st), true
}

// ofFolder are the facts of a folder, without its size, which says nothing.
func ofFolder(name string) (facts, bool) {
	st, err := os.Lstat(name)
	if err != nil || !st.IsDir() {
		return facts{}, false
	}
	return facts{mtime: st.ModTime().UnixNano(), inode: inode(st)}, true
}

// sumFile reads a file for its sum.
func sumFile(name string) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return sum, err
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}
