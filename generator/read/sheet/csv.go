package sheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// SavedAsText reads a sheet that was saved as text, nil if a text is none: each line,
// from the first on, has as many tabs, and cells may be quoted.
func SavedAsText(f *source.File) *grid.Doc {
	first, _ := f.Line(0)
	if strings.Count(first, "\t") < 4 || kit.CheckText(f) != nil {
		return nil
	}
	rows, err := fields(f, '\t')
	if err != nil || !uniform(rows) || len(rows) < 10 {
		return nil
	}
	return docOf(rows)
}

// maxTableCells bounds a table file; a report has some four hundred cells, and
// spreadsheets write many empty ones.
const maxTableCells = 100_000

// readCSV reads a table file; its separator is the one of , ; and tab that
// parts the most.
func readCSV(f *source.File) (*grid.Doc, error) {
	if err := kit.CheckText(f); err != nil {
		return nil, err
	}
	rows, err := fields(f, separator(f.Text))
	if err != nil {
		return nil, err
	}
	return docOf(rows), nil
}

func docOf(rows []record) *grid.Doc {
	return &grid.Doc{Layout: "csv", Blocks: blocks(rows, uniform(rows))}
}

// fields are the records of a table file with their places.
func fields(f *source.File, comma rune) ([]record, error) {
	text := f.Text
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // lines end as on old Macs
	}
	if first, rest, _ := strings.Cut(text, "\n"); strings.HasPrefix(first, "sep=") && len(strings.TrimSpace(first)) == 5 {
		// what spreadsheets write to tell the separator
		comma = rune(first[4])
		text = "\n" + rest
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = comma
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	r.ReuseRecord = true
	var rows []record
	cells := 0
	for {
		rec, err := r.Read()
		if rec == nil && err != nil {
			var e *csv.ParseError
			if errors.As(err, &e) {
				return nil, &source.Error{
					Pos:     place.Pos{Line: e.Line, Col: max(1, e.Column)},
					Message: "CSV 文件此处无法读取（" + e.Err.Error() + "）",
					Remedy:  "请用办公软件打开后另存为 xlsx",
				}
			}
			break
		}
		if cells += len(rec); cells > maxTableCells {
			return nil, kit.TooLarge(fmt.Sprintf("CSV 文件的单元格超过 %d 个", maxTableCells))
		}
		row := make(record, 0, len(rec))
		for i, field := range rec {
			line, col := r.FieldPos(i)
			if bare, at := asText(field); at > 0 {
				field, col = bare, col+at
			}
			pos := fieldPos(f, line, col, field)
			row = append(row, grid.Cell{Text: strings.TrimFunc(field, kit.IsSpace), Pos: pos, Col: i, RowSpan: 1, ColSpan: 1})
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// asText takes off what spreadsheets write around a figure to keep it as text,
// ="12" or '12; n is how many bytes stood before it.
func asText(field string) (bare string, n int) {
	if in, ok := strings.CutPrefix(field, "=\""); ok && strings.HasSuffix(in, "\"") && strings.Count(in, "\"") == 1 {
		return in[:len(in)-1], 2
	}
	if in, ok := strings.CutPrefix(field, "'"); ok && in != "" && strings.Trim(in, "0123456789.,") == "" {
		return in, 1
	}
	return field, 0
}

// uniform reports whether all rows have as many fields: so a program wrote them,
// and each field stands in its column of the sheet.
func uniform(rows []record) bool {
	for _, r := range rows {
		if len(r) != len(rows[0]) {
			return false
		}
	}
	return len(rows) > 0 && len(rows[0]) > 4
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

// fieldPos is the place of the field's first shown character; the reader counts
// bytes and stops before an opening quote.
func fieldPos(f *source.File, line, col int, field string) place.Pos {
	if line < 1 || line > f.Lines() {
		return place.Pos{Line: max(1, line), Col: 1}
	}
	s, start := f.Line(line - 1)
	at := min(max(0, col-1), len(s))
	if at < len(s) && s[at] == '"' {
		at++
	}
	if trimmed := strings.TrimLeftFunc(field, kit.IsSpace); trimmed != "" {
		if rest := s[at:]; strings.HasPrefix(rest, field[:len(field)-len(trimmed)]) {
			at += len(field) - len(trimmed)
		}
	}
	return f.Pos(start + at)
}
