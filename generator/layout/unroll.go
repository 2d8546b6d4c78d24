package layout

import (
	"strings"
	"unicode/utf8"
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
		if strings.TrimFunc(s[from:at], isSpace) != "" {
			out = append(out, lineSpan{off + from, off + at})
		}
		from = at
	}
	heading := -1 // where a numbered heading begins, until it ends
	space := true // a blank or the end of a sentence stands before
	stop := false // a sentence ended before the blanks
	for i, u := range s {
		switch {
		case isSpace(u):
			if stop || heading >= 0 && i-heading <= longestNumbered || from == 0 && strings.HasSuffix(s[:i], "年度报告") {
				cut(i)
			}
			heading, space, stop = -1, true, false
			continue
		case space && isNumeral(u) && strings.HasPrefix(s[i+utf8.RuneLen(u):], "、"):
			cut(i)
			heading = i
		}
		stop = u == '。'
		space = stop
	}
	cut(len(s))
	return out
}

func isNumeral(u rune) bool { return strings.ContainsRune("一二三四五六七八九", u) }
