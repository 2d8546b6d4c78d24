// Package chart makes charts from statistics: for each a title, a sentence
// that says with figures what it shows, the same numbers as a table, and the
// options that ECharts draws in the browser.
//
// In come archive entries, out come typed values and JSON; no HTML. It is the
// only package that knows go-echarts, and of it only the option structs: a
// chart is built, validated and marshalled by encoding/json, which escapes
// what a report may have put into a name; the library's own snippet renderer
// does not. Where all numbers are zero or none is known, a chart has no options
// and its sentence says so: an empty frame says less than a sentence. The
// options draw as they are, in Chinese and in the light palette;
// assets/js/charts.js adds theme, language and size.
package chart

import (
	"encoding/json"

	"ogi/generator/tongue"
)

// A Chart is one chart of a page.
type Chart struct {
	ID       string // unique among the kinds of chart, an HTML id
	Title    tongue.Text
	Sentence tongue.Text
	Unit     tongue.Text
	Note     tongue.Text // what to know when reading it, "" if nothing
	N        int         // reports or cases it rests on, as NWord says
	NWord    tongue.Text // "份报告", "件"
	Height   int         // px
	Options  json.RawMessage
	// Kind is set for a chart of one report, and names the options in Kinds. It has
	// none of its own: the page's script fills in the numbers of the statutory tables,
	// which stand on the same page. Table has what it must come to.
	Kind  string
	Empty Empty
	Table Table
}

// Pictured reports whether the chart is drawn.
func (c *Chart) Pictured() bool { return len(c.Options) > 0 || c.Kind != "" && c.Empty == Drawn }

// Empty says why a chart has no options.
type Empty string

const (
	Drawn   Empty = ""
	Zero    Empty = "zero"    // all numbers are zero
	Unknown Empty = "unknown" // no number is known
)

// A Table is the numbers of a chart.
type Table struct {
	Caption tongue.Text
	Corner  tongue.Text // head of the first column
	Columns []tongue.Text
	Rows    []Row
}

// A Row is one row of a Table.
type Row struct {
	Head  tongue.Text
	Cells []Cell
}

// A Cell is one number or word of a Table. Note says why it is unknown or what
// to know about it.
type Cell struct {
	Text    tongue.Text
	Unknown bool
	Note    tongue.Text
}
