package fact

import (
	"strings"

	"ogi/generator/han"
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

func hasAt(s []rune, i int, w string) bool {
	for _, r := range w {
		if i >= len(s) || s[i] != r {
			return false
		}
		i++
	}
	return true
}

// A paragraph is a text made plain: white space and quotation marks gone,
// full-width digits and letters narrowed, brackets and colons of one shape.
// at[i] is where plain[i] stands in orig; text is plain as a string, in which
// plain[i] begins at byte[i].
type paragraph struct {
	orig  []rune
	plain []rune
	at    []int32
	text  string
	byte  []int32
}

// str is plain[i:j].
func (p *paragraph) str(i, j int) string { return p.text[p.byte[i]:p.byte[max(i, j)]] }

func plain(text string) paragraph {
	p := paragraph{orig: []rune(text)}
	same := p.orig // in Simplified characters
	if folded := han.Fold(text); folded != text {
		same = []rune(folded)
	}
	p.plain = make([]rune, 0, len(p.orig))
	p.at = make([]int32, 0, len(p.orig))
	for i, r := range same {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u3000' || r == '\u00a0' || r == '\u200b' || r == '\ufeff':
			if gap(p.orig, i) { // 95 0 0 are three numbers
				p.plain = append(p.plain, ' ')
				p.at = append(p.at, int32(i))
			}
			continue
		case r == '“' || r == '”' || r == '"' || r == '*' || r == '#':
			continue
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r == '％', r == '．' && i > 0:
			r -= '！' - '!'
		case r == '(':
			r = '（'
		case r == ')':
			r = '）'
		case r == ':':
			r = '：'
		case r == ';':
			r = '；'
		case r == '，' && thousands(p.orig, i): // 1，120 件
			r = ','
		case r == '﹪':
			r = '%'
		}
		p.plain = append(p.plain, r)
		p.at = append(p.at, int32(i))
	}
	p.text, p.byte = string(p.plain), make([]int32, 0, len(p.plain)+1)
	for at := range p.text {
		p.byte = append(p.byte, int32(at))
	}
	p.byte = append(p.byte, int32(len(p.text)))
	return p
}

// thousands reports whether s[i] stands between one to three digits and just
// three.
func thousands(s []rune, i int) bool {
	k := i
	for k > 0 && isDigit(s[k-1]) {
		k--
	}
	return i-k >= 1 && i-k <= 3 && digits(s, i+1) == 3 && (k == 0 || s[k-1] != '.')
}

// gap reports whether the white space at s[i] stands between two digits. Only
// the first of a run does.
func gap(s []rune, i int) bool {
	if i == 0 || !isDigit(s[i-1]) {
		return false
	}
	for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '\n' || s[i] == '\u3000' || s[i] == '\u00a0') {
		i++
	}
	return i < len(s) && isDigit(s[i])
}

// quote is the published text of plain[i:j].
func (p *paragraph) quote(i, j int) string {
	if i >= j {
		return ""
	}
	return strings.TrimSpace(string(p.orig[p.at[i] : p.at[j-1]+1]))
}

// A token is a word, a number or a run that is not understood.
type token struct {
	class class
	kind  Kind
	i, j  int // in paragraph.plain
	num   number
	year  int
	who   Scope // of a body that is named
}

// lex cuts plain[i:j] into tokens. skip are the bracketed ranges to leave out.
func (p *paragraph) lex(i, j int, dst []token) []token {
	s := p.plain[:j]
	for i < j {
		if s[i] == '（' {
			i = closing(s, i)
			continue
		}
		if s[i] == '：' { // between a label and its answer
			dst = append(dst, token{class: cGlue, i: i, j: i + 1})
			i++
			continue
		}
		if s[i] == '《' {
			k := i
			for k < j && s[k] != '》' {
				k++
			}
			dst = unknown(dst, i, min(k+1, j))
			i = min(k+1, j)
			continue
		}
		if isDigit(s[i]) || isNumeral(s[i]) || isDigitWord(s[i]) {
			if t, ok := p.number(s, i); ok {
				dst = append(dst, t)
				i = t.j
				continue
			}
			if n := digits(s, i); n > 0 { // too long for a number
				dst = unknown(dst, i, i+n)
				i += n
				continue
			}
		}
		if w, n := dictionaryTrie.longest(s, i); w >= 0 {
			if d := meanings[w]; d.class == cUnknown {
				dst = unknown(dst, i, i+n)
			} else {
				dst = append(dst, token{class: d.class, kind: d.kind, i: i, j: i + n})
			}
			i += n
			continue
		}
		dst = unknown(dst, i, i+1)
		i++
	}
	return dst
}

// number is a number token, a year, or an unknown where the digits are part
// of something else: 第3次, 711号, 一件事.
func (p *paragraph) number(s []rune, i int) (token, bool) {
	// 一审, 一季度, 12345 are words, not numbers.
	if w, n := dictionaryTrie.longest(s, i); w >= 0 && (n > 1 || s[i] != '零') {
		return token{}, false
	}
	n, ok := numberAt(s, i)
	if !ok || s[i] == '零' && (n.unit == "" || !n.value.IsZero()) { // 零起, not 零投诉
		return token{}, false
	}
	t := token{class: cNumber, i: i, j: n.end, num: n}
	switch {
	case n.unit == "年" && isDigit(s[i]) && n.value.Unscaled > 1900 && n.value.Unscaled < 2100:
		t.class, t.year = cYear, int(n.value.Unscaled)
		if hasAt(s, t.j, "度") {
			t.j++
		}
	case n.unit == "" && isDigit(s[i]) && n.value.Unscaled > 1900 && n.value.Unscaled < 2100 && t.j < len(s) && s[t.j] == '-':
		t.class = cUnknown
	case i > 0 && (s[i-1] == '第' || s[i-1] == '每' || s[i-1] == '〔'):
		t.class = cUnknown
	case n.unit == "件" && t.j < len(s) && s[t.j] == '事' && !isDigit(s[i]):
		t.class = cUnknown
	case n.unit == "月":
		t.class = month(s, i, t.j, n)
	case n.unit == "日" || n.unit == "天" || n.unit == "号" || n.unit == "年" || n.unit == "季度":
		t.class = cUnknown
		if n.unit == "日" {
			t.class = cGlue
		}
	}
	return t, true
}

// month: 1月1日, 12月31日, 1-12月 and 截至12月底 bound the whole year, other
// months a part.
func month(s []rune, i, j int, n number) class {
	day := j < len(s) && isDigit(s[j])
	from, to := n.value.Unscaled, n.high.Unscaled
	switch {
	case to == 0 && from == 12 && !day && (strings.ContainsRune(string(s[max(0, i-9):i]), '截') || hasAt(s, j, "底")):
		return cGlue
	case to == 0 && day && (from == 1 && hasAt(s, j, "1日") || from == 12 && hasAt(s, j, "31日")), from == 1 && to == 12:
		return cGlue
	}
	return cPart
}

func unknown(dst []token, i, j int) []token {
	if n := len(dst); n > 0 && dst[n-1].class == cUnknown && dst[n-1].j == i && dst[n-1].num.end == 0 {
		dst[n-1].j = j
		return dst
	}
	return append(dst, token{class: cUnknown, i: i, j: j})
}

// closing is the index after the bracket that closes the one at s[i].
func closing(s []rune, i int) int {
	depth := 0
	for k := i; k < len(s); k++ {
		switch s[k] {
		case '（':
			depth++
		case '）':
			if depth--; depth == 0 {
				return k + 1
			}
		}
	}
	return len(s)
}
