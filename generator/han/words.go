package han

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Words is a list of words to look for. One with … has a gap: 涉及…6公开 is 涉及,
// up to six characters that end no clause, and 公开.
type Words []phrase

type phrase struct {
	head, tail string
	room       int // characters that head and tail may be apart, and tail
}

// List makes Words of words that white space parts.
func List(words string) Words {
	var ws Words
	for w := range strings.FieldsSeq(words) {
		head, tail, _ := strings.Cut(w, "…")
		bare := strings.TrimLeft(tail, "0123456789")
		gap, _ := strconv.Atoi(tail[:len(tail)-len(bare)])
		ws = append(ws, phrase{head, bare, gap + utf8.RuneCountInString(bare)})
	}
	return ws
}

// In reports whether one of the words stands in s.
func (ws Words) In(s string) bool {
	for _, w := range ws {
		if at, _ := w.in(s); at >= 0 {
			return true
		}
	}
	return false
}

// Find is what stands first in s of the words, "" if none does.
func (ws Words) Find(s string) string {
	first, end := len(s), len(s)
	for _, w := range ws {
		if at, to := w.in(s); at >= 0 && at < first {
			first, end = at, to
		}
	}
	return s[first:end]
}

// in is where w first stands in s, -1 if it does not.
func (w phrase) in(s string) (at, end int) {
	for {
		i := strings.Index(s[end:], w.head)
		if i < 0 {
			return -1, 0
		}
		at, end = end+i, end+i+len(w.head)
		if w.tail == "" {
			return at, end
		}
		if k := strings.LastIndex(w.reach(s[end:]), w.tail); k >= 0 {
			return at, end + k + len(w.tail)
		}
	}
}

// reach is how much of s the tail may stand in.
func (w phrase) reach(s string) string {
	if i := strings.IndexAny(s, "，。；"); i >= 0 {
		s = s[:i]
	}
	n := 0
	for i := range s {
		if n++; n > w.room {
			return s[:i]
		}
	}
	return s
}
