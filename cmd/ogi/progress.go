package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A bar shows how far long work is. It shows on a terminal only, and only once
// the work has lasted a while.
type bar struct {
	w     *os.File // nil: shows nothing
	since time.Time
	stage string
	shown *progressbar.ProgressBar
}

const patience = 400 * time.Millisecond

func newBar(w io.Writer) *bar {
	b := &bar{since: time.Now()}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		b.w = f
	}
	return b
}

func (b *bar) step(stage string, n, of int) {
	if b.w == nil || b.shown == nil && time.Since(b.since) < patience {
		return
	}
	if stage != b.stage {
		b.clear()
		b.stage = stage
		b.shown = progressbar.NewOptions(of,
			progressbar.OptionSetWriter(b.w), progressbar.OptionSetDescription(stage),
			progressbar.OptionShowCount(), progressbar.OptionSetWidth(30),
			progressbar.OptionThrottle(65*time.Millisecond), progressbar.OptionClearOnFinish(),
		)
	}
	_ = b.shown.Set(n)
}

func (b *bar) clear() {
	if b.shown != nil {
		_ = b.shown.Clear()
	}
}

func (b *bar) end() { b.clear() }
