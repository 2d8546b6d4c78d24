package roster

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read"
	"ogi/generator/source"
)

// A cell is one cell of the list, with white space around it removed.
type cell struct {
	text string
	at   place.Pos
}

// table is the list as rows: a text with commas, tabs or semicolons, in UTF-8
// with or without a mark, UTF-16 or GB18030; of other kinds of files what their
// tables hold, and what stands alone on the rows of a sheet.
func table(file string, b []byte) ([][]cell, error) {
	f, err := source.Read(file, b)
	if err != nil {
		return nil, err
	}
	switch f.Kind {
	case source.Text, source.CSV, source.Markdown:
		return lines(f.Text)
	}
	d, _, err := read.File(file, b)
	if err != nil {
		var e *source.Error
		if errors.As(err, &e) && e.Remedy != "" {
			return nil, fmt.Errorf("%w（%s；名册也可以另存为 CSV）", err, e.Remedy)
		}
		return nil, err
	}
	var rows [][]cell
	tables := slices.ContainsFunc(d.Blocks, func(b grid.Block) bool { return b.Table != nil })
	for _, block := range d.Blocks {
		if block.Veil > 0 {
			continue
		}
		if block.Table != nil {
			for _, published := range block.Table.Rows {
				rows = append(rows, row(published))
			}
			continue
		}
		if f.Kind == source.XLSX || !tables { // a row of one cell, or a plain list
			for _, l := range block.Lines {
				rows = append(rows, []cell{{strings.TrimSpace(l.Text), l.Pos}})
			}
		}
	}
	return rows, nil
}

// row is a row with a cell in each column.
func row(published []grid.Cell) []cell {
	var cells []cell
	for _, c := range published {
		for len(cells) < c.Col {
			cells = append(cells, cell{at: c.Pos})
		}
		cells = append(cells, cell{strings.TrimSpace(c.Text), c.Pos})
	}
	return cells
}

func lines(text string) ([][]cell, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(text), -1, true
	var rows [][]cell
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := r.FieldPos(0)
		row := make([]cell, len(fields))
		for i, v := range fields {
			row[i] = cell{strings.TrimSpace(v), place.Pos{Line: line, Col: 1}}
		}
		rows = append(rows, row)
	}
}

// separator is what parts the columns of the first line that has any.
func separator(text string) rune {
	for line := range strings.Lines(text) {
		for _, c := range []rune{',', '\t', ';'} {
			if strings.ContainsRune(line, c) {
				return c
			}
		}
	}
	return ','
}

// Rows are all rows of a Word or Excel file as text, tables and lines in the order of
// the file; a line is a row of one cell.
func Rows(file string, b []byte) ([][]string, error) {
	d, _, err := read.File(file, b)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for _, block := range d.Blocks {
		if block.Veil > 0 {
			continue
		}
		if block.Table != nil {
			for _, published := range block.Table.Rows {
				var texts []string
				for _, c := range row(published) {
					texts = append(texts, c.text)
				}
				if texts != nil {
					rows = append(rows, texts)
				}
			}
			continue
		}
		for _, l := range block.Lines {
			if text := strings.TrimSpace(l.Text); text != "" {
				rows = append(rows, []string{text})
			}
		}
	}
	return rows, nil
}
