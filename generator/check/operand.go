package check

import (
	"strings"

	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

var tableNames = map[form.Table]tongue.Text{
	form.Two: tongue.Of("表二", "table two"), form.Three: tongue.Of("表三", "table three"), form.Four: tongue.Of("表四", "table four"),
}

// Label names a cell of a form as readers know it: 表三 （一）予以公开 总计.
func Label(f *form.Form, key form.Key) string {
	i := f.Index(key)
	if i < 0 {
		return key
	}
	if names, ok := labels[f]; ok {
		return names[i]
	}
	return label(&f.Defs[i])
}

func label(d *form.Def) string {
	return tableNames[d.Table].ZH + " " + strings.ReplaceAll(d.Label, " × ", " ")
}

// labels are those of the cells of each form: every sum that is asked names some.
var labels = func() map[*form.Form][]string {
	all := map[*form.Form][]string{}
	for _, f := range []*form.Form{form.F2021, form.F2021OneRow, form.F2019} {
		for i := range f.Defs {
			all[f] = append(all[f], label(&f.Defs[i]))
		}
	}
	return all
}()

// Shown is a cell's value as a formula or an operand shows it: what the agency
// wrote, else the state in a word.
func Shown(c report.Cell) string {
	switch c.State {
	case report.Number:
		return c.Value.String()
	case report.Blank:
		return "空"
	case report.Missing:
		return "缺"
	}
	if c.Raw != "" {
		return strings.TrimSpace(c.Raw)
	}
	return "？"
}

// CellOf is a cell of a report as an operand. file is empty for the report
// that is judged, else the path of the other one.
func CellOf(r *report.Report, key form.Key, file string) Operand {
	c := r.Cell(key)
	text := Shown(c)
	if c.State == report.Number {
		text += c.Unit.String()
	}
	return Operand{Key: key, Label: Label(r.Form, key), Text: text, File: file, Pos: c.Pos}
}

// Cell is a cell of the report that is judged as an operand.
func (p *Run) Cell(key form.Key) Operand { return CellOf(p.Report, key, "") }

// Words are a passage as an operand.
func Words(label string, t report.Text) Operand {
	return Operand{Label: label, Text: t.Text, Pos: t.Pos}
}

// Day is a date as an operand.
func Day(label string, d report.Date) Operand {
	text := d.Text
	if text == "" {
		text = ISO(d)
	}
	return Operand{Label: label, Text: text, Pos: d.Pos}
}

// Place is the place of a finding: that of its first operand that has one.
func Place(ops []Operand) place.Pos {
	for _, o := range ops {
		if !o.Pos.IsZero() && o.File == "" {
			return o.Pos
		}
	}
	return place.Pos{}
}

// Firm reports whether a fail may rest on a cell: a number read at its own
// place and from one line. Pieces on two lines may be a number and something
// else, as a page number.
func Firm(c report.Cell) bool { return c.Plain() && !strings.Contains(c.Raw, "\n") }
