package form

import (
	"strings"
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
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, u := range han.Fold(s) {
		normRune(&b, u)
	}
	return b.String()
}

func normRune(b *strings.Builder, u rune) {
	switch {
	case u < utf8.RuneSelf:
		switch {
		case u >= '0' && u <= '9' || u >= 'a' && u <= 'z':
			b.WriteByte(byte(u))
		case u >= 'A' && u <= 'Z':
			b.WriteByte(byte(u + 'a' - 'A'))
		}
	case u >= firstHan && u <= lastHan:
		b.WriteRune(u)
	case u >= 0xFF01 && u <= 0xFF5E:
		normRune(b, u-0xFEE0)
	case u == '〇':
		b.WriteRune(u)
	case u >= 0x2460 && u <= 0x24FF, u >= 0x3200 && u <= 0x33FF,
		u >= 0x2070 && u <= 0x209F, u >= 0x2150 && u <= 0x218F, u >= 0x1D400 && u <= 0x1D7FF:
		for _, v := range norm.NFKC.String(string(u)) {
			if v != u {
				normRune(b, v)
			}
		}
	case unicode.IsLetter(u), unicode.IsDigit(u):
		b.WriteRune(u)
	}
}
