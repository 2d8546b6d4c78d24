package table

import (
	"fmt"
	"slices"
	"strings"

	"ogi/generator/decode/tabular"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// readTwo reads table two: a few labelled rows with one to three values.
func (t *tableReader) readTwo() {
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
	t.unlabelled(data, rows, nil)
	t.strays(data)
	t.Facts.Values = 0
	seen := map[string]bool{}
	for _, r := range data {
		if r.Key == "" {
			continue
		}
		if seen[r.Key] {
			t.twice(r)
			continue
		}
		if !r.IsData() && t.later(data, r) {
			continue
		}
		seen[r.Key] = true
		t.Facts.Rows++
		t.Facts.Values += t.fillTwo(r, t.keys(r))
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
func (t *tableReader) fillTwo(r *tabular.Row, keys []string) int {
	n := len(keys)
	if len(r.Fill) == 0 && t.besideLost(r) {
		t.Problem(t.At(r), fmt.Sprintf(lostFigures, t.name(r)))
		return 0
	}
	if t.brokenOff(r) {
		t.Problem(t.At(r), fmt.Sprintf(brokenRow, t.name(r)))
		t.doubtAll(r, keys, report.RowInTwo.Why())
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
		t.setAll(r, keys, cells)
		return count
	}
	fit := mappings(k, n, 100)
	if fit == nil {
		t.Problem(t.At(r), fmt.Sprintf("表二“%s”一行有 %d 个数，应为 %d 个", t.name(r), k, n))
		return k
	}
	// As far as all readings that fit agree (html-row-that-lost-its-label-cell).
	t.miscount(r, n)
	r.Seq = r.Fill
	t.write(r, keys, fit, false, report.AllWaysToFill.Of(k, n))
	return k
}

// keys are the cells of the form in a row.
func (t *tableReader) keys(r *tabular.Row) (keys []form.Key) {
	for i := range t.Report.Form.Defs {
		if d := &t.Report.Form.Defs[i]; d.Row == r.Key {
			keys = append(keys, d.Key)
		}
	}
	return keys
}

// setAll gives a row its cells, one for each key or -1.
func (t *tableReader) setAll(r *tabular.Row, keys []form.Key, cells []int) {
	for j, key := range keys {
		if cells[j] >= 0 {
			t.Set(key, r, cells[j], nil)
		}
	}
}

func (t *tableReader) doubtAll(r *tabular.Row, keys []form.Key, why *report.Why) {
	for _, key := range keys {
		t.Doubt(key, r, why)
	}
}

// miscount tells that a row has too few values or too many.
func (t *tableReader) miscount(r *tabular.Row, n int) {
	switch k := len(r.Fill); {
	case k < n:
		t.Problem(t.At(r), fmt.Sprintf("“%s”一行有 %d 个数，应为 %d 个，缺少 %d 个", t.name(r), k, n, n-k))
	case k > n:
		t.Problem(t.At(r), fmt.Sprintf("“%s”一行有 %d 个数，应为 %d 个，多出 %d 个", t.name(r), k, n, k-n))
	}
}

// write gives the values of a row to its cells as far as the mappings agree.
// Zeros tells that a lost value can only have been a zero.
func (t *tableReader) write(r *tabular.Row, keys []string, fit []mapping, zeros bool, why *report.Why) {
	same := func(a, b int) bool {
		x := &r.Items[r.Seq[a]].V
		return x.State != report.Garbled && x.Same(&r.Items[r.Seq[b]].V)
	}
	// Of cells in one line each, or in running text, a blank one leaves no trace: a
	// zero beside the gap may be in its place as well (zero-beside-a-blank-cell).
	zeros = zeros && !r.Flat && r.Units == nil
	zero := func(a int) bool {
		x := &r.Items[r.Seq[a]].V
		return zeros && (x.State == report.Number && x.Num.IsZero() || x.State == report.Dash || x.State == report.Blank)
	}
	for j, v := range weigh(fit, len(keys), same, zero) {
		switch {
		case v.value >= 0 && r.Items[r.Seq[v.value]].V.State == report.Blank:
			t.Doubt(keys[j], r, report.MaybeBlank.Why())
		case v.value >= 0:
			t.Set(keys[j], r, r.Seq[v.value], why)
		case len(v.both) > 0:
			both := make([]int, len(v.both))
			for i, b := range v.both {
				both[i] = -1
				if b >= 0 {
					both[i] = r.Seq[b]
				}
			}
			t.Doubt(keys[j], r, either(r, both))
		}
	}
}

// name is the row's printed label for messages.
func (t *tableReader) name(r *tabular.Row) string {
	if r.Key == "" {
		return "无标签"
	}
	if t.Of == form.Three {
		return t.Report.Form.RowLabel(r.Key)
	}
	for _, d := range t.Report.Form.Defs {
		if d.Row == r.Key {
			label, _, _ := strings.Cut(d.Label, " ")
			return label
		}
	}
	return r.Key
}

// later reports whether another row of the same key has values. The first may hold
// nothing but its label (html-label-alone-before-its-row).
func (t *tableReader) later(data []*tabular.Row, r *tabular.Row) bool {
	for _, o := range data {
		if o != r && o.Key == r.Key && o.IsData() {
			return true
		}
	}
	return false
}

// twice handles a second row of the same name: if it says something else, none
// of the two can be taken.
func (t *tableReader) twice(r *tabular.Row) {
	if !r.IsData() {
		return
	}
	i, differ := 0, false
	for j, d := range t.Report.Form.Defs {
		if d.Row != r.Key {
			continue
		}
		if i < len(r.Fill) {
			v := &r.Items[r.Fill[i]].V
			c := &t.Report.Cells[j]
			differ = differ || v.State != c.State || v.Num.Cmp(c.Value) != 0
		}
		i++
	}
	if !differ {
		for _, k := range r.Fill {
			if u := t.UnitOf(r, k); u.IsRow() {
				u.Roles[r.Items[k].Cell] = unit.ValueRole
			}
		}
		return
	}
	t.Problem(t.At(r), fmt.Sprintf("“%s”出现两行，数字不同", t.name(r)))
	for j, d := range t.Report.Form.Defs {
		if d.Row == r.Key {
			t.Report.Cells[j] = report.Cell{State: report.Garbled, Pos: t.Report.Cells[j].Pos, Raw: t.Report.Cells[j].Raw, Why: report.RowTwice.Why()}
		}
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
