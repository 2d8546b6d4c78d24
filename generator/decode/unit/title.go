package unit

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/decode/date"
	"ogi/generator/form"
)

// FullTitle is the score of a title that names what it is and its year, to its end. It
// is what the word, its year and its end make together (title-broken-inside-its-words,
// page-of-one-table).
const FullTitle = 9

// TitleEnds reports whether a line ends as such a title does.
func TitleEnds(s string) bool {
	n := form.Norm(s)
	return strings.HasSuffix(n, "报告") || strings.HasSuffix(n, "年报")
}

// TitleScore tells how much a line looks like the title of such a report.
func TitleScore(s string) int {
	if len(s) > 300 || strings.ContainsFunc(s, EndsSentence) {
		return 0
	}
	n := form.Norm(s)
	chars := utf8.RuneCountInString(n)
	if chars > 60 || !strings.Contains(n, "信息公开") && !strings.Contains(n, "政务公开") {
		return 0
	}
	if char.HasAny(n, []string{"现将", "如下", "特编制", "根据", "本报告"}) {
		return 0 // a sentence
	}
	score := 0
	switch {
	case strings.Contains(n, "年度报告"), strings.Contains(n, "年度工作报告"), strings.Contains(n, "年报"):
		score = 4
	case strings.Contains(n, "报告"):
		score = 3
	case date.Year(s) > 0 && !strings.ContainsAny(s, "，,"):
		score = 1
	default:
		return 0
	}
	if date.Year(s) > 0 {
		score += 3
	}
	if TitleEnds(s) {
		score += 2
	}
	if strings.ContainsAny(s, "，,《") {
		score -= 4
	}
	return max(0, score)
}

// EndsSentence knows the marks that no title has.
func EndsSentence(u rune) bool { return u == '。' || u == '；' || u == ';' }

// BeforeForm reports whether the report is one of the years before the
// statutory form, by its title.
func (c *Reader) BeforeForm() bool {
	y := c.YearAnywhere
	return y > 0 && y < 2019
}

// TitleYear gives the year of the title line or of the first year printed.
func (c *Reader) TitleYear() int {
	best, year := 0, 0
	for i := range c.Units {
		u := &c.Units[i]
		if u.IsRow() || u.Aside {
			continue
		}
		if s := TitleScore(u.Line.Text); s > best {
			if y := date.Year(u.Line.Text); y > 0 {
				best, year = s, y
			}
		}
		if i > 80 {
			break
		}
	}
	return year
}
