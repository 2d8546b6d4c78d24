package han

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Words are words that are looked for together, in one walk through a text. One
// with … has a gap: 涉及…6公开 is 涉及, up to six characters that end no clause,
// and 公开. A nil Words has none.
type Words struct {
	first [64]uint64 // a bit for each character that a word begins with, folded to 4,096
	list  []phrase
}

type phrase struct {
	head, tail string
	room       int // characters between, and of tail
}

// Of makes Words of these.
func Of(words ...string) *Words {
	ws := &Words{}
	for _, w := range words {
		head, tail, _ := strings.Cut(w, "…")
		bare := strings.TrimLeft(tail, "0123456789")
		gap, _ := strconv.Atoi(tail[:len(tail)-len(bare)])
		ws.list = append(ws.list, phrase{head, bare, gap + utf8.RuneCountInString(bare)})
		u, _ := utf8.DecodeRuneInString(w)
		ws.first[u>>6&63] |= 1 << (u & 63)
	}
	return ws
}

// List makes Words of those that white space parts.
func List(words string) *Words { return Of(strings.Fields(words)...) }

// In reports whether one of the words stands in s.
func (ws *Words) In(s string) bool { return ws.Find(s) != "" }

// Find is what stands first in s of the words, "" if none does.
func (ws *Words) Find(s string) string {
	if ws == nil {
		return ""
	}
	for at, u := range s {
		if ws.first[u>>6&63]>>(u&63)&1 == 0 {
			continue
		}
		for i := range ws.list {
			if n := ws.list[i].begins(s[at:]); n > 0 {
				return s[at : at+n]
			}
		}
	}
	return ""
}

// begins is the length of w at the beginning of s, 0 if s begins otherwise.
func (w *phrase) begins(s string) int {
	if !strings.HasPrefix(s, w.head) {
		return 0
	}
	n := len(w.head)
	if w.tail == "" {
		return n
	}
	if k := strings.LastIndex(reach(s[n:], w.room), w.tail); k >= 0 {
		return n + k + len(w.tail)
	}
	return 0
}

// reach is how much of s stands before the end of its clause, no more than n
// characters.
func reach(s string, n int) string {
	for i, u := range s {
		if n--; n < 0 || u == '，' || u == '。' || u == '；' {
			return s[:i]
		}
	}
	return s
}
