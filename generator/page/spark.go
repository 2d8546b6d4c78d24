package page

import (
	"fmt"
	"strings"
)

// spark draws a series from a zero baseline; nil where fewer than two values
// are known, or where all are zero and the line would say nothing. A gap breaks the line.
func spark(xs []*float64) *Spark {
	top, known := 0.0, 0
	for _, x := range xs {
		if x != nil {
			top, known = max(top, *x), known+1
		}
	}
	if known < 2 || top == 0 {
		return nil
	}
	s := &Spark{}
	var run []string
	flush := func() {
		if len(run) > 1 {
			s.Lines = append(s.Lines, strings.Join(run, " "))
		}
		run = nil
	}
	for i, x := range xs {
		if x == nil {
			flush()
			continue
		}
		x, y := 4+i*92/(len(xs)-1), 20-int(*x/top*16+0.5)
		s.Points += fmt.Sprintf("M%d %dh0", x, y)
		run = append(run, fmt.Sprintf("%d,%d", x, y))
	}
	flush()
	return s
}
