package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// addUnshown adds the comments and hidden sheets of a workbook.
func addUnshown(u *kit.Unseen, x *excelize.File, shown []string) {
	isShown := map[string]bool{}
	for _, s := range shown {
		isShown[s] = true
	}
	for _, sheet := range x.GetSheetList() {
		comments, err := x.GetComments(sheet)
		for _, c := range comments {
			if err != nil {
				break
			}
			at := place.Place{Sheet: sheet}
			if col, row, err := excelize.CellNameToCoordinates(c.Cell); err == nil {
				at.Row, at.Cell = row, col
			}
			text := c.Text
			for _, r := range c.Paragraph {
				text += r.Text
			}
			if c.Author != "" && text != "" && !strings.HasPrefix(text, c.Author) {
				text = c.Author + "：" + text
			}
			u.Add(source.HiddenComment, text, place.Pos{}.In(at))
		}
		if isShown[sheet] {
			continue
		}
		it, err := x.Rows(sheet)
		if err != nil {
			continue
		}
		for n := 1; it.Next() && n <= maxRows && !u.Full(); n++ {
			cols, err := it.Columns()
			if err != nil {
				break
			}
			u.Add(source.HiddenSheet, strings.Join(cols, "\t"), place.Pos{}.In(place.Place{Sheet: sheet, Row: n}))
		}
		_ = it.Close()
	}
}
