package opinion

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"ogi/generator/check"
	"ogi/generator/office/workbook"
	"ogi/generator/sign"
)

// An Overview is all units of a round.
type Overview struct {
	Year, Round int
	Sheets      []*Sheet
	Strays      []Stray
}

// Title heads the overview.
func (o Overview) Title() string {
	return fmt.Sprintf("%d年政府信息公开工作年度报告核对情况总览（第%d轮）", o.Year, o.Round)
}

// Count is how many units stand in that state.
func (o Overview) Count(state string) int { return len(o.only(in(state))) }

// only are the sheets of some units.
func (o Overview) only(of func(*Sheet) bool) []*Sheet {
	return slices.DeleteFunc(slices.Clone(o.Sheets), func(s *Sheet) bool { return !of(s) })
}

func in(state string) func(*Sheet) bool { return func(s *Sheet) bool { return s.State() == state } }

func toCheck(s *Sheet) bool { return s.Wants() }

// Summary is the overview in one sentence.
func (o Overview) Summary() string {
	s := fmt.Sprintf("单位%d个：已收到%d个，未收到%d个，无法读取%d个；其中请核对的%d个。", len(o.Sheets), o.Count(Received), o.Count(Missing), o.Count(Unreadable), len(o.only(toCheck)))
	if len(o.Strays) > 0 {
		s += fmt.Sprintf("另有%d个文件未能对应到单位。", len(o.Strays))
	}
	return s
}

// Lists name the units that are to be asked, a line for each reason.
func (o Overview) Lists() []string {
	var out []string
	for _, l := range []struct {
		title string
		of    func(*Sheet) bool
	}{
		{check.PersonalFirst.Word(nil).ZH, func(s *Sheet) bool { return s.Count(ToRemove) > 0 }},
		{Missing, in(Missing)},
		{Unreadable + "，请另交", in(Unreadable)},
		{"请核对后修改", toCheck},
		{"有提示，供参考", func(s *Sheet) bool { return !toCheck(s) && s.Count(ToNote) > 0 }},
	} {
		var names []string
		for _, s := range o.only(l.of) {
			names = append(names, s.Unit.Name)
		}
		if len(names) > 0 {
			out = append(out, fmt.Sprintf("%s（%d）：%s。", l.title, len(names), strings.Join(names, "、")))
		}
	}
	return out
}

// Columns head the table of units. A first round has nothing to mark.
func (o Overview) Columns() []string {
	return o.some([]string{"序号", "单位", "状态", "核对结果", "请核对：严重", "请核对：一般", "请核对：其他", "提示", "程序未能核对", "已改正", "未改正", "已说明", "新出现", "上年年报", "文件", "备注"})
}

// some leaves the columns of marks out of a first round.
func (o Overview) some(cells []string) []string {
	if o.Round > 1 {
		return cells
	}
	return slices.Concat(cells[:marks], cells[marks+4:])
}

// marks is the first of the four columns of marks.
const marks = 9

// Row is a unit in the table.
func (o Overview) Row(s *Sheet) []string {
	result, last := "", "未提供"
	n := func(n int) string { return fmt.Sprint(n) }
	counts := make([]string, 9)
	if s.Entry != nil {
		result = check.BadgeState(s.Judgement).Word(nil).ZH
		counts = []string{n(s.Severe(check.S1)), n(s.Severe(check.S2)), n(s.Severe(check.S3)), n(s.Count(ToNote)), n(s.Count(Undecided)), n(s.Marked(Corrected)), n(s.Marked(NotCorrected, Changed)), n(s.Marked(Explained)), n(s.Marked(New))}
	}
	if s.Previous != "" {
		last = "有"
	}
	cells := append([]string{n(s.N), s.Unit.Name, s.State(), result}, counts...)
	return o.some(append(cells, last, s.File, strings.Join(slices.Concat(s.Unreadable, s.Notes), "；")))
}

// Numbers is the last column of counts.
func (o Overview) Numbers() int { return len(o.Columns()) - 3 }

// widths are those of the columns, as in a workbook.
func (o Overview) widths() []float64 {
	if o.Round > 1 {
		return []float64{5, 24, 8, 13, 8, 8, 8, 6, 8, 7, 7, 7, 7, 8, 26, 26}
	}
	return []float64{5, 26, 8, 13, 8, 8, 8, 6, 8, 8, 32, 36}
}

