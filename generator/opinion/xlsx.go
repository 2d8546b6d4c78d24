package opinion

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// XLSX is the sheet as a workbook of one sheet, ready to print sideways on A4.
func (s *Sheet) XLSX() ([]byte, error) {
	w := newBook("修改意见表")
	wide := []float64{5, 6, 20, 11, 11, 34, 18, 17, 24}
	w.columns(wide)
	w.line(w.title, len(wide), s.Title())
	for _, h := range s.Head() {
		w.line(w.plain, len(wide), h)
	}
	w.head(Columns)
	group, n := -1, 0
	for i, l := range s.Lines {
		if int(l.Group) != group {
			group, n = int(l.Group), n+1
			w.line(w.group, len(wide), l.Group.heading(n))
		}
		w.row(l.cells(i+1), wide)
	}
	if len(s.Lines) == 0 {
		w.row([]string{"", "", "", "", "", "未见不符", "", "", ""}, wide)
	}
	w.line(w.small, len(wide), Foot)
	return w.bytes()
}

// A book is a workbook that is written row by row. The first error stays.
type book struct {
	f                                       *excelize.File
	sheet                                   string
	n                                       int
	err                                     error
	title, plain, group, small, cell, heads int
}

func newBook(sheet string) *book {
	w := &book{f: excelize.NewFile(), sheet: sheet}
	w.keep(w.f.SetSheetName("Sheet1", sheet))
	border := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	wrap := func(h string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: h, Vertical: "center", WrapText: true}
	}
	font := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: "宋体", Size: size, Bold: bold}
	}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	w.title = w.style(&excelize.Style{Font: font(16, true), Alignment: wrap("center")})
	w.plain = w.style(&excelize.Style{Font: font(10.5, false), Alignment: wrap("left")})
	w.small = w.style(&excelize.Style{Font: font(9, false), Alignment: wrap("left")})
	w.group = w.style(&excelize.Style{Font: font(10, true), Alignment: wrap("left"), Border: border, Fill: fill("EFEFEF")})
	w.cell = w.style(&excelize.Style{Font: font(9, false), Alignment: wrap("left"), Border: border})
	w.heads = w.style(&excelize.Style{Font: font(10, true), Alignment: wrap("center"), Border: border, Fill: fill("D9E2F3")})
	w.page()
	return w
}

// add begins another sheet.
func (w *book) add(sheet string) {
	_, err := w.f.NewSheet(sheet)
	w.keep(err)
	w.sheet, w.n = sheet, 0
	w.page()
}

func (w *book) page() {
	a4, landscape, wide, high := 9, "landscape", 1, 0
	w.keep(w.f.SetPageLayout(w.sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}))
	fit := true
	w.keep(w.f.SetSheetProps(w.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	w.keep(w.f.SetHeaderFooter(w.sheet, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页，共 &N 页"}))
}

func (w *book) columns(wide []float64) {
	for i, n := range wide {
		name, err := excelize.ColumnNumberToName(i + 1)
		w.keep(err)
		w.keep(w.f.SetColWidth(w.sheet, name, name, n))
	}
}

// line is a row of one cell as wide as the table.
func (w *book) line(style, columns int, text string) {
	w.n++
	a, b := w.at(1), w.at(columns)
	w.keep(w.f.SetCellStr(w.sheet, a, text))
	w.keep(w.f.MergeCell(w.sheet, a, b))
	w.keep(w.f.SetCellStyle(w.sheet, a, b, style))
	high := 18.0
	switch style {
	case w.title:
		high = 30
	case w.small:
		high = 30
	}
	w.keep(w.f.SetRowHeight(w.sheet, w.n, high))
}

// head is the head of the table, repeated on each page and kept in sight.
func (w *book) head(columns []string) {
	w.row(columns, nil)
	w.keep(w.f.SetCellStyle(w.sheet, w.at(1), w.at(len(columns)), w.heads))
	w.keep(w.f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: w.sheet, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", w.sheet, w.n, w.n),
	}))
	w.keep(w.f.SetPanes(w.sheet, &excelize.Panes{Freeze: true, YSplit: w.n, TopLeftCell: fmt.Sprintf("A%d", w.n+1), ActivePane: "bottomLeft"}))
}

// row writes cells; with the widths of the columns it is made as high as its
// text needs, which not every program does by itself.
func (w *book) row(cells []string, wide []float64) {
	w.n++
	lines := 1
	for i, c := range cells {
		if n, err := strconv.ParseInt(c, 10, 64); err == nil && strconv.FormatInt(n, 10) == c {
			w.keep(w.f.SetCellInt(w.sheet, w.at(i+1), n)) // to sort and to add up
		} else {
			w.keep(w.f.SetCellStr(w.sheet, w.at(i+1), c))
		}
		if i < len(wide) {
			lines = max(lines, int(width(c)/(wide[i]-1))+1)
		}
	}
	w.keep(w.f.SetCellStyle(w.sheet, w.at(1), w.at(len(cells)), w.cell))
	w.keep(w.f.SetRowHeight(w.sheet, w.n, min(float64(lines)*12.5+5, 400)))
}

// width is about how many columns of a fixed-width font a text takes.
func width(s string) float64 {
	n := 0.0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) || r >= 0x2000 {
			n += 1.75
		} else {
			n++
		}
	}
	return n
}

func (w *book) at(column int) string {
	name, err := excelize.CoordinatesToCellName(column, w.n)
	w.keep(err)
	return name
}

func (w *book) style(s *excelize.Style) int {
	id, err := w.f.NewStyle(s)
	w.keep(err)
	return id
}

func (w *book) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *book) bytes() ([]byte, error) {
	if w.err != nil {
		return nil, w.err
	}
	var b bytes.Buffer
	err := w.f.Write(&b)
	return slices.Clone(b.Bytes()), err
}
