package text_test

import (
	"strings"
	"testing"

	"ogi/generator/read"
)

// A text whose blank lines were thinned out does not tell its rows any more.
func TestTabBordersNeedRowGaps(t *testing.T) {
	text := strings.Repeat("甲\n\n\t\n\n1\n\n\t\n\n2\n\n", 8)
	d, _, err := read.File("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range d.Blocks {
		if b.Table != nil && len(b.Table.Rows) == 1 && len(b.Table.Rows[0]) > 8 {
			t.Errorf("rows run together: %v", b.Table.Rows[0])
		}
	}
}
