package main

import (
	"context"
	"io"
	"strings"
	"testing"
)

// An interrupted command says so by its exit code, as shells do.
func TestInterrupted(t *testing.T) {
	dir, drafts := hostile(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, args := range [][]string{
		{"build", "--dir", dir},
		{"check", "--dir", dir},
		{"inspect", "--dir", dir},
		{"sum", "--dir", dir, "--out", "x.xlsx"},
		{"check", "--draft", drafts},
		{"add", "--dir", dir, drafts},
		{"serve", "--dir", dir, "--addr", "localhost:0"},
	} {
		if code := runQuiet(ctx, args...); code != cut {
			t.Errorf("%v: exit code %d, want %d", args[0], code, cut)
		}
	}
}

func runQuiet(ctx context.Context, args ...string) int {
	return run(ctx, args, streams{strings.NewReader(""), io.Discard, io.Discard})
}
