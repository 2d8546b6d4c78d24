package near_test

import (
	"testing"

	"ogi/generator/near"
	"ogi/generator/report"
)

func TestHasText(t *testing.T) {
	for text, want := range map[string]bool{"": false, " \u3000\t": false, "甲": true, "\u3000 1 ": true} {
		r := &report.Report{View: []report.ViewLine{{}, {Text: text}}}
		if got := near.HasText(r); got != want || got != (near.TextHash(r) != 0) {
			t.Errorf("%q: %v", text, got)
		}
	}
}
