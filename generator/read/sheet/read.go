// Package sheet reads what spreadsheets hold: workbooks, table files whose cells
// commas part, and sheets that were saved as text. Rows go out as prose and tables.
package sheet

import (
	"ogi/generator/grid"
	"ogi/generator/source"
)

// Read reads a workbook or a table file.
func Read(f *source.File) (*grid.Doc, error) {
	if f.Kind == source.CSV {
		return readCSV(f)
	}
	return readWorkbook(f)
}
