package date

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/decode/char"
)

// YearStart gives the offset of the first of the four digits before the offset.
func YearStart(s string, at int) int {
	for digits := 0; digits < 4; {
		u, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
		if char.Digit(u) >= 0 {
			digits++
		}
	}
	return at
}

// IsYear knows the head of a column, or the label of a row, that is a year
// (tables-beside-the-statutory-one).
func IsYear(text string) bool {
	if u := char.First(text); !unicode.IsSpace(u) && (u < '0' || u > '9') {
		return false // as most labels
	}
	rest, ok := strings.CutSuffix(strings.TrimSuffix(strings.TrimSpace(text), "度"), "年")
	return ok && len(rest) == 4 && YearBefore(rest) > 0
}

// Year reads the first year of the text: 2024年, 2024 年度, 二〇二四年.
func Year(s string) int {
	for i := 0; ; {
		k := strings.Index(s[i:], "年")
		if k < 0 {
			return 0
		}
		if y := YearBefore(s[:i+k]); y > 0 {
			return y
		}
		i += k + len("年")
	}
}

// YearBefore reads four digits at the end of s.
func YearBefore(s string) int {
	y, digits, unit := 0, 0, 1
	for digits < 4 {
		u, n := utf8.DecodeLastRuneInString(s)
		if n == 0 {
			return 0
		}
		s = s[:len(s)-n]
		if u == ' ' || u == '\u00a0' || u == '\u3000' || u == '\n' {
			continue
		}
		d := char.Digit(u)
		if d < 0 {
			return 0
		}
		y += d * unit
		unit *= 10
		digits++
	}
	if u, _ := utf8.DecodeLastRuneInString(s); char.Digit(u) >= 0 && u < utf8.RuneSelf || y < 1990 || y > 2099 {
		return 0
	}
	return y
}

// LongClause is more than a clause has; texts without a stop may be megabytes.
const LongClause = 600
