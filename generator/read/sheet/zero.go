package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// zeroStyles are the styles of a workbook that show a zero by no digit: by a
// dash, as those of accounts do, or by nothing at all. The library shows the
// zero; a reader sees what is given here.
func zeroStyles(x *excelize.File) map[int]string {
	if x.Styles == nil || x.Styles.CellXfs == nil || x.Styles.NumFmts == nil {
		return nil
	}
	codes := map[int]string{}
	for _, f := range x.Styles.NumFmts.NumFmt {
		if f != nil {
			if shown, ok := zeroOf(f.FormatCode); ok {
				codes[f.NumFmtID] = shown
			}
		}
	}
	if len(codes) == 0 {
		return nil
	}
	out := map[int]string{}
	for i, xf := range x.Styles.CellXfs.Xf {
		if xf.NumFmtID != nil {
			if shown, ok := codes[*xf.NumFmtID]; ok {
				out[i] = shown
			}
		}
	}
	return out
}

// zeroOf is what a format writes for zero, if that is no digit: the third of its
// sections, of which quoted, escaped and plain marks are written, _x leaves the
// width of x, *x fills up and ? leaves that of a digit.
func zeroOf(code string) (string, bool) {
	section, quoted := 0, false
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		u := code[i]
		switch {
		case u == '"':
			quoted = !quoted
			continue
		case quoted:
		case u == ';':
			section++
			continue
		case section == 2 && (u == '0' || u == '#' || u == '[' || u == '@' || u|0x20 == 'g'):
			return "", false // a digit, a condition, General
		case u == '_' || u == '*':
			i++
			continue
		case u == '?':
			continue
		case u == '\\':
			if i++; i == len(code) {
				continue
			}
			u = code[i]
		}
		if section == 2 {
			out.WriteByte(u)
		}
	}
	return strings.TrimSpace(out.String()), section >= 2
}

// zeroShown is what a reader sees of a cell that the library reads as zero.
func zeroShown(x *excelize.File, zeros map[int]string, sheet string, row, col int, text string) string {
	if len(zeros) == 0 || text == "" || strings.Trim(text, "0.") != "" {
		return text
	}
	name, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil {
		return text
	}
	kind, err := x.GetCellType(sheet, name)
	style, err2 := x.GetCellStyle(sheet, name)
	if err != nil || err2 != nil || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
		return text // zeros that are text are shown as they are
	}
	if shown, ok := zeros[style]; ok {
		return shown
	}
	return text
}
