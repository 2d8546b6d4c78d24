// Package workbook writes tables that an office prints: XLSX sheets on A4 laid
// sideways, one row after the other, with heads that repeat and text that wraps.
// Text and whole numbers come in, bytes go out, the same for the same input; a
// text is never a formula. The first error stays and comes out at the end. It
// knows nothing of reports.
package workbook

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"unicode"

	"github.com/xuri/excelize/v2"

	"ogi/generator/sign"
)

// A Book is a workbook that is written row by row. The first error stays.
type Book struct {
	f     *excelize.File
	sheet string
	wide  []float64 // of the sheet's columns
	n     int
	err   error
	// The styles, for Line and Mark.
	Title, Plain, Group, Small, Cell, Heads, Doubt, Number int
}

func New(sheet string) *Book {
	w := &Book{f: excelize.NewFile(), sheet: sheet}
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
	w.Title = w.style(&excelize.Style{Font: font(16, true), Alignment: wrap("center")})
	w.Plain = w.style(&excelize.Style{Font: font(10.5, false), Alignment: wrap("left")})
	w.Small = w.style(&excelize.Style{Font: font(9, false), Alignment: wrap("left")})
	w.Group = w.style(&excelize.Style{Font: font(10, true), Alignment: wrap("left"), Border: border, Fill: fill("EFEFEF")})
	w.Cell = w.style(&excelize.Style{Font: font(9, false), Alignment: wrap("left"), Border: border})
	w.Number = w.style(&excelize.Style{Font: font(9, false), Alignment: wrap("center"), Border: border})
	w.Doubt = w.style(&excelize.Style{Font: font(9, false), Alignment: wrap("center"), Border: border, Fill: fill("FFF2CC")})
	w.Heads = w.style(&excelize.Style{Font: font(10, true), Alignment: wrap("center"), Border: border, Fill: fill("D9E2F3")})
	w.page()
	return w
}

// Add begins another sheet.
func (w *Book) Add(sheet string) {
	w.widen()
	_, err := w.f.NewSheet(sheet)
	w.keep(err)
	w.sheet, w.n = sheet, 0
	w.page()
}

