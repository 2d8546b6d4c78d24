package text

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/read/kit"
)

// Bars part cells and rulers part rows; converters write them with many characters.

func isJunction(u rune) bool {
	return u == '+' || u >= '┌' && u <= '╋' || u >= '╒' && u <= '╬'
}

func isRuleRune(u rune) bool {
	switch u {
	case '-', '=', '─', '━', '═', '╌', '╍', '┄', '┅', '┈', '┉', ':':
		return true
	}
	return false
}

// isBoxRuler reports whether a line is a ruler from end to end.
func isBoxRuler(s string) bool {
	if len(s) < 3 {
		return false
	}
	u, n := utf8.DecodeRuneInString(s)
	v, m := utf8.DecodeLastRuneInString(s)
	if !isJunction(u) || !isJunction(v) || n+m >= len(s) {
		return false
	}
	for _, u := range s[n : len(s)-m] {
		if !isRuleRune(u) && !isJunction(u) {
			return false
		}
	}
	return true
}

func isAnyBar(u rune) bool { return u == '|' || isBar(u) }

// isBar knows the characters that part cells beside the plain bar.
func isBar(u rune) bool {
	return u == '｜' || u == '│' || u == '┃' || u == '║' || u == '┆' || u == '┊'
}

func isBarOrSpace(u rune) bool { return isAnyBar(u) || kit.IsSpace(u) }

func isNoBar(u rune) bool { return !isBarOrSpace(u) }

func barWidth(s string) int {
	if strings.HasPrefix(s, "|") {
		return 1
	}
	if u, n := utf8.DecodeRuneInString(s); isBar(u) {
		return n
	}
	return 0
}

// barAtEnd is the width of the bar that ends a text, 0 if none does.
func barAtEnd(s string) int {
	if strings.HasSuffix(s, "|") {
		return 1
	}
	u, n := utf8.DecodeLastRuneInString(s)
	if isBar(u) {
		return n
	}
	return 0
}

// nextBar finds the next bar that is not escaped, and its width.
func nextBar(s string) (at, width int) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '|':
			if i == 0 || s[i-1] != '\\' {
				return i, 1
			}
		case 0xE2, 0xEF:
			if n := barWidth(s[i:]); n > 0 {
				return i, n
			}
		}
	}
	return -1, 0
}

func countBars(s string) int {
	n := 0
	for {
		k, w := nextBar(s)
		if k < 0 {
			return n
		}
		n++
		s = s[k+w:]
	}
}

// fewestRulers is the least number of rulers for which the lines between two of
// them are taken as one row; with fewer each line is a row.
const fewestRulers = 4
