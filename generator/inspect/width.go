package inspect

import (
	"strings"

	"golang.org/x/text/width"
)

// columns is how many columns of a terminal s takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

func pad(s string, n int) string  { return s + strings.Repeat(" ", max(n-columns(s), 1)) }
func left(s string, n int) string { return strings.Repeat(" ", max(n-columns(s), 1)) + s }

// clip shortens s to n columns.
func clip(s string, n int) string {
	fits, used := 0, 0 // bytes before which there is room for the sign of the cut
	for i, r := range s {
		if used <= n-1 {
			fits = i
		}
		if used += columns(string(r)); used > n {
			return s[:fits] + "…"
		}
	}
	return s
}
