//go:build unix

package serve

import "syscall"

// noWait opens a pipe that took a file's place without waiting for its writer.
const noWait = syscall.O_NONBLOCK
