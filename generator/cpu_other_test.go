//go:build !unix

package generator_test

import "time"

var began = time.Now()

// cpuTime is how long this process has run, where nothing better is known.
func cpuTime() time.Duration { return time.Since(began) }
