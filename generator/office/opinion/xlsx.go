package opinion

import "ogi/generator/office/workbook"

// XLSX is the sheet as a workbook of one sheet, ready to print sideways on A4.
func (s *Sheet) XLSX() ([]byte, error) {
	w := workbook.New("修改意见表")
	wide := []float64{5, 6, 18, 10, 11, 32, 16, 15, 20, 18}
	w.Columns(wide)
	w.Line(w.Title, len(wide), s.Title())
	for _, h := range s.Head() {
		w.Line(w.Plain, len(wide), h)
	}
	w.Head(Columns)
	group, n := -1, 0
	for i, l := range s.Lines {
		if int(l.Group) != group {
			group, n = int(l.Group), n+1
			w.Line(w.Group, len(wide), l.Group.heading(n))
		}
		w.Row(l.cells(i+1), wide)
	}
	if len(s.Lines) == 0 {
		w.Row([]string{"", "", "", "", "", "未见不符", "", "", "", ""}, wide)
	}
	w.Line(w.Small, len(wide), foot)
	return w.Bytes()
}
