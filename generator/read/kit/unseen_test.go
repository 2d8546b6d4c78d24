package kit

import (
	"strings"
	"testing"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/source"
)

// Of what a file hides no more is kept than a report could have, and it is said.
func TestUnseenIsBounded(t *testing.T) {
	d := &grid.Doc{}
	hidden := Unseen{Doc: d}
	hidden.Lines(source.HiddenPageScript, strings.Repeat("// 联系人\n", 100_000), 0, func(int) place.Pos { return place.Pos{} })
	size := 0
	for _, h := range d.Hidden {
		size += len(h.Text)
	}
	if size == 0 || size > maxHidden || len(d.Notes) != 1 {
		t.Errorf("%d bytes kept, notes %q", size, d.Notes)
	}
}
