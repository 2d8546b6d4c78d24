package specimen

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// csv writes the prose as rows of one field and the tables laid out, merged
// cells as empty fields.
func (s *Specimen) csv() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	for _, bl := range s.blocks() {
		if bl.table == nil {
			if err := w.Write([]string{bl.text}); err != nil {
				return nil, err
			}
			continue
		}
		for _, line := range bl.table.layout() {
			var row []string
			for _, sl := range line {
				if sl.first {
					row = append(row, sl.cell.Text)
				} else {
					row = append(row, "")
				}
			}
			if err := w.Write(row); err != nil {
				return nil, err
			}
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// xlsx writes one sheet with merged cells, figures as numbers.
func (s *Specimen) xlsx() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
	set := func(row, col int, text string, number bool) error {
		name, err := excelize.CoordinatesToCellName(col, row)
		if err != nil {
			return err
		}
		if n, err := strconv.ParseFloat(text, 64); number && err == nil {
			return f.SetCellValue(sheet, name, n)
		}
		return f.SetCellValue(sheet, name, text)
	}
	y := 1
	for _, bl := range s.blocks() {
		if bl.table == nil {
			if err := set(y, 1, bl.text, false); err != nil {
				return nil, err
			}
			y++
			continue
		}
		for i, line := range bl.table.layout() {
			for j, sl := range line {
				if !sl.first {
					continue
				}
				if err := set(y+i, j+1, sl.cell.Text, sl.cell.Key != ""); err != nil {
					return nil, err
				}
				if sl.cell.RowSpan > 1 || sl.cell.ColSpan > 1 {
					from, _ := excelize.CoordinatesToCellName(j+1, y+i)
					to, _ := excelize.CoordinatesToCellName(j+sl.cell.ColSpan, y+i+sl.cell.RowSpan-1)
					if err := f.MergeCell(sheet, from, to); err != nil {
						return nil, err
					}
				}
			}
		}
		y += len(bl.table.Rows)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
