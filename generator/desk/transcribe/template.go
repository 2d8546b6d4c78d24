// Package transcribe lets people read what no program can: scans, pictures of
// tables, cells that came out garbled. A report goes out as a spreadsheet with
// the three tables as they are printed and the cells that are wanted in yellow;
// what people wrote into it comes back as the readings of <year>.cells.toml. It
// fails towards asking again: a value that is none, a file whose bytes changed,
// or two readers who differ are told and not recorded. Whether the readings are
// used is package archive's business.
package transcribe

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/sign"
)

// A Subject is the file to read.
type Subject struct {
	Agency string // name
	Slug   string // "" outside an archive
	Year   int
	Path   string // from the archive's root, else the file's name
	SHA256 string
	Form   *form.Form
	Report *report.Report // what a program could read; nil for a scan
}

// Names of the sheets and of the cells that hold what a template is about. A
// cell of the form has its key as its name, so that it is found wherever rows
// and columns were moved to.
const (
	cover      = "说明"
	nameSHA    = "ogi.sha256"
	namePath   = "ogi.path"
	nameForm   = "ogi.form"
	namePlace  = "ogi.place." // and the number of the table
	nameWanted = "ogi.cell."  // and the key
)

var sheets = map[form.Table]string{form.Two: "表二", form.Three: "表三", form.Four: "表四"}

// Wanted reports whether a person is to read a cell: no program could, plainly.
func Wanted(c report.Cell) bool {
	return c.Reading != report.ByProgram || !c.Plain() && c.State != report.Dash && c.State != report.Blank || c.State == report.Missing
}

// formName is how a template and <year>.cells.toml name a form.
func formName(f *form.Form) string {
	if f.OneRow && f.Version == "2021" {
		return "2021-one-row"
	}
	return f.Version
}

// Template is the spreadsheet for s.
func Template(s Subject) ([]byte, error) {
	w := &writer{f: excelize.NewFile(), s: s}
	w.styles()
	w.cover()
	for _, t := range []form.Table{form.Two, form.Three, form.Four} {
		w.sheet(t)
	}
	for _, name := range w.f.GetSheetList() {
		w.page(name)
	}
	w.f.SetActiveSheet(0)
	if w.err != nil {
		return nil, w.err
	}
	b, err := w.f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

type writer struct {
	f   *excelize.File
	s   Subject
	err error // the first

	head, wanted, known, text int // styles
}

func (w *writer) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) styles() {
	line := []excelize.Border{{Type: "left", Color: "808080", Style: 1}, {Type: "right", Color: "808080", Style: 1}, {Type: "top", Color: "808080", Style: 1}, {Type: "bottom", Color: "808080", Style: 1}}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "center"}
	style := func(s excelize.Style) int {
		n, err := w.f.NewStyle(&s)
		w.keep(err)
		return n
	}
	w.head = style(excelize.Style{Border: line, Alignment: wrap, Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}}})
	w.wanted = style(excelize.Style{Border: line, NumFmt: 49, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF2A8"}}})
	w.known = style(excelize.Style{Border: line, NumFmt: 49, Font: &excelize.Font{Color: "808080"}})
	w.text = style(excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
}

func (w *writer) set(sheet string, col, row int, v string, style int) string {
	at, err := excelize.CoordinatesToCellName(col, row)
	w.keep(err)
	w.keep(w.f.SetCellStr(sheet, at, sign.Text(v)))
	w.keep(w.f.SetCellStyle(sheet, at, at, style))
	return at
}

// page lets a sheet print on one page's width.
func (w *writer) page(sheet string) {
	yes, wide, a4, any, one := true, "landscape", 9, 0, 1
	w.keep(w.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	w.keep(w.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &wide, FitToWidth: &one, FitToHeight: &any}))
}

// name names the cell at in a sheet.
func (w *writer) name(name, sheet, at string) {
	col := strings.TrimRight(at, "0123456789")
	w.keep(w.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: fmt.Sprintf("'%s'!$%s$%s", sheet, col, at[len(col):])}))
}

func (w *writer) cover() {
	w.keep(w.f.SetSheetName("Sheet1", cover))
	w.keep(w.f.SetColWidth(cover, "A", "A", 16))
	w.keep(w.f.SetColWidth(cover, "B", "B", 90))
	row := 1
	line := func(label, v, name string) {
		w.set(cover, 1, row, label, w.head)
		if at := w.set(cover, 2, row, v, w.text); name != "" {
			w.name(name, cover, at)
		}
		row++
	}
	line("机关", w.s.Agency, "")
	line("报告年度", fmt.Sprint(w.s.Year), "")
	line("文件", w.s.Path, namePath)
	line("SHA-256", w.s.SHA256, nameSHA)
	line("表格格式", formName(w.s.Form), nameForm)
	for _, t := range []form.Table{form.Two, form.Three, form.Four} {
		w.set(cover, 1, row, sheets[t]+"所在处", w.head)
		w.name(namePlace+fmt.Sprint(int(t)), cover, w.set(cover, 2, row, "", w.wanted))
		row++
	}
	row++
	for _, s := range instructions {
		w.set(cover, 2, row, s, w.text)
		w.tall(cover, row, s, 46)
		row++
	}
}

// tall makes a row high enough for a text that wraps; not every program does.
func (w *writer) tall(sheet string, row int, s string, perLine int) {
	w.keep(w.f.SetRowHeight(sheet, row, 18*float64(1+utf8.RuneCountInString(s)/perLine)))
}

var instructions = []string{
	"请对照原文件，把黄色格中的数字照原样填入“表二”“表三”“表四”各页。灰色字是程序已读出的，改动不会被采用。",
	"只抄不算：原文写错的数也照抄，不要为了使合计相符而改动。",
	"原文此格空着，填“空”；原文写的是“/”“-”“—”，照填；看不清的，留着不填。",
	"金额与数量只填数字，如 95、1234.5；全角数字、千分位逗号也可以。表二收费金额按表头单位（万元）填写，原文另标“元”的，连“元”字一起填。",
	"请在上面的黄色格里写明各表在文件中的位置，如“第3页”。",
	"不要改动“文件”“SHA-256”“表格格式”三行；可以调整列宽、插入行，但请不要删除黄色格。",
	"填好后保存，用 ogi transcribe --read 本文件 --by 姓名 读回。由另一人独立再填一份空表、再读回一次，两人一致的格即为“人工校核”。",
}

// value is what a cell of the template shows beforehand, and its style.
func (w *writer) value(key form.Key) (string, int) {
	if w.s.Report == nil {
		return "", w.wanted
	}
	c := w.s.Report.Cell(key)
	switch {
	case Wanted(c):
		return "", w.wanted
	case c.State == report.Number:
		return c.Value.String() + c.Unit.String(), w.known
	case c.State == report.Blank:
		return "空", w.known
	}
	return c.Raw, w.known
}
