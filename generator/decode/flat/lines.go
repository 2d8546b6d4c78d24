package flat

import (
	"cmp"
	"strings"
	"unicode"

	"ogi/generator/decode/char"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/report"
)

// A part is the lines of table text of one section.
type part struct {
	lines []textLine
	odd   []oddLine
	nums  int
	mixed int // the first unit with words and figures that go in no cells, -1
	lost  int // the first line between figures that may be a figure and was not read, -1
	gap   bool
	may   int // such a line behind the last figure, -1
	round bool
}

// An oddLine is words that may stand in place of a figure, on a line of their own.
type oddLine struct {
	at   int // how many of the lines stand before it
	line textLine
}

// withOdd is the lines with the odd ones among them.
func (p *part) withOdd() []textLine {
	if len(p.odd) == 0 {
		return p.lines
	}
	out, from := make([]textLine, 0, len(p.lines)+len(p.odd)), 0
	for _, o := range p.odd {
		out = append(append(out, p.lines[from:o.at]...), o.line)
		from = o.at
	}
	return append(out, p.lines[from:]...)
}

// lines are the table lines of the section of this table; of several
// sections of one title those of that with the most figures.
func (t *reader) lines() []textLine {
	if t.text != nil {
		return t.text.lines
	}
	t.text = &part{nums: -1, mixed: -1, lost: -1}
	t.parts(func(from, to int, told bool) {
		if told {
			if p := t.part(from, to); p.nums > t.text.nums {
				t.text = p
			}
		}
	})
	return t.text.lines
}

// part reads the lines of the units [from,to).
func (t *reader) part(from, to int) *part {
	p := &part{mixed: -1, lost: -1, may: -1}
	for k := from; k < to; k++ {
		u := &t.Units[k]
		if u.IsRow() || u.Aside || t.isPageNumber(u) {
			continue
		}
		l, ok := readLine(u.Line.Text)
		l.unit = k
		switch at := hedge(u.Line.Text); {
		case at > 0 && len(p.lines) > 0:
			doubtRound(&p.lines[len(p.lines)-1])
		case at < 0:
			p.round = true
		case ok:
			p.add(l)
		default:
			p.pass(k, u.Line.Text)
		}
	}
	return p
}

func (p *part) add(l textLine) {
	if p.round {
		doubtRound(&l)
	}
	if len(l.nums) > 0 {
		if p.may >= 0 && p.lost < 0 {
			p.lost = p.may
		}
		p.may = -1
	}
	l.gap, p.gap, p.round = p.gap, false, false
	p.nums += len(l.nums)
	if p.lines == nil {
		p.lines = make([]textLine, 0, 48) // as table three has, torn
	}
	p.lines = append(p.lines, l)
}

// pass goes past a line that is not one of a table, or was not understood
// (line-of-labels-among-figures).
func (p *part) pass(unit int, text string) {
	figures, words := holdsFigure(text), tabular.MayStandFor(text)
	if words {
		tok := Token{Text: text, V: value.Garbled(cmp.Or(value.NotANumber(text), report.NoNumber)), odd: true}
		p.odd = append(p.odd, oddLine{len(p.lines), textLine{unit: unit, nums: []Token{tok}}})
	}
	p.gap = p.gap || figures
	if p.nums > 0 && p.may < 0 && (figures || words) {
		p.may = unit
	}
	if p.mixed < 0 && isMixed(text) {
		p.mixed = unit
	}
}

// holdsFigure reports whether a line that was not read may be the row of a table, or
// part of one: it is no sentence, and a word in it begins with a digit or two have
// digits, as several marks of notes have; numbers of labels, years and pages are none.
func holdsFigure(text string) bool {
	if len(text) > 1000 || char.Count(text) > 200 || strings.ContainsFunc(text, isStop) || strings.Contains(text, "页") {
		return false
	}
	n := 0
	for w := range strings.FieldsSeq(text) {
		switch {
		case tabular.Numbered.MatchString(w) || strings.Contains(w, "年"):
		case char.IsDigitAt(w, 0):
			return true
		case strings.ContainsFunc(w, unicode.IsDigit):
			n++
		}
	}
	return n > 1
}

// wordsUnread tells that a line of the text of a table was not read, since words
// stand among its figures, or in place of one: what lacks was printed there
// (line-of-labels-among-figures).
func (t *reader) wordsUnread() {
	if t.text == nil || t.Loose != report.Plainly {
		return
	}
	if t.text.lost >= 0 && t.Facts.Found {
		t.Loose = report.LineUnread
	}
	if t.text.mixed < 0 {
		return
	}
	pos := t.Units[t.text.mixed].Pos()
	if !t.Facts.Found {
		t.Facts.Found, t.Facts.Pos = true, pos
	}
	t.Problem(pos, "数字之间夹有文字，这一行未能读出")
	t.Loose = report.LineMixed
}
