package disk

import "syscall"

// By the numbers of winerror.h.
var causes = []struct {
	cause Cause
	errs  []error
}{
	{Full, []error{syscall.Errno(112), syscall.Errno(39), syscall.Errno(1295)}},    // DISK_FULL, HANDLE_DISK_FULL, DISK_QUOTA_EXCEEDED
	{ReadOnly, []error{syscall.Errno(19)}},                                         // WRITE_PROTECT
	{Broken, []error{syscall.Errno(23), syscall.Errno(1117), syscall.Errno(1110)}}, // CRC, IO_DEVICE, MEDIA_CHANGED
	{Denied, []error{syscall.Errno(32), syscall.Errno(33)}},                        // SHARING_VIOLATION, LOCK_VIOLATION: open in Excel
}
