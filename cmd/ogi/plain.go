package main

import (
	"fmt"
	"io"
	"strings"

	"ogi/generator/diag"
	"ogi/generator/personal"
	"ogi/generator/sign"
)

// A plain writer takes the power out of control characters: what a report holds
// reaches a terminal, and must not move its cursor or change its title. Text
// comes in whole characters, as fmt writes it. Numbers of persons are masked.
type plain struct{ w io.Writer }

func (p plain) Write(b []byte) (int, error) {
	if _, err := io.WriteString(p.w, sign.Lines(masked(string(b)))); err != nil {
		return 0, err
	}
	return len(b), nil
}

// masked is text for a terminal without the numbers of persons: what is printed
// of reports is masked already, names of files and faults are not. Lines are by
// themselves, so that no figures of two of them make a number.
func masked(s string) string {
	if personal.Mask(s) == s {
		return s
	}
	var b strings.Builder
	for line := range strings.Lines(s) {
		b.WriteString(personal.Mask(line))
	}
	return b.String()
}

// show prints by a format of ours. Whatever text comes in, as the name of a
// file, stays within its line: lines are begun by the format alone.
func show(w io.Writer, format string, args ...any) {
	for i, a := range args {
		switch a := a.(type) {
		case diag.Diagnostic: // keeps its remedy on a line of its own
		case string:
			args[i] = sign.Line(personal.Mask(a))
		case error, fmt.Stringer:
			args[i] = sign.Line(personal.Mask(fmt.Sprint(a)))
		}
	}
	fmt.Fprintf(w, format, args...)
}
