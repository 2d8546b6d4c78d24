package decode

import (
	"fmt"
	"strings"

	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// readTwo reads table two: a few labelled rows with one to three values.
func (t *tableReader) readTwo() {
	f := t.Report.Form
	unit := report.NoUnit
	rows := f.Rows(form.Two)
	index := map[string]int{}
	for i, r := range rows {
		index[r] = i
	}
	var data []*trow
	for i := range t.rows {
		r := &t.rows[i]
		t.know(r)
		if u := amountUnit(r); u != report.NoUnit {
			unit = u
		}
		r.labels(func(it *item) bool {
			if _, ok := index[it.label().Row]; ok && it.label().Table == form.Two {
				r.key, r.guess = it.label().Row, it.label().Guess
				return false
			}
			return true
		})
		if r.guess {
			r.why = report.ByLikeness.Why()
		}
		if r.isData() || r.key != "" && len(r.vals) > 0 {
			data = append(data, r)
		}
	}
	t.unlabelled(data, rows, nil)
	t.strays(data)
	t.facts.Values = 0
	seen := map[string]bool{}
	for _, r := range data {
		if r.key == "" {
			continue
		}
		if seen[r.key] {
			t.twice(r)
			continue
		}
		if !r.isData() && t.later(data, r) {
			continue
		}
		seen[r.key] = true
		var keys []string
		for _, d := range f.Defs {
			if d.Row == r.key {
				keys = append(keys, d.Key)
			}
		}
		t.facts.Rows++
		t.facts.Values += t.fillTwo(r, keys)
		if i := f.Index(r.key + ".amount"); i >= 0 && t.Report.Cells[i].Unit == report.NoUnit && t.Report.Cells[i].State == report.Number {
			t.Report.Cells[i].Unit = unit
		}
	}
}

// amountUnit reads 单位：万元 in the head of the amount column. A 元 counts only
// behind the words that lead to it: it may be what a broken 万元 left.
func amountUnit(r *trow) report.Unit {
	for k := range r.items {
		if it := &r.items[k]; !it.val && (it.label().Column == "amount" || strings.Contains(it.text, "单位")) {
			switch words := form.Norm(it.text); {
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
func (t *tableReader) fillTwo(r *trow, keys []string) int {
	n := len(keys)
	if len(r.fill) == 0 && t.besideLost(r) {
		t.problem(t.at(r), fmt.Sprintf(lostFigures, t.name(r)))
		return 0
	}
	if t.brokenOff(r) {
		t.problem(t.at(r), fmt.Sprintf(brokenRow, t.name(r)))
		for _, key := range keys {
			t.doubt(key, r, report.RowInTwo.Why())
		}
		return len(r.fill)
	}
	t.facts.Columns = max(t.facts.Columns, min(len(r.fill), len(r.vals)))
	if cells := t.columnsOf(r, keys); cells != nil {
		for j, key := range keys {
			if cells[j] >= 0 {
				t.set(key, r, cells[j], nil)
			}
		}
		return len(r.vals)
	}
	switch k := len(r.fill); {
	case k == n:
		for j, key := range keys {
			t.set(key, r, r.fill[j], nil)
		}
		return n
	case k < n && (len(r.vals) == n && (!r.aligned || r.whole) || n == 1 && len(r.vals) > 0):
		for j, key := range keys {
			t.set(key, r, r.vals[j], nil)
		}
		return n
	case k == 0 && len(r.vals) >= n:
		for j, key := range keys {
			t.set(key, r, r.vals[j], nil)
		}
		return n
	case k == 0:
		return 0
	}
	fit := mappings(len(r.fill), n, 100)
	if fit == nil {
		t.problem(t.at(r), fmt.Sprintf("表二“%s”一行有 %d 个数，应为 %d 个", t.name(r), len(r.fill), n))
		return len(r.fill)
	}
	t.settle(r, keys, fit)
	return len(r.fill)
}

// settle writes the cells of a row that has too few or too many values, as far
// as all readings that fit agree (html-row-that-lost-its-label-cell).
func (t *tableReader) settle(r *trow, keys []string, fit []mapping) {
	word := "缺少"
	if len(r.fill) > len(keys) {
		word = "多出"
	}
	t.problem(t.at(r), fmt.Sprintf("“%s”一行有 %d 个数，应为 %d 个，%s %d 个", t.name(r), len(r.fill), len(keys), word, abs(len(keys)-len(r.fill))))
	r.seq = r.fill
	t.write(r, keys, fit, false, report.AllWaysToFill.Of(len(r.fill), len(keys)))
}

// write gives the values of a row to its cells as far as the mappings agree.
// Zeros tells that a lost value can only have been a zero.
func (t *tableReader) write(r *trow, keys []string, fit []mapping, zeros bool, why *report.Why) {
	same := func(a, b int) bool {
		x, y := &r.items[r.seq[a]].v, &r.items[r.seq[b]].v
		return x.State == y.State && x.State != report.Garbled && x.Num.Cmp(y.Num) == 0
	}
	// Of cells in one line each, or in running text, a blank one leaves no trace: a
	// zero beside the gap may be in its place as well (zero-beside-a-blank-cell).
	zeros = zeros && !r.flat && r.units == nil
	zero := func(a int) bool {
		x := &r.items[r.seq[a]].v
		return zeros && (x.State == report.Number && x.Num.IsZero() || x.State == report.Dash || x.State == report.Blank)
	}
	for j, v := range weigh(fit, len(keys), same, zero) {
		switch {
		case v.value >= 0 && r.items[r.seq[v.value]].v.State == report.Blank:
			t.doubt(keys[j], r, report.MaybeBlank.Why())
		case v.value >= 0:
			t.set(keys[j], r, r.seq[v.value], why)
		case len(v.both) > 0:
			both := make([]int, len(v.both))
			for i, b := range v.both {
				both[i] = -1
				if b >= 0 {
					both[i] = r.seq[b]
				}
			}
			t.doubt(keys[j], r, either(r, both))
		}
	}
}

// name is the row's printed label for messages.
func (t *tableReader) name(r *trow) string {
	if r.key == "" {
		return "无标签"
	}
	if t.t == form.Three {
		return t.Report.Form.RowLabel(r.key)
	}
	for _, d := range t.Report.Form.Defs {
		if d.Row == r.key {
			label, _, _ := strings.Cut(d.Label, " ")
			return label
		}
	}
	return r.key
}

// later reports whether another row of the same key has values. The first may hold
// nothing but its label (html-label-alone-before-its-row).
func (t *tableReader) later(data []*trow, r *trow) bool {
	for _, o := range data {
		if o != r && o.key == r.key && o.isData() {
			return true
		}
	}
	return false
}

// twice handles a second row of the same name: if it says something else, none
// of the two can be taken.
func (t *tableReader) twice(r *trow) {
	if !r.isData() {
		return
	}
	i, differ := 0, false
	for j, d := range t.Report.Form.Defs {
		if d.Row != r.key {
			continue
		}
		if i < len(r.fill) {
			v := &r.items[r.fill[i]].v
			c := &t.Report.Cells[j]
			differ = differ || v.State != c.State || v.Num.Cmp(c.Value) != 0
		}
		i++
	}
	if !differ {
		for _, k := range r.fill {
			if u := t.units1(r, k); u.IsRow() {
				u.Roles[r.items[k].cell] = unit.ValueRole
			}
		}
		return
	}
	t.problem(t.at(r), fmt.Sprintf("“%s”出现两行，数字不同", t.name(r)))
	for j, d := range t.Report.Form.Defs {
		if d.Row == r.key {
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
