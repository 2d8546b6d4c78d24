package three

import (
	"fmt"
	"slices"

	"ogi/generator/decode/tabular"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A class is doubtful rows that were distorted in the same way, so that one
// tabular.Mapping holds for all of them.
type class struct {
	rows []*tabular.Row
	maps []tabular.Mapping
	gain [][]contribution // by tabular.Mapping and column
}

// limits keep the search small; beyond them nothing is chosen.
const (
	maxMappings = 400
	maxTrials   = 60000
)

// resolve chooses between the readings of doubtful rows by the form's own sums:
// across a row, down a column, and received against handled.
func (t *Reader) resolve(rows []*tabular.Row) {
	n := len(form.Columns)
	for _, r := range rows {
		tabular.Reach(r, n)
	}
	cut := t.cut(rows)
	classes := t.classify(rows)
	base := t.columnSums(rows)
	trials := 1
	for i := range classes {
		c := &classes[i]
		c.maps = tabular.Mappings(len(c.rows[0].Seq), n, maxMappings)
		if c.maps == nil {
			for _, r := range rows {
				t.Miscount(r, n)
				t.DoubtAll(r, t.Keys(r), unplaced(r))
			}
			return
		}
		trials *= len(c.maps)
		t.tally(c, n)
		if trials > maxTrials {
			break
		}
	}
	t.report(rows)
	fits := make([][]tabular.Mapping, len(classes))
	if trials <= maxTrials {
		search(classes, base, n, fits)
	}
	for i := range classes {
		c := &classes[i]
		fit, told := fits[i], report.AllWaysToAdd
		whole := tabular.InOrder(len(c.rows[0].Seq)) // the first columns, one after another
		switch {
		case cut[c.rows[0]] && (len(fit) == 0 || slices.ContainsFunc(fit, func(m tabular.Mapping) bool { return slices.Equal(m, whole) })):
			t.writeCut(c.rows)
			continue
		case len(fit) == 0:
			for _, r := range c.rows {
				t.DoubtAll(r, t.Keys(r), unplaced(r))
			}
			continue
		case len(fit) == 1:
			told = report.OnlyWayToAdd
		}
		why := told.Of(len(c.rows[0].Fill), n)
		for _, r := range c.rows {
			t.Write(r, t.Keys(r), fit, cut[r] || t.nothingLost(r, fit), why)
		}
	}
}

// unplaced says of a row that its number of values is not that of the columns.
func unplaced(r *tabular.Row) *report.Why {
	return report.Unplaced.Of(len(r.Fill), len(form.Columns))
}

// nothingLost reports whether what a row has lost can only be zeros: in every
// tabular.Mapping that fits its total is the sum of what is left, or only the total is
// lost, or nothing but zeros stands in the whole table.
func (t *Reader) nothingLost(r *tabular.Row, fit []tabular.Mapping) bool {
	if t.allZero() {
		return true
	}
	at := tabular.AcrossThree.Right[0]
	for _, m := range fit {
		sum, total, has, filled := int64(0), int64(0), false, 0
		for i, j := range m {
			if j < 0 {
				continue
			}
			v := &r.Items[r.Seq[i]].V
			x, _ := tabular.Whole(v.State, v.Num)
			if j == at {
				total, has = x, true
			} else {
				sum += x
				filled++
			}
		}
		if has && total != sum || !has && filled < len(tabular.AcrossThree.Left) {
			return false
		}
	}
	return true
}

// allZero reports whether all figures of the table are zeros
// (tab-zeros-and-two-cells-lost).
func (t *Reader) allZero() bool {
	for _, r := range t.data {
		for _, k := range r.Fill {
			if x, ok := tabular.Whole(r.Items[k].V.State, r.Items[k].V.Num); !ok || x != 0 {
				return false
			}
		}
	}
	return true
}

// report lists the shape defects: one for the whole table where all rows were
// cut alike, else one a row. Half of them are the whole table (pipe-cut-with-blanks).
func (t *Reader) report(rows []*tabular.Row) {
	if len(rows)*2 > len(t.data) {
		width := 0
		for _, r := range rows {
			width = max(width, len(r.Items))
		}
		t.Problem(t.At(rows[0]), fmt.Sprintf("表三有 %d 行缺少数字，最宽的一行只有 %d 格，右侧栏目可能在转换时截断", len(rows), width))
		return
	}
	for _, r := range rows {
		t.Miscount(r, len(form.Columns))
	}
}

// classify puts rows of the same shape together. Few rows of a shape may each
// have lost another cell, so they stand alone.
func (t *Reader) classify(rows []*tabular.Row) []class {
	type shape struct{ last, seq, vals, first int }
	var out []class
	at := map[shape]int{}
	for _, r := range rows {
		s := shape{r.Last, len(r.Seq), len(r.Vals), r.Seq[0]}
		i, ok := at[s]
		if !ok {
			i = len(out)
			at[s] = i
			out = append(out, class{})
		}
		out[i].rows = append(out[i].rows, r)
	}
	var single []class
	for _, c := range out {
		if len(c.rows) > 2 {
			single = append(single, c)
			continue
		}
		for _, r := range c.rows {
			single = append(single, class{rows: []*tabular.Row{r}})
		}
	}
	return single
}
