//go:build !unix

package growth

import "time"

var begin = time.Now()

// processor is the time that went by.
func processor() time.Duration { return time.Since(begin) }
