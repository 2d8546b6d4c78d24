package generator

import (
	"context"
	"sync"
	"sync/atomic"
)

// each calls do for 0…n-1 in as many goroutines as there are processors, and
// done after each, not at once. The first error, or the end of ctx, stops it;
// of several errors the one of the lowest index is returned, as far as they
// were reached.
func each(ctx context.Context, n int, do func(i int) error, done func(n, of int)) error {
	var (
		next, stop atomic.Int64
		mu         sync.Mutex
		finished   int
		first      = n
		failure    error
		wg         sync.WaitGroup
	)
	for range min(workers(), n) {
		wg.Go(func() {
			for stop.Load() == 0 && ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				err := do(i)
				mu.Lock()
				finished++
				if err != nil && i < first {
					first, failure = i, err
					stop.Store(1)
				}
				if done != nil {
					done(finished, n)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if failure == nil {
		failure = ctx.Err()
	}
	return failure
}
