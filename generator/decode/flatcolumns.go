package decode

import (
	"fmt"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A figure is one figure of a flattened table with the unit it stands in.
type figure struct {
	line  int // index of its line
	unit  int
	block int
	tok   flatToken
}

func (t *tableReader) figures(lines []flatLine) []figure {
	var out []figure
	for i, l := range lines {
		for _, tok := range l.nums {
			out = append(out, figure{line: i, unit: l.unit, block: t.reader.units[l.unit].block, tok: tok})
		}
	}
	return out
}

func (t *tableReader) flatRow(fs []figure, key, why string) trow {
	r := trow{unit: fs[0].unit, key: key, why: why}
	for _, f := range fs {
		r.items = append(r.items, flatItem(f.tok, ""))
		r.units = append(r.units, f.unit)
	}
	return r
}

// flatTwo reads table two with each figure on a line of its own: by order if
// there are as many as the form has cells, else only where a label is directly
// followed by its figures.
func (t *tableReader) flatTwo(lines []flatLine) {
	f := form.F2021
	old, recent := 0, 0
	for i := range lines {
		for _, w := range lines[i].words {
			m := form.Firm(w.text)
			if m.Old {
				old++
			}
			if m.New {
				recent++
			}
			it := item{from: int32(w.from), text: w.text, label: m}
			it.label.Row, it.label.Group = "", ""
			t.rows = append(t.rows, trow{unit: lines[i].unit, items: []item{it}})
		}
	}
	if old > recent {
		f = form.F2019
	}
	fs := t.figures(lines)
	n := 0
	for _, d := range f.Defs {
		if d.Table == form.Two {
			n++
		}
	}
	scattered := t.scattered(lines, f)
	if len(fs) != n || scattered {
		t.problem(t.atUnit(lines[0].unit), fmt.Sprintf("表二有 %d 个数，应为 %d 个，且标签与数字不相连", len(fs), n))
		if !scattered {
			t.beside(lines, f)
		}
		return
	}
	why := brokenLabel
	if t.attached(lines, f) {
		why = ""
	}
	for _, row := range f.Rows(form.Two) {
		k := columnsOf(f, row)
		t.rows = append(t.rows, t.flatRow(fs[:k], row, why))
		fs = fs[k:]
	}
}

func columnsOf(f *form.Form, row string) int {
	n := 0
	for _, d := range f.Defs {
		if d.Row == row {
			n++
		}
	}
	return n
}

func (t *tableReader) atUnit(unit int) placeOf { return placeOf{t.reader.units[unit].pos()} }

// runs gives each label that names a row of table two with the figures that
// directly follow it.
func runs(lines []flatLine, yield func(row string, lines []flatLine)) {
	for i := 0; i < len(lines); i++ {
		row := ""
		for _, w := range lines[i].words {
			if m := form.Firm(w.text); m.Table == form.Two && m.Row != "" && !m.Guess {
				row = m.Row
			}
		}
		if row == "" {
			continue
		}
		j := i + 1
		for j < len(lines) && len(lines[j].words) == 0 {
			j++
		}
		yield(row, lines[i:j])
		i = j - 1
	}
}

// attached reports whether every row's figures directly follow its label.
func (t *tableReader) attached(lines []flatLine, f *form.Form) bool {
	rows := f.Rows(form.Two)
	ok, k := true, 0
	runs(lines, func(row string, part []flatLine) {
		ok = ok && k < len(rows) && rows[k] == row && len(t.figures(part)) == columnsOf(f, row)
		k++
	})
	return ok && k == len(rows)
}

// scattered reports whether some label is directly followed by more or fewer
// figures than its row has: then the order of figures is not that of the rows.
func (t *tableReader) scattered(lines []flatLine, f *form.Form) bool {
	out := false
	runs(lines, func(row string, part []flatLine) {
		if k := len(t.figures(part)); k > 0 && k != columnsOf(f, row) {
			out = true
		}
	})
	return out
}

// beside takes the rows whose figures directly follow their label in the right
// number.
func (t *tableReader) beside(lines []flatLine, f *form.Form) {
	runs(lines, func(row string, part []flatLine) {
		if fs := t.figures(part); len(fs) == columnsOf(f, row) {
			t.rows = append(t.rows, t.flatRow(fs, row, "文字取自 PDF，按紧跟标签的数字认定"))
		}
	})
}

// flatThree reads table three with each figure on a line of its own. Figures
// come row by row, or a block of rows comes column by column; of the orders
// that are possible those count in which most sums of the form hold. Where two
// hold alike and differ, the cell is doubtful.
func (t *tableReader) flatThree(lines []flatLine) {
	n := len(form.Columns)
	fs := t.figures(lines)
	one := oneRowText(lines)
	f := form.F2021
	if one {
		f = form.F2021OneRow
	}
	rows := f.Rows(form.Three)
	if len(fs) != n*len(rows) {
		t.problem(t.atUnit(lines[0].unit), fmt.Sprintf("表三有 %d 个数，应为 %d 个，且标签与数字不相连，未能对应", len(fs), n*len(rows)))
		return
	}
	var readings [][]figure
	if r := byBlocks(fs, n); r != nil {
		readings = append(readings, r)
	}
	readings = append(readings, fs, downwards(fs, n))
	best, kept := -1.0, [][]figure(nil)
	for _, r := range readings {
		s := sums(r, rows, n)
		if s > best {
			best, kept = s, nil
		}
		if s == best {
			kept = append(kept, r)
		}
	}
	why := "文字取自 PDF，标签与数字不相连，按表格次序认定，表内合计成立"
	if best < 1 {
		why = "文字取自 PDF，标签与数字不相连，按表格次序认定"
	}
	doubted := contradicted(lines, kept[0], rows, n)
	for i, row := range rows {
		r := t.flatRow(kept[0][i*n:(i+1)*n], row, why)
		if row == "requests.other_outcome" {
			r.key = "" // the form is chosen by a row of that group without a sub-label
		}
		for j := range n {
			for _, other := range kept[1:] {
				if v := other[i*n+j].tok.v; v.state != r.items[j].v.state || v.num.Cmp(r.items[j].v.num) != 0 {
					r.items[j].v = garbled(r.items[j].text, "可能是 "+r.items[j].text+" 或 "+other[i*n+j].tok.text)
				}
			}
			if doubted[row] {
				r.items[j].v = garbled(r.items[j].text, "紧挨着的标签与表格次序不一致")
			}
			if best < 0.8 {
				r.items[j].v = garbled(r.items[j].text, "标签与数字不相连，按表格次序读出的数不合表内合计")
			}
		}
		if r.key == "" {
			r.items = append([]item{{label: form.Label{Table: form.Three, Group: row}}}, r.items...)
			r.units = append([]int{r.unit}, r.units...)
		}
		t.rows = append(t.rows, r)
	}
}

// contradicted are the rows about which the order of the form and the text
// disagree: a label stands directly before the seven figures of another row.
func contradicted(lines []flatLine, fs []figure, rows []string, n int) map[string]bool {
	out := map[string]bool{}
	for i, row := range rows {
		first, last := fs[i*n].line, fs[i*n+n-1].line
		if first == 0 || last-first != n-1 || len(lines[first-1].nums) > 0 {
			continue
		}
		label := ""
		for _, w := range lines[first-1].words {
			if m := form.Firm(w.text); m.Sure && m.Table == form.Three {
				label = m.Row
			}
		}
		if label != "" && label != row {
			out[row], out[label] = true, true
		}
	}
	return out
}

// oneRowText reports whether （六）其他处理 is printed without its sub-rows.
func oneRowText(lines []flatLine) bool {
	for _, l := range lines {
		for _, w := range l.words {
			switch form.Firm(w.text).Row {
			case "requests.other_outcome.not_supplemented", "requests.other_outcome.fee_unpaid":
				return false
			}
		}
	}
	return true
}

// byBlocks orders figures by the paragraphs they stand in: seven paragraphs of
// k figures each are k rows written column by column. Nil if they do not come
// in sevens.
func byBlocks(fs []figure, n int) []figure {
	var chunks [][]figure
	for i := 0; i < len(fs); {
		j := i + 1
		for j < len(fs) && fs[j].block == fs[i].block {
			j++
		}
		chunks = append(chunks, fs[i:j])
		i = j
	}
	var out []figure
	for len(chunks) > 0 {
		if len(chunks) < n {
			return nil
		}
		k := len(chunks[0])
		for _, c := range chunks[:n] {
			if len(c) != k {
				return nil
			}
		}
		for row := range k {
			for col := range n {
				out = append(out, chunks[col][row])
			}
		}
		chunks = chunks[n:]
	}
	return out
}

// downwards orders figures as if the whole table ran column by column.
func downwards(fs []figure, n int) []figure {
	rows := len(fs) / n
	out := make([]figure, 0, len(fs))
	for r := range rows {
		for c := range n {
			out = append(out, fs[c*rows+r])
		}
	}
	return out
}

// sums is the share of the form's sums that hold in a reading: each row's
// total, each column's outcomes, each column's balance.
func sums(fs []figure, rows []string, n int) float64 {
	v := func(i, j int) int64 {
		f := fs[i*n+j].tok.v
		if f.state != report.Number {
			return 0
		}
		x, _ := whole(f.state, f.num)
		return x
	}
	at := map[string]int{}
	for i, r := range rows {
		at[r] = i
	}
	held, all := 0, 0
	check := func(ok bool) {
		all++
		if ok {
			held++
		}
	}
	for i := range rows {
		var s int64
		for j := range n - 1 {
			s += v(i, j)
		}
		check(s == v(i, n-1))
	}
	for j := range n {
		var s int64
		for i, r := range rows {
			switch r {
			case "requests.received", "requests.carried_in", "requests.outcomes_total", "requests.carried_out":
			default:
				s += v(i, j)
			}
		}
		total := v(at["requests.outcomes_total"], j)
		check(s == total)
		check(v(at["requests.received"], j)+v(at["requests.carried_in"], j) == total+v(at["requests.carried_out"], j))
	}
	return float64(held) / float64(all)
}
