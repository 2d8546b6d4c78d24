// Package line reads the lines of a section as text of a table: words and figures in
// their order, and the lines that may hold a figure and were not understood. The numbers
// of pages and what pages break are taken out. Which row or column a figure is of is not
// its job.
package line

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A Line is one line of the text of a PDF inside a section: words and
// figures in their order.
type Line struct {
	Unit  int
	Words []Token
	Nums  []Token
	Label bool // its words are labels or pieces of them
	Gap   bool // before it stands a line with figures that was not read
}

// Joined is the words of a line without what stands between them.
func (l *Line) Joined() string {
	s := ""
	for i := range l.Words {
		s += l.Words[i].Text
	}
	return s
}

// A Token is a run of characters between white space.
type Token struct {
	From int // byte offset in the line
	Text string
	V    value.Value
	odd  bool // words among figures, in place of one
}

// read reads a line as table text: figures, labels, or both with the
// figures behind. It reports false for prose. The longest words before figures are the
// label that a page breaks no more (columns-set-left-below-the-head); a paragraph has
// more (paragraph-of-table-four-with-figures-lost).
func read(text string) (Line, bool) {
	var l Line
	if len(text) > 1000 || char.Count(text) > 160 {
		return l, false
	}
	toks := Tokens(text)
	first := firstFigure(toks)
	if slices.ContainsFunc(toks[first:], func(tok Token) bool { return !tok.IsFigure() }) {
		if first = wordsAmong(toks); first < 0 {
			return l, false // words behind figures
		}
	}
	l.Words, l.Nums = toks[:first:first], toks[first:]
	if len(l.Words) == 0 {
		return l, len(l.Nums) > 0
	}
	words := text
	if len(l.Nums) > 0 {
		words = text[:l.Nums[0].From]
	}
	if char.Count(words) > 75 || strings.ContainsFunc(words, isStop) {
		return l, false
	}
	if len(l.Words) > 1 {
		l.Label = form.Firm(words).Known() || form.IsPiece(words)
	}
	for i := 0; i < len(l.Words) && !l.Label; i++ {
		l.Label = form.Firm(l.Words[i].Text).Known() || form.IsPiece(l.Words[i].Text)
	}
	return l, l.Label
}

// firstFigure is the token with which the figures of a line begin, and gives
// those that say in words that there is none, or no number, their value: beside
// figures, behind the label of a row, three of them or one alone. Two words alone are
// none (pdf-text-signed-below-its-table).
func firstFigure(toks []Token) int {
	first, known := 0, false // known matters only where no figure is
	for first < len(toks) && !toks[first].IsFigure() {
		first++
	}
	from := first
	for from > 0 && !(from == 1 && len(toks) > 1 && first == len(toks) && !value.IsWords(toks[0].Text)) && value.IsWords(toks[from-1].Text) {
		from--
	}
	soft := first - from
	if soft > 0 && from > 0 && first == len(toks) {
		known = form.Firm(toks[from-1].Text).Row != ""
	}
	if first == len(toks) && !known && soft < 3 && !(soft == 1 && from == 0 && standsAlone(toks[0].Text)) {
		from = first
	}
	for i := from; i < len(toks); i++ {
		if tok := &toks[i]; !tok.IsFigure() {
			tok.V = value.InWords(tok.Text)
		}
	}
	return from
}

// standsAlone reports whether words may be a figure on a line of their own: a
// date is one of the report, 3/12 the number of a page
// (pdf-text-signed-below-its-table, pdf-text-with-pages-of-pages).
func standsAlone(text string) bool {
	return value.OddFigure(text) != report.ADate && !strings.Contains(text, "/")
}

// isStop knows the marks that end a sentence, as no row of a table has
// (pdf-text-with-a-sentence-between-rows).
func isStop(u rune) bool { return u == '。' || u == '；' || u == '！' || u == '？' }

// IsFigure reports whether it is a figure, a stroke for one, or words in place of one.
func (tok *Token) IsFigure() bool {
	if tok.odd {
		return true
	}
	switch tok.V.State {
	case report.Number, report.Dash:
		return true
	case report.Garbled:
		return strings.ContainsAny(tok.Text, ",，") || value.IsWords(tok.Text)
	}
	return false
}

// Tokens cuts a line at white space; a remark in brackets stays with its
// figure. A token is a figure only if it begins with a digit or is a dash:
// 三 alone is a piece of a label.
func Tokens(text string) []Token {
	var room [16]Token // lines have rarely more
	out := room[:0]
	for i := 0; i < len(text); {
		u, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(u) {
			i += n
			continue
		}
		j := tokenEnd(text, i, u >= '0' && u <= '9' || u >= '０' && u <= '９')
		tok := Token{From: i, Text: text[i:j]}
		first, _ := utf8.DecodeRuneInString(tok.Text)
		if char.IsDigitAt(tok.Text, 0) || isStroke(first) || value.Lead(tok.Text) > 0 {
			if v, ok := value.Read(tok.Text); ok {
				tok.V = v
			}
		}
		if k := len(out) - 1; k >= 0 && out[k].IsFigure() && value.IsUnit(tok.Text) {
			out[k].Text = text[out[k].From:j] // 12 件
			i = j
			continue
		}
		out = append(out, tok)
		i = j
	}
	return slices.Clone(out)
}

// isStroke knows what may be a dash in place of a figure (running-text-with-dashes).
func isStroke(u rune) bool {
	switch u {
	case '-', '—', '–', '－', '/', '／':
		return true
	}
	return false
}

// tokenEnd is where the token at i ends: at white space, in a figure not before
// the remark that goes with it is closed.
func tokenEnd(text string, i int, figure bool) int {
	depth, space := 0, 0
	for j := i; j < len(text); {
		if c := text[j]; c > ' ' && c < utf8.RuneSelf && c != '(' && c != ')' {
			j++
			continue
		} else if char.IsHanAt(text, j) {
			j += 3
			continue
		}
		u, n := utf8.DecodeRuneInString(text[j:])
		switch {
		case !figure:
		case u == '（' || u == '(':
			depth++
		case u == '）' || u == ')':
			depth--
		}
		if unicode.IsSpace(u) {
			if depth <= 0 {
				return j
			}
			if space == 0 {
				space = j
			}
		}
		j += n
	}
	if depth > 0 && space > 0 {
		return space // never closed
	}
	return len(text)
}
