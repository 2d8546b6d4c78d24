package page

import (
	"fmt"
	"slices"
	"strconv"

	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Counting says what the numbers of a source view count.
type Counting uint8

const (
	ByLine Counting = iota // lines of the file, as in every editor
	ByPart                 // paragraphs, and rows of tables
	ByPage                 // lines of a page, and rows of tables
	ByRow                  // rows of a sheet
)

// Said is the counting in words.
func (c Counting) Said() tongue.Text {
	return [...]tongue.Text{
		tongue.Of("文件原样，一行一号：L8是文件的第8行。", "The file as published; L8 is its line 8."),
		tongue.Of("按段落和表格列出：“段7”是第7段，“表3·5”是文件中第3个表的第5行。",
			"By paragraph (段7 is the seventh) and by row of a table (表3·5 is row 5 of the third table in the file)."),
		tongue.Of("按页列出：“2页·7”是第2页的第7行文字，“表3·5”是文件中第3个表的第5行。",
			"By page (2页·7 is the seventh line of page 2) and by row of a table (表3·5 is row 5 of the third table in the file)."),
		tongue.Of("按工作表的行列出：“行5”是第5行，“表2·5”是第2张工作表的第5行。",
			"By row of the sheet: 行5 is row 5, 表2·5 is row 5 of the second sheet."),
	}[c]
}

// numbered gives each line of a source view the number that it is painted with:
// of a file of lines that of the line, of others what a person can count.
func numbered(view []report.ViewLine) ([]string, Counting) {
	labels := make([]string, len(view))
	counting := ByPart
	switch {
	case !slices.ContainsFunc(view, func(l report.ViewLine) bool { return l.Pos.Place().Table > 0 || l.Pos.Line == 0 }) && inTurn(view):
		for i, l := range view {
			labels[i] = strconv.Itoa(l.Pos.Line)
		}
		return labels, ByLine
	case slices.ContainsFunc(view, func(l report.ViewLine) bool { return l.Pos.Place().Page > 0 }):
		counting = ByPage
	case slices.ContainsFunc(view, func(l report.ViewLine) bool { return l.Pos.Place().Sheet != "" }):
		counting = ByRow
	}
	paras, page, lines := 0, 0, 0
	var sheets []string
	for i, l := range view {
		p := l.Pos.Place()
		if p.Page != page {
			page, lines = p.Page, 0
		}
		switch {
		case p.Sheet != "":
			sheet := slices.Index(sheets, p.Sheet)
			if sheet < 0 {
				sheet, sheets = len(sheets), append(sheets, p.Sheet)
			}
			if labels[i] = fmt.Sprintf("行%d", p.Row); sheet > 0 {
				labels[i] = fmt.Sprintf("表%d·%d", sheet+1, p.Row)
			}
		case p.Table > 0:
			labels[i] = fmt.Sprintf("表%d·%d", p.Table, p.Row)
		case p.Page > 0:
			lines++
			labels[i] = fmt.Sprintf("%d页·%d", p.Page, lines)
		default:
			paras++
			labels[i] = fmt.Sprintf("段%d", paras)
		}
	}
	return labels, counting
}

// inTurn reports whether the view has every line of its file.
func inTurn(view []report.ViewLine) bool {
	for i, l := range view {
		if l.Pos.Line != i+1 {
			return false
		}
	}
	return true
}
