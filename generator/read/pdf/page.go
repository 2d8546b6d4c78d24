package pdf

import (
	"strings"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// Limits of what a file draws. A report has some ten pages of a thousand characters.
const (
	maxChars = 2000000
	maxRules = 200000
)

// A page is what one page shows: characters and ruled lines, in points from
// the lower left, in drawing order.
type page struct {
	number   int
	view     rule // what of the page is shown
	chars    []char
	unseen   []char // of which nothing is seen
	rules    []rule
	unknown  int // characters whose text is not known
	hidden   int // characters drawn invisibly over a picture, as text recognition does
	slanted  int // characters of watermarks, left out
	up, down int // characters of lines that run up or down the page
	pictures int

	// While the page is drawn:
	inks   []colour // of the characters
	fills  []fill
	canvas float64     // area of the pictures
	work   *kit.Budget // of the file
}

// A char is one character; (x, y) is the left end of its base line.
type char struct {
	text       string
	x, y, w, h float64
	look       grid.Look
}

// middle is the middle of what a character blackens.
func (c *char) middle() (x, y float64) { return c.x + c.w/2, c.y + 0.35*c.h }

// A fill is a painted area, and how many characters were drawn before it.
type fill struct {
	rule
	ink    colour
	before int
	covers bool // all that is beneath it
}

// A rule is a straight horizontal or vertical line, x0 ≤ x1 and y0 ≤ y1.
type rule struct{ x0, y0, x1, y1 float64 }

func (r rule) flat() bool { return r.x1-r.x0 >= r.y1-r.y0 }

// within is the part of a box that lies in another.
func (r rule) within(b rule) rule {
	return rule{max(r.x0, b.x0), max(r.y0, b.y0), min(r.x1, b.x1), min(r.y1, b.y1)}
}

func (r rule) area() float64 { return max(0, r.x1-r.x0) * max(0, r.y1-r.y0) }

func (r rule) has(x, y float64) bool { return x >= r.x0 && x <= r.x1 && y >= r.y0 && y <= r.y1 }

// everywhere is a page without bounds.
var everywhere = rule{-1e9, -1e9, 1e9, 1e9}

// snap is how far apart two lines may be that mean the same edge.
const snap = 3.0

func digit(s string) bool { return len(s) == 1 && s[0] >= '0' && s[0] <= '9' }

func blank(s string) bool { return strings.TrimFunc(s, kit.IsSpace) == "" }
