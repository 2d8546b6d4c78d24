package layout_test

import (
	"testing"

	"ogi/generator/internal/growth"
	"ogi/generator/layout"
)

func TestTimeGrowsWithSize(t *testing.T) {
	for _, s := range growth.Some() {
		growth.Grows(t, s, func(path string, b []byte) { _, _, _ = layout.Read(path, b) })
	}
}
