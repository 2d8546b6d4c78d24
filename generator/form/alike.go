package form

import (
	"sort"
	"strings"
)

// printed are the long labels that a damaged one is compared with.
var printed = func() []struct {
	text  string
	label Label
	pairs map[string]int
} {
	type entry = struct {
		text  string
		label Label
		pairs map[string]int
	}
	var out []entry
	for text, l := range exact {
		if len(text) < 4*3 || Core(text) != text || l.Row == "" && l.Column == "" {
			continue
		}
		l.Sure, l.Guess = false, true
		out = append(out, entry{text, l, pairs(text)})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].text < out[j].text })
	return out
}()

// alike finds the label that shares most pairs of neighbouring characters with
// the text: one or two misread or lost characters leave most of them.
func alike(core string) Label {
	if len(core) < 4*3 || len(core) > 60*3 {
		return Label{}
	}
	p := pairs(core)
	n := 0
	for _, k := range p {
		n += k
	}
	best, second := 0.0, 0.0
	var found Label
	for _, e := range printed {
		both, m := 0, 0
		for pair, k := range e.pairs {
			m += k
			both += min(k, p[pair])
		}
		score := 2 * float64(both) / float64(n+m)
		switch {
		case score > best:
			if e.label.Row != found.Row || e.label.Column != found.Column {
				second = best
			}
			best, found = score, e.label
		case score > second && (e.label.Row != found.Row || e.label.Column != found.Column):
			second = score
		}
	}
	if best < 0.6 || best-second < 0.15 {
		return Label{}
	}
	return found
}

// Resembles reports whether a normalised text shares a good part of its
// neighbouring characters with some label: too little to tell which.
func Resembles(core string) bool {
	p := pairs(core)
	n := 0
	for _, k := range p {
		n += k
	}
	for _, e := range printed {
		both, m := 0, 0
		for pair, k := range e.pairs {
			m += k
			both += min(k, p[pair])
		}
		if 4*both >= n+m && both > 1 {
			return true
		}
	}
	return false
}

func pairs(s string) map[string]int {
	r := []rune(s)
	m := make(map[string]int, len(r))
	for i := 0; i+1 < len(r); i++ {
		m[string(r[i:i+2])]++
	}
	return m
}

// everything is all labels of the form in a row, to look up pieces of them.
var everything = func() string {
	texts := make([]string, 0, len(exact))
	for t := range exact {
		texts = append(texts, t)
	}
	for _, r := range F2021.Rows(Three) {
		texts = append(texts, Norm(F2021.RowLabel(r)))
	}
	texts = append(texts, "三本年度办理结果")
	sort.Strings(texts)
	return strings.Join(texts, "|")
}()

// IsPiece reports whether a text is made of pieces of the form's labels, as
// labels broken over lines are. Of up to three pieces each has at least two
// characters, unless there is only one.
func IsPiece(text string) bool {
	n := Norm(text)
	if n == "" {
		return false
	}
	r := []rune(n)
	for piece := 0; len(r) > 0; piece++ {
		k := len(r)
		if !strings.Contains(everything, string(r)) {
			for k = 0; strings.Contains(everything, string(r[:k+1])); {
				k++
			}
		}
		if k == 0 || piece >= 3 || k < 2 && piece > 0 {
			return false
		}
		r = r[k:]
	}
	return true
}
