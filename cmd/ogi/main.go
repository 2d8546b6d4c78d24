// Ogi turns a folder of annual reports on open government information
// (政府信息公开工作年度报告) into a static site, and checks such reports.
//
// Results go to standard output, talk to standard error. It exits 0 when done,
// also with findings; 1 on input that could not be used, and for check on a
// fail at or above --fail-on; 2 when it was called wrongly; 130 when it was
// interrupted.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}