func (w *Book) page() {
	a4, landscape, wide, high := 9, "landscape", 1, 0
	w.keep(w.f.SetPageLayout(w.sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}))
	fit := true
	w.keep(w.f.SetSheetProps(w.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	w.keep(w.f.SetHeaderFooter(w.sheet, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页，共 &N 页"}))
}

// Columns sets how wide the columns of the sheet are.
func (w *Book) Columns(wide []float64) { w.wide = wide }

// widen sets the widths once the sheet is written, from the right and columns of
// one width together: the library goes through all columns for each that it sets,
// and for each cell, where there are some.
func (w *Book) widen() {
	for to := len(w.wide); to > 0; {
		from := to
		for from > 1 && w.wide[from-2] == w.wide[to-1] {
			from--
		}
		a, err := excelize.ColumnNumberToName(from)
		w.keep(err)
		b, err := excelize.ColumnNumberToName(to)
		w.keep(err)
		w.keep(w.f.SetColWidth(w.sheet, a, b, w.wide[to-1]))
		to = from - 1
	}
	w.wide = nil
}

// Line is a row of one cell as wide as the table.
func (w *Book) Line(style, columns int, text string) {
	w.n++
	a, b := w.at(1), w.at(columns)
	text = sign.Text(text)
	w.keep(w.f.SetCellStr(w.sheet, a, text))
	w.keep(w.f.MergeCell(w.sheet, a, b))
	w.keep(w.f.SetCellStyle(w.sheet, a, b, style))
	high := 18.0
	switch style {
	case w.Title:
		high = 30
	case w.Small:
		high = 30
	}
	w.keep(w.f.SetRowHeight(w.sheet, w.n, high))
}

// Head is the head of the table, repeated on each page and kept in sight.
func (w *Book) Head(columns []string) {
	w.Row(columns, nil)
	w.keep(w.f.SetCellStyle(w.sheet, w.at(1), w.at(len(columns)), w.Heads))
	w.keep(w.f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: w.sheet, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", w.sheet, w.n, w.n),
	}))
	w.keep(w.f.SetPanes(w.sheet, &excelize.Panes{Freeze: true, YSplit: w.n, TopLeftCell: fmt.Sprintf("A%d", w.n+1), ActivePane: "bottomLeft"}))
}

var decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,11})\.[0-9]{1,4}$`)

// Row writes cells; with the widths of the columns it is made as high as its
// text needs, which not every program does by itself.
func (w *Book) Row(cells []string, wide []float64) {
	w.n++
	lines := 1
	for i, c := range cells {
		if n, err := strconv.ParseInt(c, 10, 64); err == nil && strconv.FormatInt(n, 10) == c {
			w.keep(w.f.SetCellInt(w.sheet, w.at(i+1), n)) // to sort and to add up
		} else if x, err := strconv.ParseFloat(c, 64); err == nil && decimal.MatchString(c) {
			w.keep(w.f.SetCellFloat(w.sheet, w.at(i+1), x, -1, 64))
		} else {
			w.keep(w.f.SetCellStr(w.sheet, w.at(i+1), sign.Text(c)))
		}
		if i < len(wide) {
			lines = max(lines, int(width(c)/(wide[i]-1))+1)
		}
	}
	w.keep(w.f.SetCellStyle(w.sheet, w.at(1), w.at(len(cells)), w.Cell))
	w.keep(w.f.SetRowHeight(w.sheet, w.n, min(float64(lines)*12.5+5, 400)))
}

// Height sets the height of the last row, in points.
func (w *Book) Height(points float64) { w.keep(w.f.SetRowHeight(w.sheet, w.n, points)) }

// Mark gives cells of the last row, from one column to another, a style.
func (w *Book) Mark(style, from, to int) {
	w.keep(w.f.SetCellStyle(w.sheet, w.at(from), w.at(to), style))
}

// Link makes a cell of the last row lead to a file beside the workbook.
func (w *Book) Link(column int, file string) {
	w.keep(w.f.SetCellHyperLink(w.sheet, w.at(column), file, "External"))
}

// Merge makes cells of the last row one.
func (w *Book) Merge(from, to int) { w.keep(w.f.MergeCell(w.sheet, w.at(from), w.at(to))) }

// Freeze keeps the first columns in sight besides the rows down to this one.
func (w *Book) Freeze(columns int) {
	name, err := excelize.CoordinatesToCellName(columns+1, w.n+1)
	w.keep(err)
	w.keep(w.f.SetPanes(w.sheet, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: w.n, TopLeftCell: name, ActivePane: "bottomRight"}))
}

// Wide lets a sheet of many columns be as many pages wide, the first columns
// and the head row, which is the last one, on each.
func (w *Book) Wide(pages, columns int) {
	high := 0
	w.keep(w.f.SetPageLayout(w.sheet, &excelize.PageLayoutOptions{FitToWidth: &pages, FitToHeight: &high}))
	name, err := excelize.ColumnNumberToName(columns)
	w.keep(err)
	title := &excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: w.sheet}
	w.keep(w.f.DeleteDefinedName(title))
	title.RefersTo = fmt.Sprintf("'%s'!$A:$%s,'%s'!$%d:$%d", w.sheet, name, w.sheet, w.n, w.n)
	w.keep(w.f.SetDefinedName(title))
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

func (w *Book) at(column int) string {
	name, err := excelize.CoordinatesToCellName(column, w.n)
	w.keep(err)
	return name
}

func (w *Book) style(s *excelize.Style) int {
	id, err := w.f.NewStyle(s)
	w.keep(err)
	return id
}

func (w *Book) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *Book) Bytes() ([]byte, error) {
	w.widen()
	if w.err != nil {
		return nil, w.err
	}
	var b bytes.Buffer
	err := w.f.Write(&b)
	return slices.Clone(b.Bytes()), err
}
