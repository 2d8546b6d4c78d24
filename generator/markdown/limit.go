package markdown

import "bytes"

// MaxSize is how long a text may be: the library takes time with the square of
// some repeated pieces, half a second for 32 KB of "[a](".
const MaxSize = 32 << 10

// What one line may hold. Each line after it costs as much again: 16 KB of
// "1. 1. 1. …", or of lists each further in than the last, before 16 KB of empty
// lines took many seconds, and so did "|a|a|a…" before short rows of that table.
const (
	maxNested = 10 // quotes and lists that begin in one line
	maxIndent = 80 // columns before what stands in them
	maxBars   = 30 // bars of a row of a table
)

// A Limit is what a text has too much of.
type Limit uint8

const (
	Within Limit = iota
	Size
	Nested
	Bars
)

// Over tells what src has too much of to be converted in good time, and in which
// line; 0 for the whole.
func Over(src []byte) (l Limit, line int) {
	if len(src) > MaxSize {
		return Size, 0
	}
	n := 0
	for s := range bytes.Lines(src) {
		n++
		switch {
		case deep(s):
			return Nested, n
		case bytes.Count(s, []byte("|")) > maxBars:
			return Bars, n
		}
	}
	return Within, 0
}

// deep tells whether s begins too many quotes, lists and definitions or stands too
// far in.
func deep(s []byte) bool {
	marks, columns := 0, 0
	for marks <= maxNested {
		in := s
		s = bytes.TrimLeft(s, " \t")
		in = in[:len(in)-len(s)]
		if columns += len(in) + 3*bytes.Count(in, []byte("\t")); columns > maxIndent {
			return true
		}
		mark := bytes.TrimLeft(s, "0123456789")
		if len(mark) == 0 || !begins(mark, len(mark) < len(s)) {
			return false
		}
		marks++
		s = mark[1:]
	}
	return true
}

// begins tells whether s is the mark of something that holds what follows it.
func begins(s []byte, numbered bool) bool {
	marks := []byte(">*+-:")
	if numbered {
		marks = []byte(".)")
	}
	if !bytes.Contains(marks, s[:1]) {
		return false
	}
	return s[0] == '>' || len(s) == 1 || bytes.Contains([]byte(" \t\r\n"), s[1:2])
}
