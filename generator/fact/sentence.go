package fact

import (
	"slices"
	"strings"
)

// A clause is what stands between commas. depth 1 is inside brackets.
type clause struct {
	i, j  int
	sep   rune // the separator after it, 0 at the end
	depth int
}

// A sentence is a run of clauses up to a full stop.
type sentence struct {
	clauses []clause
	i, j    int
}

// telling reports whether a paragraph can hold a fact at all: a number, a
// negation or a word for all.
func telling(s []rune) bool {
	for _, r := range s {
		switch r {
		case '未', '无', '没', '零', '不', '均', '全', '所', '都', '已', '十', '两':
			return true
		}
		if isDigit(r) || isNumeral(r) {
			return true
		}
	}
	return false
}

// tabular reports whether a paragraph is a row of a table that was not
// recognised: three or more numbers with only white space between them.
func tabular(s []rune) bool {
	run := 0
	for _, r := range s {
		switch {
		case r == ' ':
			if run++; run >= 2 {
				return true
			}
		case !isDigit(r):
			run = 0
		}
	}
	return false
}

// headingTopic is the topic a paragraph's heading sets; false if it has none.
func headingTopic(s []rune) (topic, bool) {
	n := 0
	switch {
	case len(s) == 0:
		return 0, false
	case s[0] == '（':
		n = closing(s, 0)
		if n > 5 {
			return 0, false
		}
	default:
		for n < len(s) && n < 3 && (isDigit(s[n]) || isNumeral(s[n])) {
			n++
		}
		if n == 0 || n == len(s) || s[n] != '.' && s[n] != '、' && s[n] != '．' {
			return 0, false
		}
		n++
	}
	end := n
	for end < len(s) && end-n < 30 && s[end] != '。' && s[end] != '：' && s[end] != '，' {
		end++
	}
	h := string(s[n:end])
	switch {
	case contains(h, "依申请", "公开申请", "申请办理", "申请公开") || strings.HasPrefix(h, "申请"):
		return tRequests, true
	case contains(h, "复议", "诉讼"):
		return tReviews, true
	}
	return tNone, true
}

func isNumeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// isDigitWord reports whether a numeral may begin with a character that is none by
// itself.
func isDigitWord(r rune) bool {
	switch r {
	case '百', '千', '两', '零', '〇':
		return true
	}
	return false
}

// sentences cuts the paragraph into sentences and clauses. What brackets hold
// comes as clauses of its own, after the clause that has them.
func (r *reader) sentences() []sentence {
	var ss []sentence
	s := r.p.plain
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && (s[j] != '。' && s[j] != '！' && s[j] != '？' && !fullStop(s, j) || goesOn(s, j+1)) {
			if s[j] == '（' {
				j = closing(s, j)
				continue
			}
			j++
		}
		if j > i {
			st := sentence{i: i, j: j}
			st.clauses = clauses(s, i, j, 0, nil)
			ss = append(ss, st)
		}
		i = j + 1
	}
	return ss
}

// goesOn reports whether what follows a full stop still speaks of the number
// before it: 共收到 50 件。其中…
func goesOn(s []rune, j int) bool { return hasAt(s, j, "其中") }

// fullStop reports whether a plain dot ends a sentence: 未收到依申请公开事项.
func fullStop(s []rune, j int) bool {
	return s[j] == '.' && j > 4 && s[j-1] > 0x2e80 && (j+1 == len(s) || s[j+1] > 0x2e80)
}

func clauses(s []rune, i, j, depth int, dst []clause) []clause {
	for i < j {
		k := i
		var inner [][2]int
		for k < j && !separator(s, k) {
			if s[k] == '（' {
				e := min(closing(s, k), j)
				inner = append(inner, [2]int{k + 1, max(k+1, e-1)})
				k = e
				continue
			}
			k++
		}
		var sep rune
		if k < j {
			sep = s[k]
		}
		if k > i {
			dst = split(s, clause{i: i, j: k, sep: sep, depth: depth}, dst)
		}
		if depth == 0 {
			for _, b := range inner {
				dst = clauses(s, b[0], b[1], 1, dst)
			}
		}
		i = k + 1
	}
	return dst
}

// split parts a clause at 、 where each piece has a count of its own: 其中予以公开
// 8 件、无法提供 5 件.
func split(s []rune, c clause, dst []clause) []clause {
	start, number := c.i, false
	for k := c.i; k < c.j; k++ {
		if s[k] == '（' {
			k = closing(s, k) - 1
			continue
		}
		number = number || counted(s, k, c.j)
		if s[k] == '、' && number && slices.ContainsFunc(s[k+1:c.j], isDigit) {
			dst = append(dst, clause{i: start, j: k, sep: '、', depth: c.depth})
			start, number = k+1, false
		}
	}
	return append(dst, clause{i: start, j: c.j, sep: c.sep, depth: c.depth})
}

// counted reports whether digits end at s[k] that are no year, month or day.
func counted(s []rune, k, end int) bool {
	return isDigit(s[k]) && k+1 < end && !isDigit(s[k+1]) && s[k+1] != '年' && s[k+1] != '月' && s[k+1] != '日'
}

func separator(s []rune, k int) bool {
	switch s[k] {
	case '，', '；', '：', '。':
		return true
	case ',':
		return k == 0 || !isDigit(s[k-1]) || digits(s, k+1) != 3
	}
	return false
}
