package unit

import "ogi/generator/place"

// A Head is one top-level heading.
type Head struct {
	Unit    int
	N       int    // canonical number, 0 for none of the six
	Weak    bool   // only words of the subject, no known title
	Printed string // 五
	Title   string
	Pos     place.Pos
	Rest    int // byte offset in the unit's text where running text begins, 0 for none
}
