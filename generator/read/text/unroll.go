package text

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/read/kit"
)

// A report that a form field or a mail program put into one line has blanks
// where its lines ended. It is cut where a paragraph must begin: before and
// behind a numbered heading, behind a sentence that a blank follows, and behind
// the title. What is cut too often does no harm: a line of a text is no unit of
// sense.

// longestLine is the length in bytes from which a line is taken for several.
const longestLine = 3000

// longestNumbered bounds a numbered heading in bytes.
const longestNumbered = 120

// unroll gives the pieces of a line that holds a whole report or a part of it.
func unroll(s string, off int) []lineSpan {
	var out []lineSpan
	from := 0
	cut := func(at int) {
		if strings.TrimFunc(s[from:at], kit.IsSpace) != "" {
			out = append(out, lineSpan{off + from, off + at})
		}
		from = at
	}
	end := -1     // where a numbered heading ends
	space := true // a blank or the end of a sentence stands before
	stop := false // a sentence ended before the blanks
	for i, u := range s {
		switch {
		case kit.IsSpace(u):
			if stop || i == end || from == 0 && strings.HasSuffix(s[:i], "年度报告") {
				cut(i)
			}
			space, stop = true, false
			continue
		case space && i > end:
			if n := headingAt(s[i:]); n > 0 {
				cut(i)
				end = i + n
			}
		}
		stop = u == '。'
		space = stop
	}
	cut(len(s))
	return out
}

// headingAt is the length of a numbered heading that a text begins with, up to the
// next blank, 0 if there is none. With other numbers than 一、, which rows of tables
// and parts of sentences have too, it must end as titles of the form do.
func headingAt(s string) int {
	i := numberAt(s)
	if i == 0 {
		return 0
	}
	for i < len(s) {
		u, n := utf8.DecodeRuneInString(s[i:])
		if !kit.IsSpace(u) {
			break
		}
		i += n
	}
	end := i + strings.IndexFunc(s[i:min(len(s), i+longestNumbered)], kit.IsSpace)
	if end < i {
		return 0
	}
	if u, n := utf8.DecodeRuneInString(s); isNumeral(u) && strings.HasPrefix(s[n:], "、") {
		return end
	}
	for _, word := range [...]string{"情况", "情況", "概况", "概況", "事项", "事項"} {
		if strings.HasSuffix(strings.TrimRight(s[i:end], "：:。"), word) {
			return end
		}
	}
	return 0
}

// numberAt is the length of the number of a heading: 一、 （一） 1. Ⅰ 第一部分.
func numberAt(s string) int {
	u, n := utf8.DecodeRuneInString(s)
	open := u == '（' || u == '(' || u == '第'
	if open {
		v, m := utf8.DecodeRuneInString(s[n:])
		u, n = v, n+m
	}
	if !isNumeral(u) && !(u >= '1' && u <= '9') {
		if u >= 'Ⅰ' && u <= 'Ⅵ' {
			return n
		}
		return 0
	}
	for _, mark := range [...]string{"、", ".", "．", "）", ")", "部分"} {
		if strings.HasPrefix(s[n:], mark) && open == (mark == "）" || mark == ")" || mark == "部分") {
			return n + len(mark)
		}
	}
	return 0
}

func isNumeral(u rune) bool { return strings.ContainsRune("一二三四五六七八九", u) }
