package seen

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/grid"
)

// Characters that are raised, lowered or struck by themselves.

const (
	raisedDigits  = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	loweredDigits = "₀₁₂₃₄₅₆₇₈₉"
	stroke        = "\u0336" // through the character before it
)

func isStroke(u rune) bool { return u >= '\u0335' && u <= '\u0338' }

// hasSigns reports whether a text may hold such characters; it is asked of every
// cell, so what most texts are is looked at first.
func hasSigns(s string) bool {
	if len(s) <= 64 && !leadsToSign(s) {
		return false
	}
	for _, lead := range [...]byte{0xC2, 0xCC, 0xE2} {
		for t := s; ; {
			i := strings.IndexByte(t, lead)
			if i < 0 {
				break
			}
			if u, _ := utf8.DecodeRuneInString(t[i:]); isStroke(u) || signLook(u) != 0 {
				return true
			}
			t = t[i+1:]
		}
	}
	return false
}

// leadsToSign reports whether a byte begins a character of a kind that has signs.
func leadsToSign(s string) bool {
	for i := range len(s) {
		if b := s[i]; b == 0xE2 || b == 0xC2 || b == 0xCC {
			return true
		}
	}
	return false
}

func signLook(u rune) grid.Look {
	switch {
	case isStroke(u):
		return grid.Struck
	case u == '¹' || u == '²' || u == '³' || u == '⁰' || u >= '⁴' && u <= '⁹' || u == '⁽' || u == '⁾':
		return grid.Raised
	case u >= '₀' && u <= '₉' || u == '₍' || u == '₎':
		return grid.Lowered
	}
	return 0
}

// signDigit is the value of a raised or lowered digit, -1 for others.
func signDigit(u rune) int {
	switch {
	case u == '¹':
		return 1
	case u == '²' || u == '³':
		return int(u-'²') + 2
	case u == '⁰' || u >= '⁴' && u <= '⁹':
		return int(u - '⁰')
	case u >= '₀' && u <= '₉':
		return int(u - '₀')
	}
	return -1
}

// digitOf is the value of a digit of any shape, -1 for others.
func digitOf(u rune) int {
	switch {
	case u >= '0' && u <= '9':
		return int(u - '0')
	case u >= '０' && u <= '９':
		return int(u - '０')
	}
	return signDigit(u)
}

// drawn writes what is in doubt as it is shown: its digits raised or lowered, or
// with a stroke.
func drawn(s string, look grid.Look) string {
	if look&grid.Struck != 0 {
		return strike(s)
	}
	digits := []rune(raisedDigits)
	if look&grid.Lowered != 0 {
		digits = []rune(loweredDigits)
	}
	return strings.Map(func(u rune) rune {
		if d := digitOf(u); d >= 0 {
			return digits[d]
		}
		return u
	}, s)
}

// strike draws a line through each character.
func strike(s string) string {
	var b strings.Builder
	for _, u := range unstrike(s) {
		b.WriteRune(u)
		if !isSpace(u) {
			b.WriteString(stroke)
		}
	}
	return b.String()
}

func unstrike(s string) string {
	return strings.Map(func(u rune) rune {
		if isStroke(u) {
			return -1
		}
		return u
	}, s)
}

func hasDigit(s string) bool {
	return strings.ContainsFunc(s, func(u rune) bool { return digitOf(u) >= 0 })
}

func beginsWithDigit(s string) bool { return digitOf(first(s)) >= 0 }

func endsInDigit(s string) bool {
	u, _ := utf8.DecodeLastRuneInString(s)
	return digitOf(u) >= 0
}

func beginsWithPoint(s string) bool {
	u, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(".,．，", u) && beginsWithDigit(s[n:])
}

func endsInPoint(s string) bool {
	u, n := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".,．，", u) && endsInDigit(s[:len(s)-n])
}
