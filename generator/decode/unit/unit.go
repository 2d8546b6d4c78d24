// Package unit holds one report while it is read: the lines and rows of its file, one
// after another, with what each was found to be. The rooms that read a report take a
// Reader in turn and write into it and its report; what they tell one another stands
// here and nowhere else.
package unit

import (
	"strings"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
)

// A Role says what a piece of the file is in the report.
type Role uint8

const (
	NoRole Role = iota
	TitleRole
	HeadingRole
	ProseRole
	LabelRole
	ValueRole
	DateRole
	MetaRole
	ResidueRole
)

// A Unit is one prose line or one table row, in the order of the file.
type Unit struct {
	Block   int
	Line    grid.Line   // a prose line, if row is nil
	Row     []grid.Cell // a table row
	Grid    *grid.Grid
	Heading int // as in grid.Block
	Aside   bool
	Further bool // of a table beside the statutory ones

	Section int    // index of the heading it is, -1
	Table   int    // statutory table it belongs to: 2, 3, 4, or 0
	Role    Role   // of a prose line
	Roles   []Role // of the cells of a row
	Veiled  bool   // a reader sees it only when it is opened
}

// isProseRow knows a row of one cell that holds a sentence or the title: pages
// set whole reports in one table (page-of-one-table).
func isProseRow(row []grid.Cell) bool {
	return len(row) == 1 && (strings.ContainsAny(row[0].Text, "。；") || TitleScore(row[0].Text) >= FullTitle)
}

// IsRow reports whether it is a row and no line.
func (u *Unit) IsRow() bool { return u.Row != nil }

// Pos is where it begins.
func (u *Unit) Pos() place.Pos {
	if u.IsRow() {
		for i := range u.Row {
			if u.Row[i].Text != "" {
				return u.Row[i].Pos
			}
		}
		return u.Row[0].Pos
	}
	return u.Line.Pos
}

// Only gives the text of a row's single filled cell, or a prose line's text.
func (u *Unit) Only() (string, place.Pos, bool) {
	if !u.IsRow() {
		return u.Line.Text, u.Line.Pos, true
	}
	found := -1
	for i := range u.Row {
		if u.Row[i].Text != "" {
			if found >= 0 {
				return "", place.Pos{}, false
			}
			found = i
		}
	}
	if found < 0 {
		return "", place.Pos{}, false
	}
	return u.Row[found].Text, u.Row[found].Pos, true
}

// SetRole gives it, or all its cells, a role.
func (u *Unit) SetRole(r Role) {
	u.Role = r
	for i := range u.Roles {
		u.Roles[i] = r
	}
}

// A Reader holds one report while it is read.
type Reader struct {
	File   *source.File
	Doc    *grid.Doc
	Sight  Sight
	Report *report.Report
	Units  []Unit
	Heads  []Head
	Cells  []Placed

	YearAnywhere int // of the title line or the first year printed
	Again        int // unit where the report is told a second time, 0 if it is not
	SignedAt     int // unit of the sign-off date, -1 if there is none
}

// Placed says which cell of the form was read at which code points of which
// unit, for the source view.
type Placed struct {
	Unit, Cell int32
	Start, End int32 // code points in the cell's or line's text
	Def        int32 // index of the cell in the form
}

// New is a Reader of what is in sight of a document, whose report is r.
func New(f *source.File, d *grid.Doc, s Sight, r *report.Report) *Reader {
	c := &Reader{File: f, Doc: d, Sight: s, SignedAt: -1, Report: r}
	c.flatten()
	return c
}

func (c *Reader) flatten() {
	n := 0
	for i := range c.Doc.Blocks {
		n += len(c.Doc.Blocks[i].Lines)
		if t := c.Sight.table(c.Doc, i); t != nil {
			n += len(t.Rows)
		}
	}
	c.Units = make([]Unit, 0, n)
	for i := range c.Doc.Blocks {
		b, table := &c.Doc.Blocks[i], c.Sight.table(c.Doc, i)
		if b.Veil > 0 && !c.Sight.Open[b.Veil] {
			continue
		}
		from := len(c.Units)
		for j := range b.Lines {
			c.Units = append(c.Units, Unit{Block: i, Line: b.Lines[j], Heading: b.Heading, Aside: b.Aside, Section: -1})
		}
		if table != nil {
			c.rows(i, table, b.Aside)
		}
		for k := from; k < len(c.Units) && b.Veil > 0; k++ {
			c.Units[k].Veiled = true
		}
	}
}

// rows adds the rows of a table; those of one cell that are prose become lines.
func (c *Reader) rows(i int, table *grid.Grid, aside bool) {
	cells := 0
	for _, row := range table.Rows {
		cells += len(row)
	}
	roles := make([]Role, cells)
	for _, row := range table.Rows {
		if len(row) == 0 {
			continue
		}
		if isProseRow(row) {
			line := grid.Line{Text: row[0].Text, Pos: row[0].Pos, Marks: row[0].Marks}
			c.Units = append(c.Units, Unit{Block: i, Line: line, Aside: aside, Section: -1})
		} else {
			c.Units = append(c.Units, Unit{Block: i, Row: row, Grid: table, Aside: aside, Section: -1, Roles: roles[:len(row):len(row)]})
		}
		roles = roles[len(row):]
	}
}

// Leave tells of a unit that it is what a page or a converter left, and no part of the
// report.
func (c *Reader) Leave(u *Unit) {
	u.SetRole(ResidueRole)
	if text, pos, ok := u.Only(); ok {
		c.Report.Residue = append(c.Report.Residue, report.Text{Text: text, Pos: pos})
	}
}
