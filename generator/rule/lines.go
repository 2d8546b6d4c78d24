package rule

import (
	"unicode/utf8"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
)

// A line of the source view.
type line struct {
	report.Text
	folded string // in Simplified characters, as long as it
	has    mark   // which of the characters that rules look for
}

// A mark is a set of characters: a rule whose words or expressions all need one of
// them looks only at lines that have one. Together they are found in one walk.
type mark uint8

const (
	ofDraft  mark = 1 << iota // for draft-traces
	ofMarkup                  // for leftover-markup
)

// marksOf has the marks of each character of the basic plane. Fold leaves all that
// have one alone.
var marksOf = func() *[1 << 16]mark {
	t := new([1 << 16]mark)
	put := func(m mark, of string) {
		for _, r := range of {
			t[r] |= m
		}
	}
	for _, w := range traces {
		r, _ := utf8.DecodeRuneInString(w)
		put(ofDraft, string(r))
	}
	put(ofDraft, " \u3000\u00a0（(") // as gaps
	put(ofMarkup, "[附【&<点扫")
	return t
}()

type linesKey struct{}

// lines are those of the source view, made ready once for all rules.
func lines(p *check.Run) []line {
	return p.Memo(linesKey{}, func() any {
		out := make([]line, len(p.Report.View))
		for i, l := range p.Report.View {
			out[i] = line{Text: l, folded: han.Fold(l.Text)}
			for _, r := range out[i].folded {
				out[i].has |= marksOf[r&0xffff] // of a character beyond it is a mark too many
			}
		}
		return out
	}).([]line)
}
