package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// dateStyles are the styles of a workbook that show a number as a day. The
// library shows it as a date too, but for the formats that depend on the
// language of Excel (27 to 36, 50 to 58), and a year alone: these look like
// counts.
func dateStyles(x *excelize.File) map[int]bool {
	if x.Styles == nil || x.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if x.Styles.NumFmts != nil {
		for _, f := range x.Styles.NumFmts.NumFmt {
			if f != nil {
				codes[f.NumFmtID] = f.FormatCode
			}
		}
	}
	var out map[int]bool
	for i, xf := range x.Styles.CellXfs.Xf {
		if xf.NumFmtID == nil || !isDateFormat(*xf.NumFmtID, codes) {
			continue
		}
		if out == nil {
			out = map[int]bool{}
		}
		out[i] = true
	}
	return out
}

func isDateFormat(id int, codes map[int]string) bool {
	code, own := codes[id]
	if !own {
		return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58
	}
	quoted, bracket := false, false
	for _, u := range strings.ToLower(code) {
		switch {
		case u == '"':
			quoted = !quoted
		case u == '[':
			bracket = true
		case u == ']':
			bracket = false
		case quoted || bracket:
		case u == 'y' || u == 'd':
			return true
		}
	}
	return false
}

// dayShown is the day as which a cell of digits is shown, "" if it is none.
func dayShown(x *excelize.File, dates map[int]bool, sheet string, row, col int, text string) string {
	if len(dates) == 0 || text == "" || len(text) > 5 || strings.Trim(text, "0123456789") != "" {
		return ""
	}
	name, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil {
		return ""
	}
	if style, err := x.GetCellStyle(sheet, name); err != nil || !dates[style] {
		return ""
	}
	raw, err := x.GetCellValue(sheet, name, excelize.Options{RawCellValue: true})
	if err != nil {
		return ""
	}
	serial, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return ""
	}
	day, err := excelize.ExcelDateToTime(serial, false)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", day.Year(), int(day.Month()), day.Day())
}
