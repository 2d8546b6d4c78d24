package flat

import (
	"slices"

	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// four reads table four. Fifteen figures on one line, and no other, are
// plain, and so are fifteen behind a whole head: their sums may be false, unless
// a torn figure would explain it. Elsewhere they must make three sums of four: in
// the order of the form, or with the totals, or whole groups, moved out of it.
// Where several such readings fit, only what they agree in is taken.
func (t *reader) four(lines []line.Line) {
	fs := t.figures(lines)
	r := t.row(fs, "", nil)
	switch {
	case len(fs) != 15:
		if brokenByCells(lines) {
			r.Doubt(report.TornAbout)
		}
	case fs[0].line == fs[14].line:
		r.Named = wholeHead(lines) && !tornAndBlank(fs, &tabular.AcrossFour)
	default:
		readings := fourReadings(fs)
		if headsBefore(lines, fs) || len(readings) == 0 && lastSlipped(lines, fs) {
			r.Named = !tornAndBlank(fs, &tabular.AcrossFour)
		}
		if !r.Named {
			r = t.fourInOrder(lines, fs, readings)
		}
	}
	t.Rows = append(t.Rows, r)
}

// fourInOrder is the row of fifteen figures in the order that sums tell.
func (t *reader) fourInOrder(lines []line.Line, fs []figure, readings [][15]int) tabular.Row {
	if len(readings) == 0 {
		t.Problem(t.atUnit(lines[0].Unit), "表四的数与栏目不相连，按任何次序都不合合计，未能对应")
		r := t.row(fs, "", nil)
		r.Doubt(report.FourOutOfOrder)
		return r
	}
	told := report.FourInOrderAdding
	if named := underLabels(lines, readings); len(named) > 0 && len(named) < len(readings) {
		readings, told = named, report.FourByNames
	}
	row := make([]figure, 15)
	for j, k := range readings[0] {
		row[j] = fs[k]
	}
	r := t.row(row, "", told.Why())
	for j := range row {
		for _, other := range readings[1:] {
			if x, y := row[j], fs[other[j]]; !same(x, y) {
				r.Items[j].V = value.Value{State: report.Garbled, Why: report.FourOneOf.With(x.tok.Text, y.tok.Text)}
			}
		}
	}
	return r
}

// brokenByCells reports whether figures stand above or below a line that has those of
// more than one group: what a narrow cell broke over several lines
// (words-broken-over-lines-in-table-four).
func brokenByCells(lines []line.Line) bool {
	with, most := 0, 0
	for i := range lines {
		if n := len(lines[i].Nums); n > 0 {
			with, most = with+1, max(most, n)
		}
	}
	return with > 1 && most > 5
}

// wholeHead reports whether each of the five names stands three times in the
// head, whole or in pieces: no column was lost.
func wholeHead(lines []line.Line) bool {
	n := map[rune]int{}
	for i := range lines {
		for _, w := range lines[i].Words {
			for _, u := range form.Norm(w.Text) {
				n[u]++
			}
		}
	}
	return n['维'] == 3 && n['纠'] == 3 && n['审'] == 3 && n['计'] == 3
}

// underLabels are the readings in which each group whose name alone stands
// between two figures begins with the latter.
func underLabels(lines []line.Line, readings [][15]int) [][15]int {
	begins := map[int]string{} // groups by their first figure
	k, between := 0, []string(nil)
	for _, l := range lines {
		for _, w := range l.Words {
			if g := form.Firm(w.Text).Group; g != "" {
				between = append(between, g)
			}
		}
		if len(l.Nums) > 0 {
			if len(between) == 1 && k > 0 {
				begins[k] = between[0]
			}
			between = nil
		}
		k += len(l.Nums)
	}
	var out [][15]int
	for _, r := range readings {
		fits := true
		for at, g := range begins {
			if i := slices.Index(tabular.FourGroups, g); i >= 0 && r[tabular.FourSums[i].Left[0]] != at {
				fits = false
			}
		}
		if fits {
			out = append(out, r)
		}
	}
	return out
}

// headsBefore reports whether the whole head stands before the first figure, and
// what words stand between figures name the column of the figure behind them:
// then the figures come in the order of the head. Each must be a paragraph: two
// in one may be pieces of one.
func headsBefore(lines []line.Line, fs []figure) bool {
	return wholeHead(lines[:fs[0].line+1]) && inHeadOrder(lines, fs)
}

// lastSlipped reports whether of a whole head only the last name stands behind
// figures, directly before the last of them, as where a column's head and figure
// are one paragraph: text goes from left to right, so that it is the last column.
// A total that was moved there from the middle would make other sums true.
func lastSlipped(lines []line.Line, fs []figure) bool {
	last := fs[len(fs)-1].line
	for i := fs[0].line + 1; i < last-1; i++ {
		if len(lines[i].Words) > 0 {
			return false
		}
	}
	return wholeHead(lines[:last+1]) && len(lines[last-1].Nums) == 0 && inHeadOrder(lines, fs)
}

// inHeadOrder reports whether each figure is a paragraph and the words between
// figures name the column of the figure behind them.
func inHeadOrder(lines []line.Line, fs []figure) bool {
	for i := range fs[1:] {
		if fs[i].block == fs[i+1].block {
			return false
		}
	}
	k := 0
	for i := fs[0].line; i < len(lines); i++ {
		if len(lines[i].Words) > 0 && i > fs[0].line {
			m := form.Firm(lines[i].Joined())
			if k >= len(fs) || m.Column != tabular.FourColumns[k%len(tabular.FourColumns)] {
				return false
			}
		}
		k += len(lines[i].Nums)
	}
	return true
}

// fourReadings are the orders of fifteen figures in which each group's four
// make its total: which figure fills each cell. The order as it stands is the
// only one if it holds.
func fourReadings(fs []figure) [][15]int {
	v, ok := wholes(fs)
	if !ok {
		return nil
	}
	if tabular.AddsUp(v, &tabular.AcrossFour) {
		plain := [15]int{}
		for i := range plain {
			plain[i] = i
		}
		return [][15]int{plain}
	}
	var out [][15]int
	tabular.Subsets(15, 3, func(total []int) {
		var rest []int
		for i := range fs {
			if !slices.Contains(total, i) {
				rest = append(rest, i)
			}
		}
		for _, p := range permutations {
			// groups in order and totals not, and the other way round
			for _, moved := range [2]bool{false, true} {
				if r, ok := fourReading(v, rest, total, p, moved); ok {
					out = append(out, r)
				}
			}
		}
	})
	return out
}

func fourReading(v []int64, rest, total []int, p [3]int, moved bool) (r [15]int, ok bool) {
	for g := range tabular.FourSums {
		quad, sum := g, p[g]
		if moved {
			quad, sum = p[g], g
		}
		parts, at := tabular.FourSums[g].Left, tabular.FourSums[g].Right[0]
		var s int64
		for j, part := range parts {
			r[part] = rest[len(parts)*quad+j]
			s += v[r[part]]
		}
		r[at] = total[sum]
		if s != v[r[at]] {
			return r, false
		}
	}
	return r, true
}

var permutations = [6][3]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}
