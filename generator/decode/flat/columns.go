package flat

import (
	"slices"

	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/form"
	"ogi/generator/report"
)

// numsIn counts the figures of lines.
func numsIn(lines []line.Line) int {
	n := 0
	for i := range lines {
		n += len(lines[i].Nums)
	}
	return n
}

func (t *reader) figures(lines []line.Line) []figure {
	out := slices.Grow([]figure(nil), numsIn(lines))
	for i, l := range lines {
		for _, tok := range l.Nums {
			out = append(out, figure{line: i, unit: l.Unit, block: t.Units[l.Unit].Block, tok: tok})
		}
	}
	return out
}

func (t *reader) row(fs []figure, key string, why *report.Why) tabular.Row {
	r := tabular.Row{Unit: fs[0].unit, Key: key, Why: why, Items: make([]tabular.Item, 0, len(fs)), Units: make([]int, 0, len(fs))}
	for _, f := range fs {
		r.Items = append(r.Items, itemOf(f.tok))
		r.Units = append(r.Units, f.unit)
	}
	return r
}

// contradicted are the rows about which the order of the form and the text
// disagree: a label stands directly before the seven figures of another row
// (TestRareShapes).
func contradicted(lines []line.Line, fs []figure, rows []string, n int) map[string]bool {
	out := map[string]bool{}
	for i, row := range rows {
		first, last := fs[i*n].line, fs[i*n+n-1].line
		if first == 0 || last-first != n-1 || len(lines[first-1].Nums) > 0 {
			continue
		}
		label := ""
		for _, w := range lines[first-1].Words {
			if m := form.Firm(w.Text); m.Sure && m.Table == form.Three {
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
func oneRowText(lines []line.Line) bool {
	for _, l := range lines {
		for _, w := range l.Words {
			switch form.Firm(w.Text).Row {
			case "requests.other_outcome.not_supplemented", "requests.other_outcome.fee_unpaid":
				return false
			}
		}
	}
	return true
}

// byBlocks orders figures by the paragraphs they stand in: seven paragraphs of
// k figures each are k rows written column by column. Nil if they do not come
// in sevens (figures-one-a-line-in-paragraphs).
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
	out := slices.Grow([]figure(nil), len(fs))
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

// downwards orders figures as if the whole table ran column by column
// (figures-one-a-line-in-paragraphs).
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

// A figure is one figure of a flattened table with the unit it stands in.
type figure struct {
	line  int // index of its line
	unit  int
	block int
	tok   line.Token
}

// sumsHeld is the share of the form's sums of table three that hold in a reading.
func sumsHeld(fs []figure, f *form.Form) float64 {
	first := f.Sums(form.Three, form.Across)[0].Left[0]
	value := func(i int) int64 {
		v := &fs[i-first].tok.V
		if v.State != report.Number {
			return 0
		}
		n, _ := tabular.Whole(v.State, v.Num)
		return n
	}
	held, all := 0, 0
	for _, kind := range [...]form.SumKind{form.Across, form.Downwards, form.Balance} {
		for _, s := range f.Sums(form.Three, kind) {
			all++
			if s.Over(value) == 0 {
				held++
			}
		}
	}
	return float64(held) / float64(all)
}
