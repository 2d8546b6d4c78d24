package rule

import (
	"testing"

	"ogi/generator/han"
)

// Marks are told of folded lines, and hold for them as published.
func TestMarksAreLeftAlone(t *testing.T) {
	n := 0
	for r := range rune(len(marksOf)) {
		if marksOf[r] == 0 {
			continue
		}
		if n++; han.Simple(r) != r || han.Foreign(r) {
			t.Errorf("%c is folded", r)
		}
	}
	if n < 20 {
		t.Errorf("%d characters are marked", n)
	}
}
