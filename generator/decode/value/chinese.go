package value

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/han"
)

// chineseNumber reads 零, 〇 and the numbers up to 九十九 written out
// (numbers-with-marks-units-remarks). Three characters are the longest of them
// (number-in-words-of-three-characters).
func chineseNumber(s string) (int64, bool) {
	if u, _ := utf8.DecodeRuneInString(s); u != '零' && u != '〇' && !strings.ContainsRune(char.Numerals, u) {
		return 0, false // as most labels
	}
	s = han.Fold(s)
	for _, u := range countUnits {
		s = strings.TrimSuffix(s, u)
	}
	if s == "" || len(s) > 9 {
		return 0, false
	}
	if s == "零" || s == "〇" {
		return 0, true
	}
	for _, u := range s {
		if !strings.ContainsRune("一二三四五六七八九十", u) {
			return 0, false
		}
	}
	n, used := char.Small(s)
	if used != len(s) || utf8.RuneCountInString(s) > 1 && !strings.Contains(s, "十") {
		return 0, false
	}
	return int64(n), true
}
