package data

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Sheets are the tables that a workbook has. Cells are not among them: of some
// thousand reports they are more rows than a sheet may have.
var Sheets = []*Table{Reports, Wide, Findings, Agencies}

// mostRows is what Excel takes in a sheet, its head among them.
const mostRows = 1_048_576

// A workbook is a year as a workbook, a sheet a table, with the words for readers below
// the keys. Rows beyond what a sheet may have are left out, and told in its last one.
type workbook struct {
	w      io.Writer
	year   int
	file   *excelize.File
	sheets []*sheet
}

type sheet struct {
	table   int
	to      *excelize.StreamWriter
	n, left int
}

func newWorkbook(w io.Writer, year int) (*workbook, error) {
	b := &workbook{w: w, year: year, file: excelize.NewFile()}
	bold, err := b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	quiet, err := b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "666666"}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return nil, err
	}
	for i, t := range Sheets {
		if i == 0 {
			err = b.file.SetSheetName("Sheet1", t.Key)
		} else {
			_, err = b.file.NewSheet(t.Key)
		}
		if err != nil {
			return nil, err
		}
		s := &sheet{table: tableAt(t)}
		if s.to, err = b.file.NewStreamWriter(t.Key); err != nil {
			return nil, err
		}
		if err := s.to.SetPanes(&excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}); err != nil {
			return nil, err
		}
		keys, words := make([]any, len(t.Columns)), make([]any, len(t.Columns))
		for i, c := range t.Columns {
			keys[i] = excelize.Cell{StyleID: bold, Value: c.Key}
			words[i] = excelize.Cell{StyleID: quiet, Value: c.Name.ZH}
		}
		for _, head := range [][]any{keys, words} {
			if err := s.put(head); err != nil {
				return nil, err
			}
		}
		b.sheets = append(b.sheets, s)
	}
	return b, nil
}

func (s *sheet) put(row []any) error {
	s.n++
	return s.to.SetRow("A"+strconv.Itoa(s.n), row)
}

func (b *workbook) part(p *Part) error {
	if p.Year != 0 && p.Year != b.year {
		return nil
	}
	for _, s := range b.sheets {
		rows, err := p.rows(s.table)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if s.n >= mostRows-1 {
				s.left++
				continue
			}
			row := make([]any, len(r))
			for i, v := range r {
				row[i] = Tables[s.table].Columns[i].cell(v)
			}
			if err := s.put(row); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *workbook) end() error {
	defer b.file.Close()
	for _, s := range b.sheets {
		if s.left > 0 {
			if err := s.put([]any{"另有" + strconv.Itoa(s.left) + "行放不下，请用 CSV 文件"}); err != nil {
				return err
			}
		}
		if err := s.to.Flush(); err != nil {
			return err
		}
	}
	var made bytes.Buffer
	if err := b.file.Write(&made); err != nil {
		return err
	}
	return inOrder(b.w, made.Bytes())
}

// inOrder writes a workbook with its parts by name: sheets that were streamed are
// written in whatever order a map has.
func inOrder(w io.Writer, made []byte) error {
	from, err := zip.NewReader(bytes.NewReader(made), int64(len(made)))
	if err != nil {
		return err
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, f := range from.File {
		if err := to.Copy(f); err != nil {
			return err
		}
	}
	return to.Close()
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
