package decode

import (
	"strings"
	"unicode/utf8"
)

// A wordSet is words that are looked for together: one walk through a text for
// all of them.
type wordSet struct {
	first [64]uint64 // a bit for each character that a word begins with, folded to 4,096
	words []string
}

func setOf(words ...string) *wordSet {
	s := &wordSet{words: words}
	for _, w := range words {
		u, _ := utf8.DecodeRuneInString(w)
		s.first[u>>6&63] |= 1 << (u & 63)
	}
	return s
}

// in reports whether one of the words stands in a text.
func (s *wordSet) in(text string) bool {
	for at, u := range text {
		if s.first[u>>6&63]>>(u&63)&1 == 0 {
			continue
		}
		for _, w := range s.words {
			if strings.HasPrefix(text[at:], w) {
				return true
			}
		}
	}
	return false
}
