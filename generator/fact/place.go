package fact

import (
	"sort"
	"unicode"

	"ogi/generator/place"
	"ogi/generator/report"
)

// A locator finds the place of a code point of a paragraph in the lines of
// the file. Paragraphs are repaired for display (wrapped lines joined, page
// numbers gone), so it walks paragraph and lines side by side.
type locator struct{ view []report.ViewLine }

// places gives the place of each index in want (ascending code points of t).
// Where the two cannot be matched it is the paragraph's own place.
func (l locator) places(t report.Text, want []int) []place.Pos {
	out := make([]place.Pos, len(want))
	for i := range out {
		out[i] = t.Pos
	}
	if t.Pos.Line == 0 || len(l.view) == 0 || len(want) == 0 {
		return out
	}
	n := sort.Search(len(l.view), func(i int) bool { return l.view[i].Pos.Line >= t.Pos.Line })
	if n == len(l.view) || l.view[n].Pos.Line != t.Pos.Line {
		return out
	}
	line, col := []rune(l.view[n].Text), t.Pos.Col-l.view[n].Pos.Col
	k, skipped := 0, 0
	for i, r := range []rune(t.Text) {
		if unicode.IsSpace(r) {
			if k < len(want) && want[k] == i {
				return out
			}
			continue
		}
		for col >= len(line) || line[col] != r {
			if col < len(line) && unicode.IsSpace(line[col]) {
				col++
				continue
			}
			// The next line, past blank ones and page numbers.
			if col < len(line) && col > 0 && skipped == 0 {
				return out
			}
			if skipped++; n+1 == len(l.view) || skipped > 6 {
				return out
			}
			n++
			line, col = []rune(l.view[n].Text), 0
			for col < len(line) && unicode.IsSpace(line[col]) {
				col++
			}
		}
		for k < len(want) && want[k] == i {
			out[k] = l.view[n].Pos.In(t.Pos.Place())
			out[k].Col += col
			k++
		}
		col++
		skipped = 0
	}
	return out
}
