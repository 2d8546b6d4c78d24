// Package place says where in a published file something stands: a line and a
// column, a cell, a page and a box on it. It is a leaf: every number, finding and
// message carries a place, whatever file it came from.
package place

import (
	"fmt"
	"strings"
	"unicode/utf8"
	"unique"
)

// A Pos is a place in a published file. Line and Col are 1-based, Col counts
// code points; both are 0 where the file has no lines (docx, pdf, xlsx) and
// Place tells instead. HTML has both: the line of its source and the cell.
//
// Every cell, line and paragraph of an archive carries one. So the Place, which
// text files do not need and which is the same in report after report, stands
// behind a handle: a Pos is three words, and == still compares places.
type Pos struct {
	Line, Col int
	place     unique.Handle[Place]
}

// In is p with its Place told.
func (p Pos) In(place Place) Pos {
	p.place = unique.Handle[Place]{}
	if place != (Place{}) {
		p.place = unique.Make(place)
	}
	return p
}

// Place tells where p is in a file that has no lines, or in which cell.
func (p Pos) Place() Place {
	if p.place == (unique.Handle[Place]{}) {
		return Place{}
	}
	return p.place.Value()
}

// Shift is p moved to the byte offset in the text that begins there, p where lines are
// not told or the text goes over several.
func (p Pos) Shift(text string, off int) Pos {
	if p.Line == 0 || off <= 0 || strings.Contains(text[:off], "\n") {
		return p
	}
	p.Col += utf8.RuneCountInString(text[:off])
	return p
}

// A Place is where a value stands in a file that has no lines, or which cell
// of which table it is in a file that has both. All numbers are 1-based; 0 is
// "does not apply".
type Place struct {
	Page             int    // page of a PDF
	Box              Box    // on that page, in points from the lower left
	Sheet            string // worksheet
	Para             int    // paragraph of a Word file, those in tables and text boxes counted
	Table, Row, Cell int    // table in the file, row in it, cell in the row as published; on a sheet its row and column
}

// A Box is a rectangle on a PDF page, in points.
type Box struct{ X0, Y0, X1, Y1 float64 }

// IsZero reports whether p names no place at all.
func (p Pos) IsZero() bool { return p == Pos{} }

// String gives "line:col" or the place in words.
func (p Pos) String() string {
	if p.Line > 0 {
		return fmt.Sprintf("%d:%d", p.Line, p.Col)
	}
	return p.Place().String()
}

// String gives the machine form, as "page=2 box=72,310,90,322 table=3 row=5 cell=4".
func (p Place) String() string {
	var parts []string
	if p.Page > 0 {
		parts = append(parts, fmt.Sprintf("page=%d", p.Page))
	}
	if p.Box != (Box{}) {
		parts = append(parts, fmt.Sprintf("box=%.0f,%.0f,%.0f,%.0f", p.Box.X0, p.Box.Y0, p.Box.X1, p.Box.Y1))
	}
	if p.Sheet != "" {
		parts = append(parts, "sheet="+p.Sheet)
	}
	if p.Para > 0 {
		parts = append(parts, fmt.Sprintf("para=%d", p.Para))
	}
	if p.Table > 0 {
		parts = append(parts, fmt.Sprintf("table=%d", p.Table))
	}
	if p.Row > 0 {
		parts = append(parts, fmt.Sprintf("row=%d", p.Row))
	}
	if p.Cell > 0 {
		parts = append(parts, fmt.Sprintf("cell=%d", p.Cell))
	}
	return strings.Join(parts, " ")
}
