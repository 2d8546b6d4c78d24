package flat

import (
	"fmt"

	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// three reads table three with each figure on a line of its own. Figures
// come row by row, or a block of rows comes column by column; of the orders
// that are possible those count in which most sums of the form hold. Where two
// hold alike and differ, the cell is doubtful. Where the text's own structure
// tells the order, and the labels agree with it, a row is plain.
func (t *reader) three(lines []line.Line) {
	n := len(form.Columns)
	fs := t.figures(lines)
	f := form.F2021
	if oneRowText(lines) {
		f = form.F2021OneRow
	}
	rows := f.Rows(form.Three)
	if len(fs) != n*len(rows) {
		t.Problem(t.atUnit(lines[0].Unit), fmt.Sprintf("表三的 %d 个数（应为 %d 个）与标签不相连", len(fs), n*len(rows)))
		t.Loose = report.FiguresLoose
		t.besideThree(lines, rows)
		return
	}
	var readings [][]figure
	blocks := byBlocks(fs, n)
	if blocks != nil {
		readings = append(readings, blocks)
	}
	readings = append(readings, fs, downwards(fs, n))
	best, kept := -1.0, [][]figure(nil)
	for _, r := range readings {
		s := sumsHeld(r, f)
		if s > best {
			best, kept = s, nil
		}
		if s == best {
			kept = append(kept, r)
		}
	}
	told := report.ThreeInOrderAdding
	if best < 1 {
		told = report.ThreeInOrder
	}
	doubted := contradicted(lines, kept[0], rows, n)
	plain := map[string]bool{}
	if blocks != nil && alike(blocks, kept[0]) && best >= 0.8 && len(doubted) == 0 {
		plain = placed3(lines, blocks, rows)
	}
	for i, row := range rows {
		r := t.row(kept[0][i*n:(i+1)*n], row, told.Why())
		if plain[row] {
			r.Why = nil
		}
		if row == "requests.other_outcome" {
			r.Key = "" // the form is chosen by a row of that group without a sub-label
		}
		for j := range n {
			for _, other := range kept[1:] {
				if x := other[i*n+j]; !same(x, kept[0][i*n+j]) {
					r.Items[j].V = value.Value{State: report.Garbled, Why: report.ThreeOneOf.With(r.Items[j].Text, x.tok.Text)}
				}
			}
			if doubted[row] {
				r.Items[j].V = value.Garbled(report.LabelsDisagree)
			}
			if best < 0.8 {
				r.Items[j].V = value.Garbled(report.ThreeOutOfOrder)
			}
		}
		if r.Key == "" {
			r.Items = append([]tabular.Item{{Named: &form.Label{Table: form.Three, Group: row}}}, r.Items...)
			r.Units = append([]int{r.Unit}, r.Units...)
		}
		t.Rows = append(t.Rows, r)
	}
}

func same(a, b figure) bool { return a.tok.V.Same(&b.tok.V) }

func alike(a, b []figure) bool {
	for i := range a {
		if !same(a[i], b[i]) {
			return false
		}
	}
	return true
}

// placed3 are the rows that labels and paragraphs alone put where they are. The
// figures are as many as the form has, and paragraphs tell whether they run
// across or down. A row directly behind its label is told by it, since as many
// figures stand before the label as belong there. Other rows are told if they
// have a whole label somewhere, and these labels stand in the form's order
// (figures-one-a-line-in-paragraphs).
func placed3(lines []line.Line, fs []figure, rows []string) map[string]bool {
	n := len(form.Columns)
	at := labelLines(lines)
	held := make([]bool, len(rows))
	for i, row := range rows {
		first, last := fs[i*n].line, fs[i*n+n-1].line
		l, ok := at[row]
		held[i] = ok && l.to == first && last-first == n-1
	}
	plain := map[string]bool{}
	for i := 0; i < len(rows); {
		j := i
		for j < len(rows) && !held[j] {
			j++
		}
		if sound := !tornAndBlank(fs[i*n:j*n], &tabular.AcrossThree); sound {
			for k := i; k < j; k++ {
				plain[rows[k]] = ordered(at, rows, held, k)
			}
		}
		if j < len(rows) {
			plain[rows[j]] = !tornAndBlank(fs[j*n:j*n+n], &tabular.AcrossThree)
		}
		i = j + 1
	}
	return plain
}

// ordered reports whether row k has a label, and all labels that stand apart
// from their rows are on the side of it that their rows are
// (figures-one-a-line-in-paragraphs).
func ordered(at map[string]lineSpan, rows []string, held []bool, k int) bool {
	l, ok := at[rows[k]]
	for i, row := range rows {
		if m, known := at[row]; known && i != k && !held[i] {
			ok = ok && (i < k) == (m.from < l.from)
		}
	}
	return ok
}

// lineSpan is the lines [from,to) that one label takes.
type lineSpan struct{ from, to int }

// labelLines finds the label of each row of table three, on one line or broken
// over several.
func labelLines(lines []line.Line) map[string]lineSpan {
	at := map[string]lineSpan{}
	for i := range lines {
		text := ""
		for k := i; k < len(lines) && k < i+5 && len(lines[k].Words) > 0; k++ {
			if k > i && (len(lines[k-1].Nums) > 0 || tabular.Numbered.MatchString(lines[k].Words[0].Text)) {
				break
			}
			text += lines[k].Joined()
			m := form.Firm(text)
			if m.Row == "" || m.Table != form.Three || m.Column != "" {
				continue
			}
			if l, ok := at[m.Row]; !ok || l.from == i {
				at[m.Row] = lineSpan{i, k + 1}
			}
		}
	}
	return at
}

// besideThree takes the rows whose seven figures stand between their own label
// and that of the next row, and add up (figures-one-a-line-of-a-torn-table,
// figures-one-a-line-before-the-last-label).
func (t *reader) besideThree(lines []line.Line, rows []string) {
	n := len(form.Columns)
	at := labelLines(lines)
	for i, row := range rows {
		l, ok := at[row]
		if !ok || row == "requests.other_outcome" || l.to+n > len(lines) {
			continue
		}
		next := l.to + n
		if i+1 < len(rows) {
			if m, ok := at[rows[i+1]]; !ok || m.from < next || numsIn(lines[next:m.from]) > 0 {
				continue
			}
		} else if numsIn(lines[next:]) > 0 {
			continue
		}
		fs := t.figures(lines[l.to:next])
		if len(fs) != n {
			continue
		}
		if r := t.row(fs, row, report.BetweenLabels.Why()); r.Adds() {
			t.again(&r, lines[next:], row)
			t.Rows = append(t.Rows, r)
		}
	}
}

// again doubts the figures of a row that stand otherwise behind its label in a
// copy of the table further down (TestCopiesAtOddsAreReadFromNeither).
func (t *reader) again(r *tabular.Row, lines []line.Line, row string) {
	l, ok := labelLines(lines)[row]
	if !ok || l.to >= len(lines) || len(lines[l.to].Nums) == 0 {
		return
	}
	to := l.to
	for to < len(lines) && len(lines[to].Words) == 0 {
		to++
	}
	fs := t.figures(lines[l.to:to])
	for i := range r.Items {
		it := &r.Items[i]
		switch {
		case len(fs) != len(r.Items):
			it.V = value.Garbled(report.CopyLacks)
		case !fs[i].tok.V.Same(&it.V):
			it.V = value.Value{State: report.Garbled, Why: report.CopyDiffers.With(it.Text, fs[i].tok.Text)}
		}
	}
}
