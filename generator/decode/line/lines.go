package line

import (
	"cmp"
	"strings"
	"unicode"

	"ogi/generator/decode/char"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/unit"
	"ogi/generator/decode/value"
	"ogi/generator/report"
)

// A Part is the lines of table text of one section.
type Part struct {
	Lines []Line
	odd   []oddLine
	nums  int
	Mixed int // the first unit with words and figures that go in no cells, -1
	Lost  int // the first line between figures that may be a figure and was not read, -1
	gap   bool
	may   int // such a line behind the last figure, -1
	round bool
}

// An oddLine is words that may stand in place of a figure, on a line of their own.
type oddLine struct {
	at   int // how many of the lines stand before it
	line Line
}

// WithOdd is the lines with the odd ones among them.
func (p *Part) WithOdd() []Line {
	if len(p.odd) == 0 {
		return p.Lines
	}
	out, from := make([]Line, 0, len(p.Lines)+len(p.odd)), 0
	for _, o := range p.odd {
		out = append(append(out, p.Lines[from:o.at]...), o.line)
		from = o.at
	}
	return append(out, p.Lines[from:]...)
}

// Section is the table text of the section of a table; of several sections of one
// title that with the most figures.
func Section(t *tabular.Table, pages *Pages) *Part {
	best := &Part{nums: -1, Mixed: -1, Lost: -1}
	Sections(t, func(from, to int, told bool) {
		if told {
			if p := readPart(t.Reader, pages, from, to); p.nums > best.nums {
				best = p
			}
		}
	})
	return best
}

// readPart reads the lines of the units [from,to).
func readPart(t *unit.Reader, pages *Pages, from, to int) *Part {
	p := &Part{Mixed: -1, Lost: -1, may: -1}
	for k := from; k < to; k++ {
		u := &t.Units[k]
		if u.IsRow() || u.Aside || pages.isNumber(t.File, u) {
			continue
		}
		l, ok := read(u.Line.Text)
		l.Unit = k
		switch at := hedge(u.Line.Text); {
		case at > 0 && len(p.Lines) > 0:
			doubtRound(&p.Lines[len(p.Lines)-1])
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

func (p *Part) add(l Line) {
	if p.round {
		doubtRound(&l)
	}
	if len(l.Nums) > 0 {
		if p.may >= 0 && p.Lost < 0 {
			p.Lost = p.may
		}
		p.may = -1
	}
	l.Gap, p.gap, p.round = p.gap, false, false
	p.nums += len(l.Nums)
	if p.Lines == nil {
		p.Lines = make([]Line, 0, 48) // as table three has, torn
	}
	p.Lines = append(p.Lines, l)
}

// pass goes past a line that is not one of a table, or was not understood
// (line-of-labels-among-figures).
func (p *Part) pass(unit int, text string) {
	figures, words := holdsFigure(text), tabular.MayStandFor(text)
	if words {
		tok := Token{Text: text, V: value.Garbled(cmp.Or(value.NotANumber(text), report.NoNumber)), odd: true}
		p.odd = append(p.odd, oddLine{len(p.Lines), Line{Unit: unit, Nums: []Token{tok}}})
	}
	p.gap = p.gap || figures
	if p.nums > 0 && p.may < 0 && (figures || words) {
		p.may = unit
	}
	if p.Mixed < 0 && isMixed(text) {
		p.Mixed = unit
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

// Sections gives the units [from,to) of the sections of the table, and of the whole
// report where no heading tells of one.
func Sections(t *tabular.Table, yield func(from, to int, told bool)) {
	told := false
	for i := range t.Heads {
		if t.Heads[i].N != int(t.Of) {
			continue
		}
		to := len(t.Units)
		if i+1 < len(t.Heads) {
			to = t.Heads[i+1].Unit
		}
		told = true
		yield(t.Heads[i].Unit+1, to, true)
	}
	if !told {
		yield(0, len(t.Units), false)
	}
}
