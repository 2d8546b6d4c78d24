package decode

import (
	"testing"

	"ogi/generator/internal/growth"
	"ogi/generator/read"
)

func TestTimeGrowsWithSize(t *testing.T) {
	for _, s := range growth.Some() {
		growth.Work(t, s.Name, func(size int) func() {
			d, f, err := read.File(s.Path, s.Make(size))
			if err != nil {
				return func() {}
			}
			return func() { Doc(f, d) }
		})
	}
}
