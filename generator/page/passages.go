package page

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/check"
	"ogi/generator/report"
)

// Passages are two texts side by side, as where one report repeats another.
type Passages [2]Passage

// Differ reports whether any word is in only one of them.
func (p *Passages) Differ() bool {
	for _, side := range p {
		for _, piece := range side.Pieces {
			if piece.Differs {
				return true
			}
		}
	}
	return false
}

// A Passage is one of the two: whose it is, its place, and its words in pieces.
// Words that the other has not are pieces of their own.
type Passage struct {
	Label  string
	Pieces []Piece
	Source Place
	Report string // page of the other report, "" for this one
}

// A Piece is words of a passage.
type Piece struct {
	Text    string
	Differs bool
}

// enough is how many characters make words a passage, worth a column.
const enough = 12

// passages are the operands of a finding that sets words of this report beside
// those of another file, nil for every other finding.
func (v *view) passages(f *check.Finding) *Passages {
	if len(f.Operands) != 2 || (f.Operands[0].File == "") == (f.Operands[1].File == "") {
		return nil
	}
	for _, o := range f.Operands {
		if o.Key != "" || utf8.RuneCountInString(o.Text) < enough {
			return nil
		}
	}
	var out Passages
	a, b := apart([]rune(v.paragraph(f.Operands[0])), []rune(v.paragraph(f.Operands[1])))
	for i, pieces := range [2][]Piece{a, b} {
		o := f.Operands[i]
		out[i] = Passage{Label: o.Label, Pieces: pieces}
		if o.File == "" {
			out[i].Source = v.place("", o.Pos)
		} else {
			out[i].Report = v.elsewhere(o)
		}
	}
	return &out
}

// paragraph is the paragraph around an operand's words, so that readers see them
// in context; the words alone where it is not found or very long.
func (v *view) paragraph(o check.Operand) string {
	r := v.report
	if o.File != "" {
		at, ok := v.byPath[o.File]
		if !ok {
			return o.Text
		}
		if r = at.entry.Report; at.i > 0 {
			r = at.entry.Files[at.i].Report
		}
	}
	if r == nil {
		return o.Text
	}
	words := strings.TrimSuffix(o.Text, "…")
	for _, s := range append([]report.Section{{Paras: r.Preamble}}, r.Sections...) {
		for _, t := range s.Paras {
			if t.Pos == o.Pos && strings.Contains(t.Text, words) && utf8.RuneCountInString(t.Text) <= longestApart {
				return t.Text
			}
		}
	}
	return o.Text
}

// longestApart bounds the work of comparing, which grows with the square.
const longestApart = 600

// apart parts two texts into what they share in order and what they do not.
func apart(a, b []rune) (as, bs []Piece) {
	if len(a) > longestApart || len(b) > longestApart {
		return []Piece{{Text: string(a)}}, []Piece{{Text: string(b)}}
	}
	// common[i][j] is the longest common subsequence of a[i:] and b[j:].
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			as, bs = grow(as, a[i], false), grow(bs, b[j], false)
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			as = grow(as, a[i], true)
			i++
		default:
			bs = grow(bs, b[j], true)
			j++
		}
	}
	return as, bs
}

func grow(ps []Piece, c rune, differs bool) []Piece {
	if n := len(ps); n > 0 && ps[n-1].Differs == differs {
		ps[n-1].Text += string(c)
		return ps
	}
	return append(ps, Piece{string(c), differs})
}
