//go:build unix

package publish

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// mounted reports whether a folder lies on another file system than the one
// above it.
func mounted(dir string) bool {
	var own, above unix.Stat_t
	return unix.Stat(dir, &own) == nil && unix.Stat(filepath.Dir(dir), &above) == nil && own.Dev != above.Dev
}
