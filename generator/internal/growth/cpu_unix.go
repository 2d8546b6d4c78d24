//go:build unix

package growth

import (
	"syscall"
	"time"
)

// processor is the time that this program had on processors, which does not grow
// where others have them.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic("internal error: " + err.Error())
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
