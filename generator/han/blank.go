package han

import (
	"unicode"
	"unicode/utf8"
)

// Space is unicode.IsSpace, which has none beyond the ideographic space: nearly all
// characters of a report are.
func Space(r rune) bool { return r <= '\u3000' && unicode.IsSpace(r) }

// Squeeze takes all white space out.
func Squeeze(s string) string {
	at, n := blank(s, 0)
	if n == 0 {
		return s
	}
	out := make([]byte, 0, len(s)-n)
	from := 0
	for n > 0 {
		out = text(out, s[from:at])
		from = at + n
		at, n = blank(s, from)
	}
	return string(text(out, s[from:]))
}

// blank is where the first white space from i on stands and how many bytes it takes,
// 0 where there is none.
func blank(s string, i int) (int, int) {
	for i < len(s) {
		c := s[i]
		switch {
		case c > ' ' && c < utf8.RuneSelf:
			i++
			continue
		case c >= 0xe4 && c <= 0xef && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80:
			i += 3 // beyond the ideographic space
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if Space(r) {
			return i, n
		}
		i += n
	}
	return len(s), 0
}

// text appends s, with the sign for them where bytes are no text.
func text(out []byte, s string) []byte {
	if utf8.ValidString(s) {
		return append(out, s...)
	}
	for _, r := range s {
		out = utf8.AppendRune(out, r)
	}
	return out
}
