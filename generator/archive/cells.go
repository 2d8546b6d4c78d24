package archive

import (
	"fmt"
	"strings"

	"golang.org/x/text/width"

	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
)

// human mends the file that the human readings of a year are bound to, told by
// its bytes. Readings of other bytes are stale and change nothing. A file that
// no program can read becomes a report of nothing but those cells.
func (l *loader) human(e *Entry, jobs []*job) {
	if e.HumanPath == "" || e.Meta.Withdrawn != "" || e.Human.SHA256 == "" {
		return
	}
	at := -1
	for i := range e.Files {
		if e.Files[i].SHA256 == e.Human.SHA256 {
			at = i
			break
		}
	}
	if at < 0 {
		l.say(diag.Warning, e.HumanPath, "stale-cells",
			fmt.Sprintf("请重新录入：ogi transcribe %s/%d", e.Agency.Slug, e.Year),
			"这些人工读数所对应的文件与%d年现有的文件都不相同，未采用", e.Year)
		return
	}
	f := &e.Files[at]
	if f.Report == nil {
		if len(e.Human.Cells) == 0 {
			return
		}
		f.Report = Unread(f.Path, FormOf(e.Human.Form, e.Year))
		for _, j := range jobs {
			if j.f != f {
				continue
			}
			for i := range j.found { // it is read now, if not by a program
				j.found[i].Level = diag.Note
			}
		}
	}
	l.found = append(l.found, Mend(f.Report, e.Human, e.HumanPath)...)
}

// Unread is the report of a file that no program can read: a form, and no cell
// of it.
func Unread(path string, f *form.Form) *report.Report {
	return &report.Report{
		File: path, Form: f, Layout: "by-hand", Fidelity: report.Original, ByHand: true,
		Cells:    make([]report.Cell, len(f.Defs)),
		Readings: []string{"程序不能读取这份文件，表中数字由人从图像中录入；正文未录入。"},
	}
}

// FormOf is the form that a name of <year>.cells.toml stands for, "" for the one
// in force in a report year.
func FormOf(name string, year int) *form.Form {
	switch {
	case name == "2021":
		return form.F2021
	case name == "2021-one-row":
		return form.F2021OneRow
	case name == "2019", name == "" && year < 2021:
		return form.F2019
	}
	return form.F2021
}

