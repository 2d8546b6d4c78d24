package transcribe

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"ogi/generator/form"
)

// sheet prints one table as the form prints it.
func (w *writer) sheet(t form.Table) {
	name := sheets[t]
	_, err := w.f.NewSheet(name)
	w.keep(err)
	if t == form.Four {
		w.across(name)
		return
	}
	w.keep(w.f.SetColWidth(name, "A", "A", 62))
	w.keep(w.f.SetColWidth(name, "B", "H", 13))
	row := 0
	var last []string
	for _, r := range w.s.Form.Rows(t) {
		var columns []string
		var keys []form.Key
		label := ""
		for _, d := range w.s.Form.Defs {
			if d.Row == r && d.Table == t {
				l, c := split(d)
				label, columns, keys = l, append(columns, c), append(keys, d.Key)
			}
		}
		if !slices.Equal(columns, last) {
			last = columns
			row++
			w.set(name, 1, row, "", w.head)
			for i, c := range columns {
				w.set(name, i+2, row, c, w.head)
			}
		}
		row++
		w.set(name, 1, row, label, w.head)
		w.tall(name, row, label, 32)
		for i, k := range keys {
			w.cell(name, i+2, row, k)
		}
	}
	if t == form.Three {
		w.keep(w.f.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}))
	}
}

// across prints table four: one row of values below two rows of heads.
func (w *writer) across(name string) {
	w.keep(w.f.SetColWidth(name, "A", "O", 11))
	col := 0
	group, from := "", 1
	merge := func(to int) {
		if to > from {
			a, _ := excelize.CoordinatesToCellName(from, 1)
			b, _ := excelize.CoordinatesToCellName(to, 1)
			w.keep(w.f.MergeCell(name, a, b))
		}
	}
	for _, d := range w.s.Form.Defs {
		if d.Table != form.Four {
			continue
		}
		col++
		label, column := split(d)
		if label != group {
			merge(col - 1)
			group, from = label, col
		}
		w.set(name, col, 1, label, w.head)
		w.set(name, col, 2, column, w.head)
		w.cell(name, col, 3, d.Key)
	}
	merge(col)
}

func (w *writer) cell(sheet string, col, row int, key form.Key) {
	v, style := w.value(key)
	at := w.set(sheet, col, row, v, style)
	if style == w.wanted {
		w.name(nameWanted+key, sheet, at)
	}
}

func split(d form.Def) (row, column string) {
	if row, column, ok := strings.Cut(d.Label, " × "); ok {
		return row, column
	}
	if i := strings.LastIndex(d.Label, " "); i >= 0 {
		return d.Label[:i], d.Label[i+1:]
	}
	return d.Label, ""
}
