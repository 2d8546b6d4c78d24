package badge

import (
	"strconv"

	"ogi/generator/sign"
)

// What a badge is about, in its label and title.
const (
	checked = "年报核对"
	found   = "核对结果"
)

// Report is the badge of one report: "2025年报核对 │ ● 未见不符 · 7项无从核对". word
// is the public word of the state, left what could not be checked and beside the
// counts for those who do not see the badge; both may be empty.
func Report(agency string, year int, s State, word, left, beside string) Badge {
	y := strconv.Itoa(year)
	return Badge{
		Label: y + checked, Words: join(word, " · ", left), State: s,
		Title: sign.Line(agency) + y + "年政府信息公开年报" + found + "：" + join(word, "，", beside),
	}
}

// None is the badge of an agency of which no report is held.
func None(agency, word string) Badge {
	return Badge{Label: checked, Words: word, State: NotHeld, Title: sign.Line(agency) + "政府信息公开年报" + found + "：" + word}
}

// Family is the badge of one family of rules in words: "勾稽 │ ● 42项成立".
func Family(name string, s State, said string) Badge {
	return Badge{Label: name, Words: said, State: s, Title: name + found + "：" + said}
}

func join(a, between, b string) string {
	if b == "" {
		return a
	}
	return a + between + b
}
