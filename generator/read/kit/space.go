package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/grid"
)

// countChars counts the characters that are no white space.
func countChars(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c > ' ' && c != 0x7f {
				n++
			}
			i++
			continue
		}
		u, w := utf8.DecodeRuneInString(s[i:])
		if !IsSpace(u) {
			n++
		}
		i += w
	}
	return n
}

// Trim cuts white space at both ends and tells where the text now begins. Of
// white space alone nothing is left, at the end of it.
func Trim(s string, off int) (string, int) {
	if n := len(s); n > 0 && s[0] > ' ' && s[0] < utf8.RuneSelf && s[n-1] > ' ' && s[n-1] < utf8.RuneSelf {
		return s, off
	}
	t := TrimLeft(s)
	off += len(s) - len(t)
	return strings.TrimRightFunc(t, IsSpace), off
}

// TrimLeft cuts white space at the front.
func TrimLeft(s string) string { return strings.TrimLeftFunc(s, IsSpace) }

// IsSpace also knows the marks of no width that converters leave behind.
func IsSpace(u rune) bool {
	if u < utf8.RuneSelf {
		return u == ' ' || u >= '\t' && u <= '\r'
	}
	if u > '\u3000' { // most of Chinese
		return u == '\ufeff'
	}
	switch u {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u3000', '\u00a0':
		return true
	}
	return unicode.IsSpace(u)
}

// TrimSpans cuts white space at both ends of a text and of what its looks say of it.
func TrimSpans(whole string, looks []grid.Span) (string, []grid.Span) {
	text := strings.TrimFunc(whole, IsSpace)
	if looks == nil {
		return text, nil
	}
	lead := len(whole) - len(TrimLeft(whole))
	return text, grid.Cut(looks, lead, lead+len(text))
}
