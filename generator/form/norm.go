package form

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ogi/generator/han"
)

const firstHan, lastHan = 0x4E00, 0x9FFF

// Norm brings a label to the shape in which labels are compared: compatibility
// characters resolved, folded by han, letters small, everything that is no
// letter and no digit left out.
func Norm(s string) string {
	i := normed(s, 0)
	if i == len(s) {
		return s
	}
	var room [96]byte // most labels are shorter
	out := append(room[:0], s[:i]...)
	for k := i; k < len(s); {
		if to := normed(s, k); to > k {
			out = append(out, s[k:to]...)
			k = to
			continue
		}
		u, n := utf8.DecodeRuneInString(s[k:])
		if han.Foreign(u) {
			return normFolded(han.Fold(s))
		}
		out = normRune(out, u)
		k += n
	}
	return string(out)
}

// normFolded is Norm of a text that is folded.
func normFolded(s string) string {
	var room [96]byte
	out := room[:0]
	for _, u := range s {
		out = normRune(out, u)
	}
	return string(out)
}

// normed is where, from i on, the first character stands that Norm changes or
// leaves out.
func normed(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
				return i
			}
			i++
			continue
		}
		u := three(s, i)
		if u < firstHan || u > lastHan || han.Foreign(u) {
			return i
		}
		i += 3
	}
	return i
}

// three is the character of three bytes at i, as each of the form is; 0 where
// there is none.
func three(s string, i int) rune {
	if i+2 >= len(s) {
		return 0
	}
	a, b, c := s[i], s[i+1], s[i+2]
	if a&0xF0 != 0xE0 || b&0xC0 != 0x80 || c&0xC0 != 0x80 {
		return 0
	}
	return rune(a&0x0F)<<12 | rune(b&0x3F)<<6 | rune(c&0x3F)
}

func normRune(b []byte, u rune) []byte {
	switch {
	case u < utf8.RuneSelf:
		switch {
		case u >= '0' && u <= '9' || u >= 'a' && u <= 'z':
			return append(b, byte(u))
		case u >= 'A' && u <= 'Z':
			return append(b, byte(u+'a'-'A'))
		}
	case u >= firstHan && u <= lastHan:
		return utf8.AppendRune(b, u)
	case u >= 0xFF01 && u <= 0xFF5E:
		return normRune(b, u-0xFEE0)
	case u == '〇':
		return utf8.AppendRune(b, u)
	case u >= 0x2460 && u <= 0x24FF, u >= 0x3200 && u <= 0x33FF,
		u >= 0x2070 && u <= 0x209F, u >= 0x2150 && u <= 0x218F, u >= 0x1D400 && u <= 0x1D7FF:
		for _, v := range norm.NFKC.String(string(u)) {
			if v != u {
				b = normRune(b, v)
			}
		}
	case unicode.IsLetter(u), unicode.IsDigit(u):
		return utf8.AppendRune(b, u)
	}
	return b
}
