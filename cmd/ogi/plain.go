package main

import (
	"fmt"
	"io"

	"ogi/generator/diag"
	"ogi/generator/sign"
)

// A plain writer takes the power out of control characters: what a report holds
// reaches a terminal, and must not move its cursor or change its title. Text
// comes in whole characters, as fmt writes it.
type plain struct{ w io.Writer }

func (p plain) Write(b []byte) (int, error) {
	if _, err := io.WriteString(p.w, sign.Lines(string(b))); err != nil {
		return 0, err
	}
	return len(b), nil
}

// show prints by a format of ours. Whatever text comes in, as the name of a
// file, stays within its line: lines are begun by the format alone.
func show(w io.Writer, format string, args ...any) {
	for i, a := range args {
		switch a := a.(type) {
		case diag.Diagnostic: // keeps its remedy on a line of its own
		case string:
			args[i] = sign.Line(a)
		case error, fmt.Stringer:
			args[i] = sign.Line(fmt.Sprint(a))
		}
	}
	fmt.Fprintf(w, format, args...)
}