// XLSX is the overview as a workbook: all units, those to check, those not
// handed in, those not readable, and files of no unit.
func (o Overview) XLSX() ([]byte, error) {
	w := workbook.New("总览")
	o.table(w, o.Sheets)
	for _, part := range []struct {
		name string
		of   func(*Sheet) bool
	}{
		{"请核对", toCheck},
		{Missing, in(Missing)},
		{Unreadable, in(Unreadable)},
	} {
		w.Add(part.name)
		o.table(w, o.only(part.of))
	}
	w.Add("名单")
	w.Columns([]float64{110})
	w.Line(w.Title, 1, o.Title())
	for _, l := range append([]string{o.Summary()}, o.Lists()...) {
		w.Row([]string{l}, []float64{110})
	}
	w.Add("未对应的文件")
	wide := []float64{6, 60, 60}
	w.Columns(wide)
	w.Line(w.Title, 3, "未能对应到单位的文件")
	w.Head([]string{"序号", "文件", "情况"})
	for i, s := range o.Strays {
		w.Row([]string{fmt.Sprint(i + 1), s.File, s.Note}, wide)
	}
	return w.Bytes()
}

func (o Overview) table(w *workbook.Book, sheets []*Sheet) {
	wide := o.widths()
	w.Columns(wide)
	w.Line(w.Title, len(wide), o.Title())
	w.Line(w.Plain, len(wide), o.Summary())
	w.Head(o.Columns())
	w.Height(32)
	for _, s := range sheets {
		w.Row(o.Row(s), wide)
		w.Mark(w.Number, 1, 1)
		w.Mark(w.Number, 3, len(wide)-2)
		if s.Entry != nil {
			w.Link(2, s.Path()+".docx")
		}
	}
}

// HTML is the overview as a page to read and to print.
func (o Overview) HTML() ([]byte, error) {
	var b strings.Builder
	err := pageTemplate.Execute(&b, o)
	return sign.Page([]byte(b.String())), err
}

var pageTemplate = template.Must(template.New("overview").Parse(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{.Title}}</title>
<style>
@page { size: A4 landscape; margin: 12mm }
body { font: 12px/1.5 "SimSun", "Songti SC", "Noto Serif CJK SC", serif; margin: 1.5em auto; max-width: 277mm; padding: 0 1em }
h1 { font-size: 20px; text-align: center }
h2 { font-size: 14px; margin: 1.5em 0 .4em }
table { width: 100%; border-collapse: collapse }
th, td { border: 1px solid #000; padding: 2px 5px; text-align: left; overflow-wrap: anywhere }
th { background: #d9e2f3 }
td:nth-child(n+5):nth-child(-n+{{.Numbers}}) { text-align: right; white-space: nowrap }
td:first-child, td:nth-child(3), td:nth-child(4) { white-space: nowrap }
a { color: inherit }
thead { display: table-header-group }
tr { break-inside: avoid }
.absent td { background: #f3f3f3 }
</style>
</head>
<body>
<h1>{{.Title}}</h1>
<p>{{.Summary}}</p>
{{range .Lists}}<p>{{.}}</p>
{{end}}<table>
<thead><tr>{{range .Columns}}<th scope="col">{{.}}</th>{{end}}</tr></thead>
<tbody>
{{range .Sheets}}<tr{{if not .Entry}} class="absent"{{end}}>{{$sheet := .}}{{range $i, $cell := $.Row .}}<td>{{if and $sheet.Entry (eq $i 1)}}<a href="{{$sheet.Path}}.docx">{{$cell}}</a>{{else}}{{$cell}}{{end}}</td>{{end}}</tr>
{{end}}</tbody>
</table>
{{with .Strays}}<h2>未能对应到单位的文件</h2>
<table><thead><tr><th scope="col">文件</th><th scope="col">情况</th></tr></thead><tbody>
{{range .}}<tr><td>{{.File}}</td><td>{{.Note}}</td></tr>
{{end}}</tbody></table>{{end}}
<p>说明：核对结果由程序生成，供参考，不是认定结论；“数据不足”指表格没有读全，需人工核对。</p>
</body>
</html>
`))
