package decode_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// TestCellsOfSpreadsheets writes one count of a workbook as spreadsheets do:
// what is shown is no count where it was turned into a date or a share.
func TestCellsOfSpreadsheets(t *testing.T) {
	const key = "requests.granted.natural_person"
	numbered := func(id int) func(*excelize.File, string) error {
		return func(f *excelize.File, cell string) error {
			style, err := f.NewStyle(&excelize.Style{NumFmt: id})
			if err != nil {
				return err
			}
			return f.SetCellStyle("Sheet1", cell, cell, style)
		}
	}
	custom := func(format string) func(*excelize.File, string) error {
		return func(f *excelize.File, cell string) error {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err != nil {
				return err
			}
			return f.SetCellStyle("Sheet1", cell, cell, style)
		}
	}
	put := func(v any) func(*excelize.File, string) error {
		return func(f *excelize.File, cell string) error { return f.SetCellValue("Sheet1", cell, v) }
	}
	for _, tt := range []struct {
		name   string
		change func(*excelize.File, string) error
		want   report.State
	}{
		{"as it is", func(*excelize.File, string) error { return nil }, report.Number},
		{"a day", numbered(14), report.Garbled},
		{"a day and a month", numbered(16), report.Garbled},
		{"a month", numbered(17), report.Garbled},
		{"a time", numbered(22), report.Garbled},
		{"a time of day", numbered(20), report.Garbled},
		{"a Chinese date", numbered(31), report.Garbled},
		{"a Chinese month", numbered(57), report.Garbled},
		{"a date of its own", custom("yyyy-mm-dd"), report.Garbled},
		{"a year alone", custom("yyyy"), report.Garbled},
		{"a Chinese day of its own", custom(`m"月"d"日"`), report.Garbled},
		{"a share", numbered(9), report.Garbled},
		{"a share with decimals", numbered(10), report.Garbled},
		{"a fraction", numbered(12), report.Number},
		{"thousands", numbered(3), report.Number},
		{"text", put("4321"), report.Number},
		{"an error", put("#REF!"), report.Garbled},
		{"a date as text", put("3-Jan"), report.Garbled},
	} {
		s := specimen.Random(3, specimen.Options{Distinct: true})
		s.Cells[key] = report.Int(4321)
		s.Print(key, "4321")
		f, err := excelize.OpenReader(bytes.NewReader(s.MustWrite(specimen.XLSX)))
		if err != nil {
			t.Fatal(err)
		}
		at, err := f.SearchSheet("Sheet1", "4321")
		if err != nil || len(at) != 1 {
			t.Fatalf("%v %v", at, err)
		}
		if err := tt.change(f, at[0]); err != nil {
			t.Fatal(err)
		}
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		c := decoded(t, "2024.xlsx", b.Bytes()).Cell(key)
		if c.State != tt.want || c.State == report.Number && c.Value.Cmp(report.Int(4321)) != 0 {
			t.Errorf("%s: %v %q %v (%s), want %v", tt.name, c.State, c.Raw, c.Value, c.Why, tt.want)
		}
	}
}
