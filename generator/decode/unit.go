package decode

import (
	"strings"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
)

// A role says what a piece of the file is in the report.
type role uint8

const (
	noRole role = iota
	titleRole
	headingRole
	proseRole
	labelRole
	valueRole
	dateRole
	metaRole
	residueRole
)

// A unit is one prose line or one table row, in the order of the file.
type unit struct {
	block   int
	line    grid.Line   // a prose line, if row is nil
	row     []grid.Cell // a table row
	grid    *grid.Grid
	items   []item // of a table row, as read
	heading int    // as in grid.Block
	aside   bool
	further bool // of a table beside the statutory ones

	section int    // index of the heading it is, -1
	table   int    // statutory table it belongs to: 2, 3, 4, or 0
	role    role   // of a prose line
	roles   []role // of the cells of a row
	first   bool   // first unit of its block
	veiled  bool   // a reader sees it only when it is opened
}

// isProseRow knows a row of one cell that holds a sentence or the title: pages
// set whole reports in one table (page-of-one-table).
func isProseRow(row []grid.Cell) bool {
	return len(row) == 1 && (strings.ContainsAny(row[0].Text, "。；") || titleScore(row[0].Text) >= fullTitle)
}

func (u *unit) isRow() bool { return u.row != nil }

func (u *unit) pos() place.Pos {
	if u.isRow() {
		for i := range u.row {
			if u.row[i].Text != "" {
				return u.row[i].Pos
			}
		}
		return u.row[0].Pos
	}
	return u.line.Pos
}

// only gives the text of a row's single filled cell, or a prose line's text.
func (u *unit) only() (string, place.Pos, bool) {
	if !u.isRow() {
		return u.line.Text, u.line.Pos, true
	}
	found := -1
	for i := range u.row {
		if u.row[i].Text != "" {
			if found >= 0 {
				return "", place.Pos{}, false
			}
			found = i
		}
	}
	if found < 0 {
		return "", place.Pos{}, false
	}
	return u.row[found].Text, u.row[found].Pos, true
}

func (u *unit) setRole(r role) {
	u.role = r
	for i := range u.roles {
		u.roles[i] = r
	}
}

// reader holds one report while it is read.
type reader struct {
	file    *source.File
	doc     *grid.Doc
	sight   sight
	r       *report.Report
	units   []unit
	heads   []head
	cells   []placed
	spare   []cluster // further copies of the tables
	inYears rowSet    // rows of the form that only a table of several years has
	pages   pageSeries

	yearAnywhere int // of the title line or the first year printed
	again        int // unit where the report is told a second time, 0 if it is not
	signedAt     int // unit of the sign-off date, -1 if there is none
}

// placed says which cell of the form was read at which code points of which
// unit, for the source view.
type placed struct {
	unit, cell int32
	start, end int32 // code points in the cell's or line's text
	def        int32 // index of the cell in the form
}

func (c *reader) flatten() {
	n := 0
	for i := range c.doc.Blocks {
		n += len(c.doc.Blocks[i].Lines)
		if t := c.sight.table(c.doc, i); t != nil {
			n += len(t.Rows)
		}
	}
	c.units = make([]unit, 0, n)
	for i := range c.doc.Blocks {
		b, table := &c.doc.Blocks[i], c.sight.table(c.doc, i)
		if b.Veil > 0 && !c.sight.open[b.Veil] {
			continue
		}
		from := len(c.units)
		for j := range b.Lines {
			c.units = append(c.units, unit{block: i, line: b.Lines[j], heading: b.Heading, aside: b.Aside, section: -1, first: j == 0})
		}
		if table != nil {
			c.rows(i, table, b.Aside)
		}
		for k := from; k < len(c.units) && b.Veil > 0; k++ {
			c.units[k].veiled = true
		}
	}
}

// rows adds the rows of a table; those of one cell that are prose become lines.
func (c *reader) rows(i int, table *grid.Grid, aside bool) {
	cells := 0
	for _, row := range table.Rows {
		cells += len(row)
	}
	roles := make([]role, cells)
	for j, row := range table.Rows {
		if len(row) == 0 {
			continue
		}
		if isProseRow(row) {
			line := grid.Line{Text: row[0].Text, Pos: row[0].Pos, Marks: row[0].Marks}
			c.units = append(c.units, unit{block: i, line: line, aside: aside, section: -1, first: j == 0})
		} else {
			c.units = append(c.units, unit{block: i, row: row, grid: table, aside: aside, section: -1, first: j == 0, roles: roles[:len(row):len(row)]})
		}
		roles = roles[len(row):]
	}
}
