package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// wrap breaks text into lines of at most wide columns. A Chinese character takes
// two and may end a line; a word or number of another script is kept whole where
// it can be. No line begins with a closing mark or ends with an opening one.
func wrap(text string, wide int) []string {
	var out []string
	var b strings.Builder
	at := 0
	for _, p := range pieces(text) {
		if at > 0 && at+wordOf(p) > wide {
			out = append(out, strings.TrimRight(b.String(), " "))
			b.Reset()
			at = 0
			if p = strings.TrimLeft(p, " "); p == "" {
				continue
			}
		}
		for wordOf(p) > wide { // longer than a line, which is empty then
			var head string
			head, p = split(p, wide)
			out = append(out, head)
		}
		b.WriteString(p)
		at += wideOf(p)
	}
	if b.Len() > 0 {
		out = append(out, strings.TrimRight(b.String(), " "))
	}
	return out
}

// wordOf is how wide a piece is without the spaces at its end, which may hang over.
func wordOf(p string) int { return wideOf(strings.TrimRight(p, " ")) }

const (
	opening = "“‘（《〈「『【〔([{"
	closing = "”’）》〉」』】〕)]}，。、；：！？…%％,.;:!?"
)

// pieces are what a line may end after.
func pieces(text string) []string {
	var out []string
	rs := []rune(text)
	from := 0
	for i := 1; i <= len(rs); i++ {
		if i < len(rs) && !breaks(rs[i-1], rs[i]) {
			continue
		}
		out = append(out, string(rs[from:i]))
		from = i
	}
	return out
}

// breaks reports whether a line may end between a and b.
func breaks(a, b rune) bool {
	switch {
	case strings.ContainsRune(opening, a), strings.ContainsRune(closing, b), unicode.IsSpace(b):
		return false
	case unicode.IsSpace(a):
		return true
	}
	return runeWide(a) == 2 || runeWide(b) == 2
}

// split cuts a piece where the line is full.
func split(s string, wide int) (head, rest string) {
	n := 0
	for i, r := range s {
		if n += runeWide(r); n > wide {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

func wideOf(s string) int {
	n := 0
	for _, r := range s {
		n += runeWide(r)
	}
	return n
}

// runeWide is how many columns a character takes; what fonts differ about, as
// “ and ≠, counts as the wider.
func runeWide(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	if unicode.Is(unicode.Mn, r) {
		return 0
	}
	return 1
}