// Mend puts human readings into the cells of r that no program could read. A
// cell that was read plainly stays as it is; where the reading differs, the
// diagnostics say so. file is where the readings stand.
func Mend(r *report.Report, h config.Cells, file string) []diag.Diagnostic {
	var ds []diag.Diagnostic
	say := func(line int, level diag.Level, code, remedy, format string, args ...any) {
		ds = append(ds, diag.Diagnostic{
			Level: level, File: file, Pos: place.Pos{Line: line, Col: 1}, Code: code,
			Message: fmt.Sprintf(format, args...), Remedy: remedy,
		})
	}
	if h.Form != "" && !r.Tables[0].Found && !r.Tables[1].Found && !r.Tables[2].Found {
		r.Form = FormOf(h.Form, 0) // the tables are pictures: people saw which form it is
		r.Cells, r.Marks = make([]report.Cell, len(r.Form.Defs)), nil
	}
	if n := len(r.Form.Defs) - len(r.Cells); n > 0 {
		r.Cells = append(r.Cells, make([]report.Cell, n)...)
	}
	seen := map[form.Key]bool{}
	mended := 0
	for _, c := range h.Cells {
		i := r.Form.Index(c.Key)
		switch {
		case i < 0:
			say(c.Line, diag.Error, "unknown-cell", "ogi inspect 列出表格各格的键名", "这份报告的表格没有 %q 这一格", c.Key)
			continue
		case seen[c.Key]:
			say(c.Line, diag.Error, "cell-twice", "请只留一条", "%s 在此写了两次", c.Key)
			continue
		}
		seen[c.Key] = true
		got, ok := ReadByHand(c)
		if !ok {
			say(c.Line, diag.Error, "bad-value", "写数字；空格写“空”；原文是横线的照写", "%q 不能作为一格的内容", c.Value)
			continue
		}
		if same(c.By, c.ReviewedBy) {
			say(c.Line, diag.Warning, "one-reader", "reviewed_by 要写另一个人", "%s 校核的是自己的录入，只算一人", c.By)
			got.Reading, got.Why = report.Entered, why(report.Entered, c)
		}
		was := r.Cells[i]
		if was.Reading == report.ByProgram && (was.State == report.Number && !was.Recovered || was.State == report.Dash) {
			if was.State != got.State || was.State == report.Number && was.Value.Cmp(got.Value) != 0 {
				say(c.Line, diag.Warning, "reading-conflict", "请改正或删去这条读数；文件写明的以文件为准",
					"%s：文件写明是 %s，人工读数 %q 未采用", c.Key, strings.TrimSpace(was.Raw), c.Value)
			}
			continue
		}
		if was.Recovered && was.Value.Cmp(got.Value) != 0 {
			say(c.Line, diag.Note, "reading-differs", "", "%s：程序推定为 %s，人工读作 %q", c.Key, was.Value, c.Value)
		}
		got.Pos = was.Pos
		if got.Raw == "" && got.State != report.Blank {
			got.Raw = c.Value
		}
		if d := r.Form.Defs[i]; d.Amount && got.State == report.Number && got.Unit == report.NoUnit {
			if got.Unit = was.Unit; got.Unit == report.NoUnit && r.Form.Version == "2021" {
				got.Unit = report.WanYuan // printed in the form's own header
			}
		}
		r.Cells[i] = got
		r.Table(r.Form.Defs[i].Table).Found = true
		mended++
	}
	if mended > 0 && !r.ByHand {
		r.Readings = append(r.Readings, fmt.Sprintf("%d 个单元格程序不能读取，由人录入。", mended))
	}
	return ds
}

// ReadByHand is a human reading as a cell; false where the value is none that a
// cell can hold.
func ReadByHand(c config.HumanCell) (report.Cell, bool) {
	out := report.Cell{Raw: c.Raw, Reading: report.Entered}
	if c.ReviewedBy != "" {
		out.Reading = report.Reviewed
	}
	out.Why = why(out.Reading, c)
	v := width.Narrow.String(strings.TrimSpace(c.Value))
	switch v {
	case "空", "空白":
		out.State, out.Raw = report.Blank, ""
		return out, true
	case "/", "-", "—", "——", "–", "无", "\\":
		out.State = report.Dash
		if out.Raw == "" {
			out.Raw = v
		}
		return out, true
	}
	if unit, ok := strings.CutSuffix(v, "万元"); ok {
		v, out.Unit = unit, report.WanYuan
	} else if unit, ok := strings.CutSuffix(v, "元"); ok {
		v, out.Unit = unit, report.Yuan
	}
	v = strings.ReplaceAll(strings.TrimSpace(v), ",", "")
	d, err := report.ParseDecimal(v)
	if err != nil || strings.HasPrefix(v, "+") {
		return out, false
	}
	out.State, out.Value = report.Number, d
	return out, true
}

// why names who read a cell, and where.
func why(r report.Reading, c config.HumanCell) *report.Why {
	switch two := r == report.Reviewed; {
	case two && c.Place != "":
		return report.ByTwoAt.With(c.By, c.ReviewedBy, c.Place)
	case two:
		return report.ByTwo.With(c.By, c.ReviewedBy)
	case c.Place != "":
		return report.ByOneAt.With(c.By, c.Place)
	}
	return report.ByOne.With(c.By)
}

// same tells one name written twice.
func same(a, b string) bool {
	return b != "" && strings.Join(strings.Fields(a), "") == strings.Join(strings.Fields(b), "")
}
