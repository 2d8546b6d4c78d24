package work

import (
	"context"
	"errors"
	"io/fs"
	"testing"
)

// Every piece is done once, and done is told of each in turn.
func TestEachDoesEveryPieceOnce(t *testing.T) {
	times := make([]int, 1000)
	last := 0
	err := Each(t.Context(), len(times), func(i int) error { times[i]++; return nil }, func(n, of int) {
		if n != last+1 || of != len(times) {
			t.Errorf("told %d of %d after %d", n, of, last)
		}
		last = n
	})
	if err != nil || last != len(times) {
		t.Errorf("%v, told of %d", err, last)
	}
	for i, n := range times {
		if n != 1 {
			t.Errorf("piece %d was done %d times", i, n)
		}
	}
	if err := Each(t.Context(), 0, nil, nil); err != nil {
		t.Error(err)
	}
}

// Of several errors the one of the lowest index is told; an error or the end of
// the context stops the rest.
func TestAnErrorStopsTheRest(t *testing.T) {
	first, second := errors.New("first"), errors.New("second")
	done := 0
	err := Each(t.Context(), 1<<20, func(i int) error {
		switch i {
		case 0:
			return first
		case 1:
			return second
		}
		return nil
	}, func(n, _ int) { done = n })
	if !errors.Is(err, first) {
		t.Errorf("%v, want %v", err, first)
	}
	if done == 1<<20 {
		t.Error("an error stopped nothing")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Each(ctx, 3, func(int) error { t.Error("done after the end"); return nil }, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAPanicIsAnError(t *testing.T) {
	if err := Safely(func() {}); err != nil {
		t.Error(err)
	}
	err := Safely(func() { panic("on purpose") })
	if err == nil || err.Error() != "on purpose" {
		t.Error(err)
	}
	if err := Safely(func() { panic(fs.ErrNotExist) }); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if err := Safely(func() { panic(nil) }); err == nil {
		t.Error("panic(nil) is none")
	}
}

func TestNoProgressIsTold(t *testing.T) {
	if Progress(nil).Stage("reading") != nil {
		t.Error("a stage of nothing")
	}
	said := ""
	Progress(func(stage string, n, of int) { said = stage }).Stage("reading")(1, 2)
	if said != "reading" {
		t.Errorf("told of %q", said)
	}
}
