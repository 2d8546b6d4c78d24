package tabular

import (
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
)

// A Table is one of the three statutory tables while it is read.
type Table struct {
	*unit.Reader
	Of    form.Table
	own   []int // the units that may belong to it, in order
	Rows  []Row
	Facts report.Table
	Loose report.Evidence // why none of its cells that are lacking was missing in print
}

// Versions counts labels that only one version of the form prints.
type Versions struct{ Old, New int } // of 2019, of 2021

// Count takes in a label.
func (v *Versions) Count(l *form.Label) {
	v.Old += One(l.Old)
	v.New += One(l.New)
}

// Problem tells people what of a table was not understood.
func (t *Table) Problem(pos place.Pos, text string) {
	t.Facts.Problems = append(t.Facts.Problems, report.Text{Text: text, Pos: pos})
}

// Note tells people how something was read.
func (t *Table) Note(r *Row, text string) {
	t.Report.Readings = append(t.Report.Readings, t.At(r).String()+" "+text)
}
