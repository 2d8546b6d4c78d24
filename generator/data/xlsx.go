package data

import (
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Sheets are the tables that a workbook has. Cells are not among them: of some
// thousand reports they are more rows than a sheet may have.
var Sheets = []*Table{Reports, Wide, Findings, Agencies}

// mostRows is what Excel takes in a sheet, its head among them.
const mostRows = 1_048_576

// Workbook writes a year as a workbook, a sheet a table, with the words for readers
// below the keys. Rows beyond what a sheet may have are left out, and told in its
// last one.
func Workbook(w io.Writer, year int, of Shelf) error {
	f := excelize.NewFile()
	defer f.Close()
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	quiet, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "666666"}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	for i, t := range Sheets {
		if i == 0 {
			err = f.SetSheetName("Sheet1", t.Key)
		} else {
			_, err = f.NewSheet(t.Key)
		}
		if err == nil {
			err = t.sheet(f, year, of, bold, quiet)
		}
		if err != nil {
			return err
		}
	}
	return f.Write(w)
}

func (t *Table) sheet(f *excelize.File, year int, of Shelf, bold, quiet int) error {
	s, err := f.NewStreamWriter(t.Key)
	if err != nil {
		return err
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	keys, words := make([]any, len(t.Columns)), make([]any, len(t.Columns))
	for i, c := range t.Columns {
		keys[i] = excelize.Cell{StyleID: bold, Value: c.Key}
		words[i] = excelize.Cell{StyleID: quiet, Value: c.Name.ZH}
	}
	n := 0
	put := func(row []any) error {
		n++
		return s.SetRow("A"+strconv.Itoa(n), row)
	}
	if err := put(keys); err != nil {
		return err
	}
	if err := put(words); err != nil {
		return err
	}
	if t == Agencies {
		year = 0
	}
	left := 0
	err = Rows(of, tableAt(t), year, func(r Row) error {
		if n >= mostRows-1 {
			left++
			return nil
		}
		row := make([]any, len(r))
		for i, v := range r {
			row[i] = t.Columns[i].cell(v)
		}
		return put(row)
	})
	if err == nil && left > 0 {
		err = put([]any{"另有" + strconv.Itoa(left) + "行放不下，请用 CSV 文件"})
	}
	if err != nil {
		return err
	}
	return s.Flush()
}

func tableAt(t *Table) int {
	for i := range Tables {
		if Tables[i] == t {
			return i
		}
	}
	return -1
}

// cell is a value as a sheet takes it: what is text stays text, whatever it begins
// with, and loses what no sheet may hold.
func (c *Column) cell(v string) any {
	switch {
	case v == "":
		return nil
	case c.Type == Integer || c.Type == Number:
		if n, err := strconv.ParseFloat(v, 64); err == nil {
			return n
		}
	case c.Type == Boolean:
		return v == "true"
	}
	v = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, v)
	if r := []rune(v); len(r) > excelize.TotalCellChars {
		v = string(r[:excelize.TotalCellChars])
	}
	return v
}
