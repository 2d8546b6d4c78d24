// Package work divides work among the processors and guards it: one broken
// report, rule or page costs itself and no other. What comes in is what to do;
// what goes out is done in an order of its own, with the results where the
// caller puts them, so that they never depend on timing. It knows nothing of
// reports.
package work

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for 0…n-1 in as many goroutines as there are processors, and
// done, if it is not nil, after each, not at once. The first error, or the end
// of ctx, stops it; of several errors the one of the lowest index is returned,
// as far as they were reached.
func Each(ctx context.Context, n int, do func(i int) error, done func(n, of int)) error {
	var (
		next, stop atomic.Int64
		mu         sync.Mutex
		finished   int
		first      = n
		failure    error
		wg         sync.WaitGroup
	)
	for range min(runtime.GOMAXPROCS(0), n) {
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

// A Panic is a panic as an error.
type Panic struct{ Value any }

func (p *Panic) Error() string { return fmt.Sprint(p.Value) }

// Unwrap is the error that was thrown, if it was one.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// Safely calls do and turns a panic of it into a *Panic, so that what breaks
// costs itself. In which words it is told is for the caller.
func Safely(do func()) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &Panic{v}
		}
	}()
	do()
	return nil
}

// A Progress is told how far each stage of a long work is, as for a bar on a
// terminal; nil for none. Its calls do not overlap.
type Progress func(stage string, n, of int)

// Stage is what Each is to call after each piece of a stage.
func (p Progress) Stage(name string) func(n, of int) {
	if p == nil {
		return nil
	}
	return func(n, of int) { p(name, n, of) }
}
