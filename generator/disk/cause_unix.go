//go:build unix

package disk

import "syscall"

var causes = []struct {
	cause Cause
	errs  []error
}{
	{Full, []error{syscall.ENOSPC, syscall.EDQUOT}},
	{ReadOnly, []error{syscall.EROFS}},
	{Broken, []error{syscall.EIO}},
}
