package rule

import (
	"slices"
	"strings"
	"unicode"

	"ogi/generator/report"
)

// shingleLen is the length in characters of the pieces that are compared.
const shingleLen = 8

// A passage is prose made ready for comparison: only characters that carry
// words, law names and white space gone, numbers masked. at tells for each of
// its characters where it stood.
type passage struct {
	runes []rune
	paras []report.Text
	at    []spot
}

type spot struct{ para, byte int }

// proseOf is the prose of a report, or of one of its sections (0 for all).
func proseOf(r *report.Report, section int) *passage {
	g := &passage{}
	eachPara(r, func(n int, t report.Text) {
		if section == 0 || n == section {
			g.add(t)
		}
	})
	return g
}

func (g *passage) add(t report.Text) {
	g.paras = append(g.paras, t)
	law, digit := false, false
	for i, c := range t.Text {
		switch {
		case c == '《':
			law = true
		case c == '》':
			law = false
		case law:
		case unicode.IsDigit(c):
			if !digit {
				g.runes, g.at = append(g.runes, '0'), append(g.at, spot{len(g.paras) - 1, i})
			}
			digit = true
			continue
		case unicode.IsLetter(c):
			g.runes, g.at = append(g.runes, c), append(g.at, spot{len(g.paras) - 1, i})
		}
		digit = false
	}
}

// hashes are those of all shingles, in the order of the text.
func (g *passage) hashes() []uint64 {
	n := len(g.runes) - shingleLen + 1
	if n <= 0 {
		return nil
	}
	hs := make([]uint64, n)
	for i := range hs {
		h := uint64(14695981039346656037)
		for _, c := range g.runes[i : i+shingleLen] {
			h = (h ^ uint64(c)) * 1099511628211
		}
		hs[i] = h ^ h>>29
	}
	return hs
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

// longest is the longest passage of g that stands in h too, as each has it.
func longest(g, h *passage) (mine, theirs report.Text) {
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

// quote is the published text of n characters, cut at the end of its paragraph.
func (g *passage) quote(at, n int) report.Text {
	a, b := g.at[at], g.at[at+n-1]
	t := g.paras[a.para]
	end := len(t.Text)
	if b.para == a.para {
		rest := []rune(t.Text[b.byte:])
		end = b.byte + len(string(rest[:1]))
	}
	return report.Text{Text: strings.TrimSpace(t.Text[a.byte:end]), Pos: t.Pos}
}
