package badge

import (
	"strconv"
	"strings"
	"unicode"
)

// What a badge is about, in its label and title.
const (
	report = "政府信息公开年报"
	found  = "核对结果"
)

// Report is the badge of one report: "政府信息公开年报 2025 │ ● 未见不符". word
// is the public word of the state; note stands behind it where it must, as
// 零申请，勾稽自动成立.
func Report(agency string, year int, s State, word, note string) Badge {
	agency = clean(agency)
	words := word
	if note != "" {
		words += "（" + note + "）"
	}
	y := strconv.Itoa(year)
	return Badge{
		Label: report + " " + y, Words: words, State: s,
		Title: agency + y + "年" + report + found + "：" + words,
	}
}

// Agency is the badge of an agency, by its latest report; year 0 says that the
// archive holds none.
func Agency(agency string, year int, s State, word, note string) Badge {
	if year == 0 {
		return Badge{Label: report, Words: word, State: s, Title: clean(agency) + report + "：" + word}
	}
	return Report(agency, year, s, word, note)
}

// Family is the badge of one family of rules with its counts: "勾稽 │ ● 42/42".
// A state other than 未见不符 says its word too, for counts alone do not tell.
func Family(name string, pass, of int, s State, word, note string) Badge {
	words := word
	if of > 0 {
		words = strconv.Itoa(pass) + "/" + strconv.Itoa(of)
		if s != Pass {
			words += " " + word
		}
	}
	if note != "" {
		words += "（" + note + "）"
	}
	return Badge{Label: name, Words: words, State: s, Title: name + found + "：" + words}
}

// clean makes one line of a name: control characters have no place in SVG.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}
