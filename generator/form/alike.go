package form

import (
	"slices"
	"sort"
	"unicode/utf8"
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

// ends are the ends of all labels of the form, whole ones among them, sorted:
// a piece of a label is the beginning of one of its ends.
var ends = func() []string {
	var all []string
	put := func(label string) {
		for i := range label {
			all = append(all, label[i:])
		}
	}
	for t := range exact {
		put(t)
	}
	for _, r := range F2021.Rows(Three) {
		put(Norm(F2021.RowLabel(r)))
	}
	put("三本年度办理结果")
	slices.Sort(all)
	return slices.Compact(all)
}()

// IsPiece reports whether a text is made of pieces of the form's labels, as
// labels broken over lines are. Of up to three pieces each has at least two
// characters, unless there is only one. The mark of a note may stand behind.
func IsPiece(text string) bool {
	if isPiece(text) {
		return true
	}
	bare := unmarked(text)
	return bare != text && isPiece(bare)
}

func isPiece(text string) bool {
	n := Norm(text)
	if n == "" {
		return false
	}
	for piece := 0; n != ""; piece++ {
		k := begins(n)
		if k == 0 || piece >= 3 || piece > 0 && utf8.RuneCountInString(n[:k]) < 2 {
			return false
		}
		n = n[k:]
	}
	return true
}

// begins is the length of the longest beginning of s that stands in a label:
// what it has in common with its neighbours among all the ends of labels.
func begins(s string) int {
	at, _ := slices.BinarySearch(ends, s)
	most := 0
	for _, e := range ends[max(0, at-1):min(at+1, len(ends))] {
		k := 0
		for k < len(s) && k < len(e) && s[k] == e[k] {
			k++
		}
		for k < len(s) && !utf8.RuneStart(s[k]) {
			k--
		}
		most = max(most, k)
	}
	return most
}
