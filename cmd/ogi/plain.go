package main

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"
)

// A plain writer takes the power out of control characters: what a report holds
// reaches a terminal, and must not move its cursor or change its title. Text
// comes in whole characters, as fmt writes it.
type plain struct{ w io.Writer }

func (p plain) Write(b []byte) (int, error) {
	if bytes.IndexFunc(b, control) < 0 {
		return p.w.Write(b)
	}
	if _, err := io.WriteString(p.w, tame(string(b))); err != nil {
		return 0, err
	}
	return len(b), nil
}

// tame is text without the power to move a cursor.
func tame(s string) string {
	return strings.Map(func(r rune) rune {
		if control(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

func control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || 0x80 <= r && r < 0xa0 ||
		r == 0x202d || r == 0x202e || 0x2066 <= r && r <= 0x2069 // text that runs the other way
}
