package decode

import (
	"testing"

	"ogi/generator/internal/growth"
	"ogi/generator/layout"
)

func TestTimeGrowsWithSize(t *testing.T) {
	for _, s := range growth.Some() {
		growth.Work(t, s.Name, func(size int) func() {
			d, f, err := layout.Read(s.Path, s.Make(size))
			if err != nil {
				return func() {}
			}
			return func() { Doc(f, d) }
		})
	}
}
