//go:build unix

package disk

import (
	"errors"
	"syscall"
)

// cannotSync reports whether the file system has no way to sync a folder.
func cannotSync(err error) bool {
	return errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP)
}
