// Package two reads table two: a few rows with one to three values each, in which nothing
// adds up. Rows of a tabular.Table come in and go to their cells by the head and the
// count; what these leave open is garbled.
package two

import (
	"fmt"
	"slices"
	"strings"

	"ogi/generator/decode/beside"
	"ogi/generator/decode/tabular"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A reader reads table two.
type reader struct{ beside.Table }

// Read reads table two: a few labelled rows with one to three values.
func Read(of *tabular.Table) {
	t := reader{beside.Table{Table: of}}
	f := t.Report.Form
	unit := report.NoUnit
	rows := f.Rows(form.Two)
	var data []*tabular.Row
	for i := range t.Rows {
		r := &t.Rows[i]
		t.Know(r)
		if u := amountUnit(r); u != report.NoUnit {
			unit = u
		}
		r.Name(func(l *form.Label) bool { return l.Table == form.Two && slices.Contains(rows, l.Row) })
		if r.IsData() || r.Key != "" && len(r.Vals) > 0 {
			data = append(data, r)
		}
	}
	t.Unlabelled(data, rows, nil)
	t.Strays(data)
	t.Facts.Values = 0
	seen := map[string]bool{}
	for _, r := range data {
		if r.Key == "" {
			continue
		}
		if seen[r.Key] {
			t.Twice(r)
			continue
		}
		if !r.IsData() && t.Later(data, r) {
			continue
		}
		seen[r.Key] = true
		t.Facts.Rows++
		t.Facts.Values += t.fillTwo(r, t.Keys(r))
		if i := f.Index(r.Key + ".amount"); i >= 0 && t.Report.Cells[i].Unit == report.NoUnit && t.Report.Cells[i].State == report.Number {
			t.Report.Cells[i].Unit = unit
		}
	}
}

// amountUnit reads 单位：万元 in the head of the amount column. A 元 counts only
// behind the words that lead to it: it may be what a broken 万元 left.
func amountUnit(r *tabular.Row) report.Unit {
	for k := range r.Items {
		if it := &r.Items[k]; !it.Val && (it.Label().Column == "amount" || strings.Contains(it.Text, "单位")) {
			switch words := form.Norm(it.Text); {
			case strings.Contains(words, "万元"):
				return report.WanYuan
			case strings.Contains(words, "亿元"):
				return report.YiYuan
			case strings.Contains(words, "单位元") || strings.Contains(words, "金额元"):
				return report.Yuan
			}
		}
	}
	return report.NoUnit
}

// fillTwo gives the values of one row to its cells and counts the published
// value cells.
func (t reader) fillTwo(r *tabular.Row, keys []string) int {
	n := len(keys)
	if len(r.Fill) == 0 && t.Lost(r) {
		t.Problem(t.At(r), fmt.Sprintf(beside.LostFigures, t.Name(r)))
		return 0
	}
	if t.BrokenOff(r) {
		t.Problem(t.At(r), fmt.Sprintf(beside.BrokenRow, t.Name(r)))
		t.DoubtAll(r, keys, report.RowInTwo.Why())
		return len(r.Fill)
	}
	t.Facts.Columns = max(t.Facts.Columns, min(len(r.Fill), len(r.Vals)))
	k, count := len(r.Fill), len(r.Vals)
	cells := t.columnsOf(r, keys)
	if cells == nil {
		count = n
		switch {
		case k == n:
			cells = r.Fill
		case k < n && (len(r.Vals) == n && (!r.Aligned || r.Whole) || n == 1 && len(r.Vals) > 0), k == 0 && len(r.Vals) >= n:
			cells = r.Vals
		case k == 0:
			return 0
		}
	}
	if cells != nil {
		t.SetAll(r, keys, cells)
		return count
	}
	fit := tabular.Mappings(k, n, 100)
	if fit == nil {
		t.Problem(t.At(r), fmt.Sprintf("表二“%s”一行有 %d 个数，应为 %d 个", t.Name(r), k, n))
		return k
	}
	// As far as all readings that fit agree (html-row-that-lost-its-label-cell).
	t.Miscount(r, n)
	r.Seq = r.Fill
	t.Write(r, keys, fit, false, report.AllWaysToFill.Of(k, n))
	return k
}

// columnsOf gives the cells of a row of table two by the names in the head
// above it, where that head names just the columns of the row: in another order
// than the form, or some of them. It gives nil where the head tells nothing new.
func (t reader) columnsOf(r *tabular.Row, keys []string) []int {
	names := make([]string, len(keys))
	for j, key := range keys {
		names[j] = key[strings.LastIndexByte(key, '.')+1:]
	}
	var h beside.HeadRow
	for i := range t.Rows {
		o := &t.Rows[i]
		if o == r {
			break
		}
		if o.IsData() || o.Units != nil || o.Aligned != r.Aligned {
			continue
		}
		if x := beside.HeadOfRow(o, names); len(x.Names) > 0 {
			h = x
		}
	}
	if len(h.Names) < 2 && len(h.Names) < len(names) || !h.Sure || len(r.Vals) != len(h.Names) || slices.Equal(h.Names, names) {
		return nil
	}
	cells := make([]int, len(keys))
	for j := range cells {
		cells[j] = -1
	}
	for k, name := range h.Names {
		j := slices.Index(names, name)
		if cells[j] >= 0 || r.Aligned && r.Items[r.Vals[k]].Col != h.Cols[k] {
			return nil
		}
		cells[j] = r.Vals[k]
	}
	return cells
}
