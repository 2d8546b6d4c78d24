// Package char tells what characters of a text are: which are seen, which are
// Chinese, which are digits, in figures of any width or in words. It knows of a
// text no more than its characters.
package char

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsHanAt reports whether the character at i is one of three bytes that most
// text is made of; such a one is no blank and no mark.
func IsHanAt(s string, i int) bool {
	return s[i] >= 0xE4 && s[i] <= 0xE9 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80
}

// Count is how many characters of a text are seen.
func Count(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c > ' ' {
				n++
			}
			i++
			continue
		}
		if IsHanAt(s, i) {
			n++
			i += 3
			continue
		}
		u, w := utf8.DecodeRuneInString(s[i:])
		if u != 0x3000 && u != 0xA0 && (u >= 0x2E80 || !unicode.IsSpace(u)) {
			n++
		}
		i += w
	}
	return n
}

// HasAny reports whether one of the words stands in s.
func HasAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// IsDigitAt reports whether a digit begins at i, full-width ones included.
func IsDigitAt(s string, i int) bool {
	u, _ := utf8.DecodeRuneInString(s[i:])
	return u >= '0' && u <= '9' || u >= '０' && u <= '９'
}

// First is the first character.
func First(s string) rune {
	u, _ := utf8.DecodeRuneInString(s)
	return u
}

// Small reads a number below a hundred at the beginning of s, as a month or a day is,
// also as 十一 or 二十一, and how many bytes it takes.
func Small(s string) (v, n int) {
	t := strings.TrimLeft(s, " \u00a0\u3000")
	lead := len(s) - len(t)
	seen := false
	for i := 0; i < len(t); {
		u, w := utf8.DecodeRuneInString(t[i:])
		if u == '十' {
			if v == 0 {
				v = 1
			}
			v *= 10
			seen = true
			i += w
			n = i
			continue
		}
		d := Digit(u)
		if d < 0 {
			break
		}
		if v >= 10 && u >= utf8.RuneSelf && !(u >= '０' && u <= '９') && v%10 == 0 {
			v += d
		} else {
			v = v*10 + d
		}
		seen = true
		i += w
		n = i
		if v > 99 {
			return 0, 0
		}
	}
	if !seen {
		return 0, 0
	}
	for n < len(t) && t[n] == ' ' {
		n++
	}
	return v, lead + n
}

// Numerals are the characters that number the parts of a report.
const Numerals = "一二三四五六七八九十"

// Digit is the digit that a character is, in figures of any width or in words, -1
// if it is none.
func Digit(u rune) int {
	switch {
	case u >= '0' && u <= '9':
		return int(u - '0')
	case u >= '０' && u <= '９':
		return int(u - '０')
	case u == '〇' || u == '○' || u == '零' || u == 'Ο' || u == 'О':
		return 0
	}
	switch u {
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// StripSpace is s without its blanks and line ends.
func StripSpace(s string) string {
	return strings.Map(func(u rune) rune {
		switch u {
		case ' ', '\t', '\n', '\r', '\u00a0', '\u3000':
			return -1
		}
		return u
	}, s)
}
