package seen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isMark reports whether a raised or lowered text is the mark of a note: 1, 12,
// [1], [^1], （1）, 1,2, *, ①, a, iv, 注, 注1.
func isMark(s string) bool {
	s = strings.TrimFunc(s, isSpace)
	for _, word := range [...]string{"注释", "备注", "脚注", "注"} {
		if t, ok := strings.CutPrefix(unbracket(s), word); ok {
			if s = strings.TrimLeft(t, "：: "); s == "" {
				return true
			}
			break
		}
	}
	s = unbracket(s)
	if isLetterMark(s) {
		return true
	}
	digits, signs := 0, 0
	for _, u := range s {
		switch {
		case digitOf(u) >= 0:
			if digits++; digits > 3 {
				return false
			}
		case strings.ContainsRune(",，、-–—~～;；. []［］()（）〔〕【】", u):
			digits = 0
			if signs++; signs > 8 {
				return false
			}
		case isNoteSign(u):
			signs++
		default:
			return false
		}
	}
	return strings.ContainsFunc(s, func(u rune) bool { return digitOf(u) >= 0 || isNoteSign(u) }) &&
		!strings.HasPrefix(s, ".") && !strings.HasPrefix(s, ",")
}

// isNoteSign knows the characters that are marks of notes and never part of a
// number: ①, ⑴, *, †.
func isNoteSign(u rune) bool {
	return u >= '①' && u <= '⒛' || u >= '⓪' && u <= '⓿' || u >= '❶' && u <= '➓' || u >= '㉑' && u <= '㊿' ||
		strings.ContainsRune("*＊†‡§#＃※★☆△▲◆", u)
}

// isLetterMark knows the letters that count notes: a, B, iv.
func isLetterMark(s string) bool {
	if len(s) == 1 {
		return s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z'
	}
	return len(s) <= 4 && s != "" && strings.Trim(s, "ivx") == ""
}

// unbracket takes the brackets off a mark, and the ^ of Markdown.
func unbracket(s string) string {
	for _, b := range [...][2]string{{"[", "]"}, {"［", "］"}, {"〔", "〕"}, {"【", "】"}, {"（", "）"}, {"(", ")"}, {"", "）"}, {"", ")"}} {
		if in, ok := strings.CutPrefix(s, b[0]); ok {
			if in, ok = strings.CutSuffix(in, b[1]); ok {
				return strings.TrimPrefix(in, "^")
			}
		}
	}
	return s
}

// markOf is a mark as it is told: its digits as plain ones, without the ^ of
// Markdown.
func markOf(s string) string {
	s = strings.TrimFunc(s, isSpace)
	return strings.Map(func(u rune) rune {
		if d := signDigit(u); d >= 0 {
			return '0' + rune(d)
		}
		if u == '^' {
			return -1
		}
		return u
	}, s)
}

// isPower reports whether a raised or lowered text belongs to the word before
// it: m², ×10⁴, CO₂.
func isPower(before, s string, lowered bool) bool {
	s = markOf(s)
	u, _ := utf8.DecodeLastRuneInString(before)
	if lowered {
		return u < utf8.RuneSelf && unicode.IsLetter(u)
	}
	if s == "2" || s == "3" {
		unit := before[len(strings.TrimRight(before, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")):]
		switch strings.ToLower(unit) {
		case "m", "km", "cm", "dm", "mm", "hm":
			return true
		}
		return strings.HasSuffix(before, "米") || strings.HasSuffix(before, "公里")
	}
	for _, ten := range [...]string{"×10", "x10", "X10", "*10"} {
		if strings.HasSuffix(before, ten) {
			return true
		}
	}
	return false
}

// isFraction reports whether what stands beside a piece makes it part of one:
// ¹/₂.
func isFraction(before, after string) bool {
	return strings.HasPrefix(after, "/") || strings.HasPrefix(after, "⁄") || strings.HasSuffix(before, "/") && len(before) == 1 || strings.HasSuffix(before, "⁄")
}

// cutMark takes the mark of a note off a cell in which it is written like the
// number before it, but can be no part of it: 5①, 12件*, 3[1].
func cutMark(s string) (number, note string) {
	if s == "" || s[0] != '-' && (s[0] < '0' || s[0] > '9') && s[0] < utf8.RuneSelf || s[0] >= 0xE4 && s[0] <= 0xE9 { // Chinese
		return s, ""
	}
	if last := s[len(s)-1]; last >= '0' && last <= '9' || digitOf(first(s)) < 0 && s[0] != '-' {
		return s, ""
	}
	end := len(s)
	for end > 0 {
		u, n := utf8.DecodeLastRuneInString(s[:end])
		if strings.ContainsRune("]］】〕", u) {
			open := strings.LastIndexAny(s[:end], "[［【〔")
			if open < 0 || !isMark(s[open:end]) {
				break
			}
			end = open
			continue
		}
		if !isNoteSign(u) {
			break
		}
		end -= n
	}
	number = strings.TrimRightFunc(s[:end], isSpace)
	if end == len(s) || !isCount(number) {
		return s, ""
	}
	return number, markOf(s[end:])
}

// isCount reports whether a text is digits, with at most two characters of a unit
// behind them.
func isCount(s string) bool {
	unit := strings.TrimLeftFunc(s, func(u rune) bool { return digitOf(u) >= 0 || strings.ContainsRune("-.,，．", u) })
	return len(unit) < len(s) && utf8.RuneCountInString(unit) <= 2 && !strings.ContainsFunc(unit, func(u rune) bool { return u < 0x2E80 })
}

func first(s string) rune {
	u, _ := utf8.DecodeRuneInString(s)
	return u
}
