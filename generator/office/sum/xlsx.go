package sum

import (
	"fmt"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/office/workbook"
	"ogi/generator/report"
)

// XLSX is the draft as a workbook: the three tables, every unit's cells, and
// the doubts.
func (s *Sum) XLSX() ([]byte, error) {
	w := workbook.New("表二")
	s.two(w)
	s.three(w)
	s.four(w)
	s.details(w)
	s.doubts(w)
	return w.Bytes()
}

func (s *Sum) top(w *workbook.Book, columns int, name string) {
	w.Line(w.Title, columns, fmt.Sprintf("%d年%s（汇总草稿）", s.Year, name))
	w.Line(w.Plain, columns, s.Summary()+"空白按零计；黄色格有未读出或推定的数字，见“存疑”表。")
}

// put writes a row of a label and cells, the doubtful ones marked.
func put(w *workbook.Book, wide []float64, label string, cells ...Cell) {
	row := []string{label}
	for _, c := range cells {
		row = append(row, c.Value.String())
	}
	w.Row(row, wide)
	w.Mark(w.Number, 2, len(row))
	for i, c := range cells {
		if c.Doubtful() {
			w.Mark(w.Doubt, i+2, i+2)
		}
	}
}

func (s *Sum) two(w *workbook.Book) {
	wide := []float64{30, 22, 22, 22}
	w.Columns(wide)
	s.top(w, 4, "主动公开政府信息情况")
	for _, part := range []struct {
		head []string
		rows []string
		cols []string
	}{
		{[]string{"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"}, []string{"rules", "normative_documents"}, []string{"issued", "repealed", "in_force"}},
		{[]string{"信息内容", "本年处理决定数量"}, []string{"licensing", "penalties", "compulsion"}, []string{"decisions"}},
		{[]string{"信息内容", "本年收费金额（单位：万元）"}, []string{"charges"}, []string{"amount"}},
	} {
		w.Row(part.head, nil)
		w.Mark(w.Heads, 1, len(part.head))
		for _, row := range part.rows {
			var cells []Cell
			for _, col := range part.cols {
				cells = append(cells, s.at("proactive."+row+"."+col))
			}
			spot, _ := check.SpotOf(s.Form, cells[0].Def.Key)
			put(w, wide, spot.Row, cells...)
		}
	}
}

func (s *Sum) three(w *workbook.Book) {
	w.Add("表三")
	wide := []float64{52, 11, 11, 11, 11, 11, 11, 11}
	w.Columns(wide)
	s.top(w, 8, "收到和处理政府信息公开申请情况")
	head := []string{"（第一项加第二项之和，等于第三项加第四项之和）"}
	for _, col := range form.Columns {
		head = append(head, form.ColumnNames[col])
	}
	w.Head(head)
	w.Height(30)
	for _, row := range s.Form.Rows(form.Three) {
		if row == "requests.outcomes_total" && len(s.OneRow) > 0 {
			var cells []Cell
			for _, col := range form.Columns {
				cells = append(cells, s.OneRow[col])
			}
			put(w, wide, "（六）其他处理（部分单位未分行）", cells...)
		}
		var cells []Cell
		for _, col := range form.Columns {
			cells = append(cells, s.at(row+"."+col))
		}
		put(w, wide, s.Form.RowLabel(row), cells...)
	}
}

func (s *Sum) four(w *workbook.Book) {
	w.Add("表四")
	wide := make([]float64, 15)
	for i := range wide {
		wide[i] = 8.5
	}
	w.Columns(wide)
	s.top(w, 15, "政府信息公开行政复议、行政诉讼情况")
	groups, names, values := make([]string, 15), make([]string, 15), make([]string, 15)
	var cells []Cell
	for _, d := range s.Form.Defs {
		if d.Table == form.Four {
			cells = append(cells, s.at(d.Key))
		}
	}
	for i, c := range cells {
		spot, _ := check.SpotOf(s.Form, c.Def.Key)
		groups[i], names[i], values[i] = spot.Row, spot.Column, c.Value.String()
		if i%5 > 0 {
			groups[i] = ""
		}
	}
	w.Row(groups, nil)
	w.Mark(w.Heads, 1, 15)
	w.Height(30)
	for i := range 3 {
		w.Merge(5*i+1, 5*i+5)
	}
	w.Row(names, wide)
	w.Mark(w.Heads, 1, 15)
	w.Row(values, wide)
	w.Mark(w.Number, 1, 15)
	for i, c := range cells {
		if c.Doubtful() {
			w.Mark(w.Doubt, i+1, i+1)
		}
	}
}

// details is every unit's figure of every cell: a unit a column, since a form
// has more cells than most areas have units.
func (s *Sum) details(w *workbook.Book) {
	w.Add("明细")
	wide := []float64{6, 38, 14, 10}
	head := []string{"表", "行", "列", "合计"}
	for _, u := range s.Units {
		wide, head = append(wide, 12), append(head, u.Name)
	}
	w.Columns(wide)
	w.Line(w.Title, min(len(head), 8), fmt.Sprintf("%d年各单位明细", s.Year))
	w.Head(head)
	w.Height(42)
	w.Freeze(4)
	w.Wide(len(s.Units)/16+1, 4)
	row := func(c Cell, label string) {
		spot, _ := check.SpotOf(s.Form, c.Def.Key)
		if label != "" {
			spot = check.Spot{Table: "表三", Row: label, Column: form.ColumnNames[c.Def.Column]}
		}
		cells := []string{spot.Table, spot.Row, spot.Column, c.Value.String()}
		var odd []int
		for i, u := range s.Units {
			got := u.Entry.Report.Cell(c.Def.Key)
			text := check.Shown(got)
			switch {
			case u.Entry.Report.Form.Index(c.Def.Key) < 0, got.State == report.Blank:
				text = ""
			case got.State == report.Missing, got.State == report.Garbled, got.Recovered:
				odd = append(odd, i+5)
			}
			cells = append(cells, text)
		}
		w.Row(cells, nil)
		w.Mark(w.Number, 4, len(cells))
		for _, i := range odd {
			w.Mark(w.Doubt, i, i)
		}
	}
	for _, c := range s.Cells {
		if c.Def.Key == "requests.outcomes_total.natural_person" && len(s.OneRow) > 0 {
			for _, col := range form.Columns {
				row(s.OneRow[col], "（六）其他处理（未分行）")
			}
		}
		row(c, "")
	}
}

func (s *Sum) doubts(w *workbook.Book) {
	w.Add("存疑")
	wide := []float64{6, 24, 28, 7, 32, 14, 10, 50, 22}
	w.Columns(wide)
	w.Line(w.Title, len(wide), "存疑：使用汇总数前请核对")
	w.Head([]string{"序号", "单位", "文件", "表", "行", "列", "原值", "情况", "位置"})
	for i, d := range s.Doubts {
		w.Row([]string{fmt.Sprint(i + 1), d.Unit, d.File, d.Table, d.Row, d.Column, d.Raw, d.What, d.Place}, wide)
	}
	if len(s.Doubts) == 0 {
		w.Row([]string{"", "", "", "", "", "", "", "无", ""}, wide)
	}
}
