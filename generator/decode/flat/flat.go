// Package flat reads the statutory tables whose cells are gone: the text of a PDF, cells
// on lines of their own, tables written as running text. The lines of a section come in,
// rows of a tabular.Table go out, with what stands against them. It fails closed: what
// leaves no trace in such text is doubted, not settled.
package flat

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/unit"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A textLine is one line of the text of a PDF inside a section: words and
// figures in their order.
type textLine struct {
	unit  int
	words []Token
	nums  []Token
	label bool // its words are labels or pieces of them
	gap   bool // before it stands a line with figures that was not read
}

// joined is the words of a line without what stands between them.
func (l *textLine) joined() string {
	s := ""
	for i := range l.words {
		s += l.words[i].Text
	}
	return s
}

// A Token is a run of characters between white space.
type Token struct {
	from int // byte offset in the line
	Text string
	V    value.Value
	odd  bool // words among figures, in place of one
}

// A reader reads a table whose cells are gone.
type reader struct {
	*tabular.Table
	pages *Pages
	text  *part // the lines of its section, once they were looked for
}

// Read reads a table that has no rows from the text of its section. It gives how
// many labels without figures only the form of 2019 prints, and how many only that of
// 2021.
func Read(of *tabular.Table, p *Pages) (told tabular.Versions) {
	t := reader{Table: of, pages: p}
	if len(t.Rows) == 0 && !(t.hasParagraph() && t.running()) && !t.stacked() {
		t.flat()
	}
	if len(t.Rows) == 0 && !t.running() {
		told = t.bareLabels()
	}
	t.wordsUnread()
	return told
}

// flat gathers the rows of a table whose text came out of a PDF: its cells are
// gone, figures stand on lines with or without their labels, labels are broken
// over lines, in the worst case each figure stands alone and whole columns run
// downwards.
//
// First page numbers are taken out (page.go). Rows of figures get the labels
// on their lines or about them (rows.go); a row is plain where its label
// stands on its line, or where label and place agree. Figures
// each on a line (two.go, three.go, four.go) are plain where
// paragraphs tell their order and labels agree with it; sums may veto that, but
// what sums alone tell is recovered. Three things leave no trace in such text and
// are doubted, not settled: in which column a blank cell stood, unless the text is
// set in columns with blanks (bycolumns.go), whether figures
// beside a row are pieces of its own (torn.go), and the order of table two,
// which no sum confirms, where columns run downwards. Three figures make a table
// (heading-over-three-lines); rows are read as such where half of them stand in rows
// (pdf-text-figures-torn-by-narrow-columns).
func (t *reader) flat() {
	lines := t.lines()
	total, inRows := 0, 0
	for i := range lines {
		n := len(lines[i].nums)
		total += n
		if n >= 2 || n == 1 && len(lines[i].words) > 0 {
			inRows += n
		}
	}
	if total < 3 {
		return
	}
	t.claim(lines)
	switch {
	case t.Of == form.Four:
		t.four(lines)
	case inRows*2 >= total:
		t.rows(lines)
	case t.Of == form.Two:
		t.two(lines)
	default:
		t.three(lines)
	}
	for i := range t.Rows {
		t.Rows[i].Flat = true
		t.Rows[i].Part(math.MaxInt32)
	}
}

// claim takes lines for those of the table.
func (t *reader) claim(lines []textLine) {
	t.Facts.Found, t.Facts.Pos = true, t.Units[lines[0].unit].Pos()
	for i := range lines {
		u := &t.Units[lines[i].unit]
		u.Table = int(t.Of)
		if lines[i].label {
			u.Role = unit.LabelRole
		}
	}
}

// readLine reads a line as table text: figures, labels, or both with the
// figures behind. It reports false for prose. The longest words before figures are the
// label that a page breaks no more (columns-set-left-below-the-head); a paragraph has
// more (paragraph-of-table-four-with-figures-lost).
func readLine(text string) (textLine, bool) {
	var l textLine
	if len(text) > 1000 || char.Count(text) > 160 {
		return l, false
	}
	toks := Tokens(text)
	first := firstFigure(toks)
	if slices.ContainsFunc(toks[first:], func(tok Token) bool { return !tok.isFigure() }) {
		if first = wordsAmong(toks); first < 0 {
			return l, false // words behind figures
		}
	}
	l.words, l.nums = toks[:first:first], toks[first:]
	if len(l.words) == 0 {
		return l, len(l.nums) > 0
	}
	words := text
	if len(l.nums) > 0 {
		words = text[:l.nums[0].from]
	}
	if char.Count(words) > 75 || strings.ContainsFunc(words, isStop) {
		return l, false
	}
	if len(l.words) > 1 {
		l.label = form.Firm(words).Known() || form.IsPiece(words)
	}
	for i := 0; i < len(l.words) && !l.label; i++ {
		l.label = form.Firm(l.words[i].Text).Known() || form.IsPiece(l.words[i].Text)
	}
	return l, l.label
}

// firstFigure is the token with which the figures of a line begin, and gives
// those that say in words that there is none, or no number, their value: beside
// figures, behind the label of a row, three of them or one alone. Two words alone are
// none (pdf-text-signed-below-its-table).
func firstFigure(toks []Token) int {
	first, known := 0, false // known matters only where no figure is
	for first < len(toks) && !toks[first].isFigure() {
		first++
	}
	from := first
	for from > 0 && !(from == 1 && len(toks) > 1 && first == len(toks) && !value.IsWords(toks[0].Text)) && value.IsWords(toks[from-1].Text) {
		from--
	}
	soft := first - from
	if soft > 0 && from > 0 && first == len(toks) && soft < 3 {
		known = form.Firm(toks[from-1].Text).Row != ""
	}
	if first == len(toks) && !known && soft < 3 && !(soft == 1 && from == 0 && standsAlone(toks[0].Text)) {
		from = first
	}
	for i := from; i < len(toks); i++ {
		if tok := &toks[i]; !tok.isFigure() {
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

func (tok *Token) isFigure() bool {
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
		tok := Token{from: i, Text: text[i:j]}
		first, _ := utf8.DecodeRuneInString(tok.Text)
		if char.IsDigitAt(tok.Text, 0) || isStroke(first) || value.Lead(tok.Text) > 0 {
			if v, ok := value.Read(tok.Text); ok {
				tok.V = v
			}
		}
		if k := len(out) - 1; k >= 0 && out[k].isFigure() && value.IsUnit(tok.Text) {
			out[k].Text = text[out[k].from:j] // 12 件
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

// itemOf is a figure as an item of a row; lines have one cell.
func itemOf(tok Token) tabular.Item {
	return tabular.Item{From: int32(tok.from), Text: tok.Text, Val: true, V: tok.V}
}
