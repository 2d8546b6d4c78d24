package page

import (
	"testing"

	"ogi/generator/report"
)

// The mark of a note is told beside a number and in words, and is no part of it.
func TestCellTellsItsNote(t *testing.T) {
	c := cell(7, report.Cell{State: report.Number, Value: report.Int(5), Raw: "5", Note: "[1]"})
	if c.Text != "5" || c.Note != "[1]" || c.Title != "原文此处有注号[1]" {
		t.Errorf("%+v", c)
	}
}
