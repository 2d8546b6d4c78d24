package specimen

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// csv writes the prose as rows of one field and the tables laid out, merged
// cells as empty fields.
func (s *Specimen) csv() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	for _, bl := range s.blocks() {
		if bl.pane != "" {
			continue
		}
		if bl.table == nil {
			if err := w.Write([]string{plainText(bl.text)}); err != nil {
				return nil, err
			}
			continue
		}
		for _, line := range bl.table.layout() {
			var row []string
			for _, sl := range line {
				if sl.first {
					row = append(row, plainText(sl.cell.Text))
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
		if ps := pieces(text); len(ps) > 1 || strings.ContainsRune(text, end) {
			return f.SetCellRichText(sheet, name, richText(ps))
		}
		if n, err := strconv.ParseFloat(text, 64); number && err == nil {
			return f.SetCellValue(sheet, name, n)
		}
		return f.SetCellValue(sheet, name, text)
	}
	y := 1
	for _, bl := range s.blocks() {
		if bl.pane != "" {
			continue
		}
		first := y
		if bl.table == nil {
			if err := set(y, 1, bl.text, false); err != nil {
				return nil, err
			}
			y++
			if bl.veil != nil {
				if err := f.SetRowVisible(sheet, first, false); err != nil {
					return nil, err
				}
			}
			continue
		}
		for i, line := range bl.table.layout() {
			for j, sl := range line {
				if !sl.first {
					continue
				}
				if sl.cell.Veiled == "column" {
					name, err := excelize.ColumnNumberToName(j + 1)
					if err != nil {
						return nil, err
					}
					if err := f.SetColVisible(sheet, name, false); err != nil {
						return nil, err
					}
				}
				if err := set(y+i, j+1, sl.cell.Text, true); err != nil {
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
		for i := first; i < y; i++ {
			row := bl.table.Rows[i-first]
			if bl.veil != nil || len(row) > 0 && row[len(row)-1].Veiled == "row" {
				if err := f.SetRowVisible(sheet, i, false); err != nil {
					return nil, err
				}
			}
		}
	}
	if err := s.hiddenSheet(f); err != nil {
		return nil, err
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func richText(ps []piece) []excelize.RichTextRun {
	var runs []excelize.RichTextRun
	for _, p := range ps {
		run := excelize.RichTextRun{Text: p.text}
		if p.way != nil && p.way.Sheet != nil {
			l := p.way.Sheet
			run.Font = &excelize.Font{VertAlign: l.Align, Color: l.Color, Strike: l.Strike, Size: max(l.Size, 11), Family: "Calibri"}
		}
		runs = append(runs, run)
	}
	return runs
}

// hiddenSheet adds HiddenSheet as a sheet that is not shown.
func (s *Specimen) hiddenSheet(f *excelize.File) error {
	if s.HiddenSheet == nil {
		return nil
	}
	const name = "Sheet2"
	if _, err := f.NewSheet(name); err != nil {
		return err
	}
	for i, line := range s.HiddenSheet.layout() {
		for j, sl := range line {
			if !sl.first {
				continue
			}
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				return err
			}
			if err := f.SetCellValue(name, at, sl.cell.Text); err != nil {
				return err
			}
		}
	}
	return f.SetSheetVisible(name, false)
}
