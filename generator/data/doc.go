// Package data is the open data of a site: tables of what is held, read and found, as
// files that other programs open. Agencies come in one by one, as they may be shown,
// and become Chunks: their rows as CSV and JSON lines, packed. A file is the chunks of
// all, in order, one behind another, so that a change of one agency packs only its own
// rows anew. What needs rows again, as a database, unpacks them.
//
// Nothing here depends on the clock or on the order in which agencies came. A value
// that is not known is empty in CSV and null in JSON; why it is not known is in the
// column state.
package data

import (
	"ogi/generator/tongue"
)

// A Table is one kind of rows.
type Table struct {
	Key     string
	Name    tongue.Text
	Columns []Column
	Primary []string // columns that name a row
	Foreign string   // the table whose row each row belongs to, "" for none
	Inner   bool     // it has no file of its own, and is in the database alone
}

// A Column is what rows have in one place.
type Column struct {
	Key  string
	Type Type
	Name tongue.Text // what readers know it by
	Unit tongue.Text // of numbers that have one
	// When says of a number what it counts: InYear or AtEnd.
	When  When
	Forms []string // versions of the form that have it, nil for all
}

// A Type is what values of a column are.
type Type uint8

// The types.
const (
	Text Type = iota
	Integer
	Number // an exact decimal
	Boolean
	Date // YYYY-MM-DD
)

// String is the type as Table Schema names it.
func (t Type) String() string {
	return [...]string{"string", "integer", "number", "boolean", "date"}[t]
}

// A When says whether a number is of what happened in the year or of what was there
// at its end.
type When uint8

// What numbers are of.
const (
	Untimed When = iota
	InYear       // 年内
	AtEnd        // 年末
)

// Words are for readers.
func (w When) Words() tongue.Text {
	return [...]tongue.Text{{}, tongue.Of("年内", "in the year"), tongue.Of("年末", "at its end")}[w]
}

// A Row has a value for each column of its table, as it stands in CSV: true and false
// for Boolean, "" for nothing.
type Row []string
