package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// roomy is the size to which the heap may grow before it is collected, in bytes.
const roomy = 192 << 20

// leastGrowth is by how many percent it may grow where that is more. What is held to
// the end, briefs and sketches, is what a heap of twice that would cost the most for.
const leastGrowth = 60

// collectRarely lets the heap grow to roomy before it is collected, until it is told
// to stop: most of what a build asks for is garbage at once, and a heap that may only
// grow by a share of what little is held is collected for a sixth of all time.
func collectRarely() (stop func()) {
	was := debug.SetGCPercent(growth())
	var stopped atomic.Bool
	type cycle struct{ _ [16]byte }
	var again func(*cycle)
	again = func(*cycle) { // what nobody holds is finalized by each collection
		if !stopped.Load() {
			debug.SetGCPercent(growth())
			runtime.SetFinalizer(&cycle{}, again)
		}
	}
	again(nil)
	return func() {
		stopped.Store(true)
		debug.SetGCPercent(was)
	}
}

// growth is by how many percent the heap may grow over what was held of it when it was
// collected last.
func growth() int {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	held := max(live[0].Value.Uint64(), 4<<20)
	if held >= roomy {
		return leastGrowth
	}
	return max(leastGrowth, int((roomy-held)*100/held))
}
