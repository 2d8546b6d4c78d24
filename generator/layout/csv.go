package layout

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/source"
)

// maxCSVCells bounds a table file; a report has some four hundred cells.
const maxCSVCells = 200000

// readCSV reads a table file; its separator is the one of , ; and tab that
// parts the most.
func readCSV(f *source.File) (*grid.Doc, error) {
	r := csv.NewReader(strings.NewReader(f.Text))
	r.Comma = separator(f.Text)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	r.ReuseRecord = true
	var rows []sheetRow
	cells := 0
	for {
		rec, err := r.Read()
		if rec == nil && err != nil {
			var e *csv.ParseError
			if errors.As(err, &e) {
				return nil, &source.Error{
					Pos:     source.Pos{Line: e.Line, Col: max(1, e.Column)},
					Message: "CSV 文件此处无法读取（" + e.Err.Error() + "）",
					Remedy:  "请用办公软件打开后另存为 xlsx",
				}
			}
			break
		}
		if cells += len(rec); cells > maxCSVCells {
			return nil, tooLarge(fmt.Sprintf("CSV 文件的单元格超过 %d 个", maxCSVCells))
		}
		row := make(sheetRow, 0, len(rec))
		for i, field := range rec {
			line, col := r.FieldPos(i)
			pos := csvPos(f, line, col, field)
			row = append(row, grid.Cell{Text: strings.TrimFunc(field, isSpace), Pos: pos, Col: i, RowSpan: 1, ColSpan: 1})
		}
		rows = append(rows, row)
	}
	d := &grid.Doc{Layout: "csv", Blocks: sheetBlocks(rows, false)}
	for i := range d.Blocks {
		d.Chars += blockChars(&d.Blocks[i])
	}
	return d, nil
}

func separator(text string) rune {
	best := ','
	for _, c := range ";\t" {
		if strings.Count(text, string(c)) > strings.Count(text, string(best)) {
			best = c
		}
	}
	return best
}

// csvPos is the place of the field's first shown character; the reader counts
// bytes and stops before an opening quote.
func csvPos(f *source.File, line, col int, field string) source.Pos {
	if line < 1 || line > f.Lines() {
		return source.Pos{Line: max(1, line), Col: 1}
	}
	s, start := f.Line(line - 1)
	at := min(max(0, col-1), len(s))
	if at < len(s) && s[at] == '"' {
		at++
	}
	if trimmed := strings.TrimLeftFunc(field, isSpace); trimmed != "" {
		if rest := s[at:]; strings.HasPrefix(rest, field[:len(field)-len(trimmed)]) {
			at += len(field) - len(trimmed)
		}
	}
	return f.Pos(start + at)
}
