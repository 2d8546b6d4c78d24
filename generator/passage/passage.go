// Package passage compares the prose of reports: how much of one stands in another
// too, and which passage is the longest. A report comes in, a Passage and shares
// from 0 to 1 go out. Numbers, law names and marks are not compared, since reports
// of one year have them in common or differ in nothing else.
package passage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/report"
)

// Piece is the length in characters of the pieces that are compared.
const Piece = 8

// A Passage is prose made ready for comparison: only characters that carry
// words, law names and white space gone, numbers masked.
type Passage struct {
	runes []rune
	paras []report.Text
}

// A spot tells where a character of a Passage stood.
type spot struct{ para, byte int }

// Of is the prose of a report, or of one of its sections (0 for all).
func Of(r *report.Report, section int) *Passage {
	g := &Passage{}
	n := 0
	for s, t := range r.Paras() {
		if section == 0 || s == section {
			g.paras = append(g.paras, t)
			n += len(t.Text)
		}
	}
	g.runes = make([]rune, 0, n/3+8)
	g.walk(func(c rune, _ spot) { g.runes = append(g.runes, c) })
	return g
}

// walk gives the characters that are compared and where each stood.
func (g *Passage) walk(do func(rune, spot)) {
	for n, t := range g.paras {
		law, digit := false, false
		for i, c := range t.Text {
			switch {
			case c == '《':
				law = true
			case c == '》':
				law = false
			case law:
			case c >= '一' && c <= '\u9fff': // all of them letters, and nearly all of the prose
				do(c, spot{n, i})
			case unicode.IsDigit(c):
				if !digit {
					do('0', spot{n, i})
				}
				digit = true
				continue
			case unicode.IsLetter(c):
				do(c, spot{n, i})
			}
			digit = false
		}
	}
}

// hashes are those of all shingles, in the order of the text.
func (g *Passage) hashes() []uint64 {
	n := len(g.runes) - Piece + 1
	if n <= 0 {
		return nil
	}
	hs := make([]uint64, n)
	for i := range hs {
		h := uint64(14695981039346656037)
		for _, c := range g.runes[i : i+Piece] {
			h = (h ^ uint64(c)) * 1099511628211
		}
		hs[i] = h ^ h>>29
	}
	return hs
}

// Len is how many characters are compared.
func (g *Passage) Len() int { return len(g.runes) }

const sampleOf = 16 // of so many shingles one is in a sample

// Sample are every sixteenth of the hashes by value, as a set in order: enough to
// tell what is worth a full comparison.
func (g *Passage) Sample() []uint64 {
	var hs []uint64
	for _, h := range g.hashes() {
		if h%sampleOf == 0 {
			hs = append(hs, h)
		}
	}
	slices.Sort(hs)
	return slices.Compact(hs)
}

// ShareOf is the share of the shingles of g that stand in h too, 0 where a
// sample shows that it is far below low.
func ShareOf(g, h *Passage, low float64) float64 {
	a := g.Sample()
	if len(a) >= 40 && containment(a, h.Sample()) < low-0.25 {
		return 0
	}
	return containment(set(g.hashes()), set(h.hashes()))
}

func set(hs []uint64) []uint64 {
	s := slices.Clone(hs)
	slices.Sort(s)
	return slices.Compact(s)
}

// containment is the share of the shingles of a (a set) that stand in b too.
func containment(a, b []uint64) float64 {
	if len(a) == 0 {
		return 0
	}
	common, j := 0, 0
	for _, h := range a {
		for j < len(b) && b[j] < h {
			j++
		}
		if j < len(b) && b[j] == h {
			common++
		}
	}
	return float64(common) / float64(len(a))
}

// Longest is the longest passage of g that stands in h too, as each has it.
func Longest(g, h *Passage) (mine, theirs report.Text) {
	where := map[uint64]int{}
	for i, x := range h.hashes() {
		if _, ok := where[x]; !ok {
			where[x] = i
		}
	}
	best, at, from := 0, 0, 0
	for i, x := range g.hashes() {
		j, ok := where[x]
		if !ok {
			continue
		}
		n := 0
		for i+n < len(g.runes) && j+n < len(h.runes) && g.runes[i+n] == h.runes[j+n] {
			n++
		}
		if n > best {
			best, at, from = n, i, j
		}
		if best > 2000 {
			break
		}
	}
	if best == 0 {
		return report.Text{}, report.Text{}
	}
	return g.quote(at, best), h.quote(from, best)
}

// quote is the published text of n characters, cut at the end of its paragraph
// and begun where the sentence or clause begins that the first stands in: what
// two texts share may begin anywhere, and 三）政府… is no beginning.
func (g *Passage) quote(at, n int) report.Text {
	var a, b spot
	i := 0
	g.walk(func(_ rune, s spot) {
		if i == at {
			a = s
		}
		if i == at+n-1 {
			b = s
		}
		i++
	})
	t := g.paras[a.para]
	end := len(t.Text)
	if b.para == a.para {
		rest := []rune(t.Text[b.byte:])
		end = b.byte + len(string(rest[:1]))
	}
	return report.Text{Text: strings.TrimSpace(t.Text[Begin(t.Text, a.byte, 40):end]), Pos: t.Pos}
}

// Begin is where the sentence begins that the byte at of s stands in, or
// the clause where that is more than far characters away, or a number or word
// of Latin letters where that is too.
func Begin(s string, at, far int) int {
	clause, i := -1, at
	for n := 0; i > 0 && n <= far; n++ {
		c, size := utf8.DecodeLastRuneInString(s[:i])
		if strings.ContainsRune("。；！？!?;\n", c) {
			return i
		}
		if clause < 0 && strings.ContainsRune("，、：", c) {
			clause = i
		}
		if n < far {
			i -= size
		}
	}
	switch {
	case i == 0:
		return 0
	case clause >= 0:
		return clause
	}
	for i = at; i > 0; {
		c, size := utf8.DecodeLastRuneInString(s[:i])
		if c > unicode.MaxASCII || !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '.' {
			break
		}
		i -= size
	}
	return i
}
