package chart

import (
	"math"
	"strconv"
	"strings"
)

// A Spark is the geometry of a small line for a table row, drawn as SVG by the
// template. Lines are the points of one polyline each ("0,12 16,3"); a value
// not known breaks the line. Dots are single values that no line meets, and the
// last one.
type Spark struct {
	Width, Height int
	Lines         []string
	Dots          []Dot
}

// A Dot is a point of a Spark.
type Dot struct {
	X, Y float64
	Last bool
}

// NaN is a value not known.
var NaN = math.NaN()

// NewSpark lays out values from left to right over a zero baseline; NaN is a
// gap. With fewer than two known values there is nothing to compare: no spark.
func NewSpark(values []float64, width, height int) *Spark {
	top, known := 0.0, 0
	for _, v := range values {
		if !math.IsNaN(v) {
			known++
			top = max(top, math.Abs(v))
		}
	}
	if known < 2 {
		return nil
	}
	s := &Spark{Width: width, Height: height}
	const pad = 3.0
	w, h := float64(width)-2*pad, float64(height)-2*pad
	var run []Dot
	flush := func() {
		if len(run) == 1 {
			s.Dots = append(s.Dots, run[0])
		}
		if len(run) > 1 {
			var b strings.Builder
			for i, d := range run {
				if i > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(fixed(d.X) + "," + fixed(d.Y))
			}
			s.Lines = append(s.Lines, b.String())
		}
		run = nil
	}
	var last Dot
	for i, v := range values {
		if math.IsNaN(v) {
			flush()
			continue
		}
		y := pad + h
		if top > 0 {
			y -= h * max(v, 0) / top
		}
		last = Dot{X: tenth(pad + w*float64(i)/float64(len(values)-1)), Y: tenth(y), Last: true}
		run = append(run, Dot{X: last.X, Y: last.Y})
	}
	flush()
	if n := len(s.Dots); n > 0 && s.Dots[n-1].X == last.X {
		s.Dots = s.Dots[:n-1]
	}
	s.Dots = append(s.Dots, last)
	return s
}

func tenth(f float64) float64 { return math.Round(f*10) / 10 }

func fixed(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
