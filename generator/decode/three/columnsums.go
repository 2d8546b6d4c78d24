package three

import (
	"ogi/generator/decode/tabular"
	"ogi/generator/form"
)

// down are the kinds of sums down a column of table three.
var down = [...]form.SumKind{form.Downwards, form.Balance}

// A contribution is what a class adds to the sums of one column: by how much the
// left side of each is more than the right one, and whether a cell of it is not told.
type contribution struct {
	over  [len(down)]int64
	lacks [len(down)]bool
}

// columnSums adds up the rows that are already told.
func (t *Reader) columnSums(doubtful []*tabular.Row) []contribution {
	open := map[string]bool{}
	for _, r := range doubtful {
		open[r.Key] = true
	}
	n := len(form.Columns)
	base := make([]contribution, n)
	for _, row := range t.Report.Form.Rows(form.Three) {
		if open[row] {
			continue
		}
		first := t.Report.Form.At(row, form.Columns[0])
		for j := range base {
			c := &t.Report.Cells[first+j]
			v, ok := tabular.Whole(c.State, c.Value)
			base[j].add(t.Report.Form, first+j, v, ok)
		}
	}
	return base
}

func (c *contribution) add(f *form.Form, cell int, v int64, ok bool) {
	for k, kind := range down {
		if side := f.Side(cell, kind); side != 0 {
			c.over[k] += side * v
			c.lacks[k] = c.lacks[k] || !ok
		}
	}
}

func (c *contribution) plus(o *contribution) {
	for k := range down {
		c.over[k] += o.over[k]
		c.lacks[k] = c.lacks[k] || o.lacks[k]
	}
}

// holds reports whether the sums of the column can be true.
func (c *contribution) holds() bool {
	for k := range down {
		if !c.lacks[k] && c.over[k] != 0 {
			return false
		}
	}
	return true
}

// tally drops the mappings of a class that break a sum across, and computes what
// each of the others adds to each column.
func (t *Reader) tally(c *class, n int) {
	row, has := make([]int64, n), make([]bool, n)
	maps := c.maps[:0]
	for _, mp := range c.maps {
		g, holds := make([]contribution, n), true
		for _, r := range c.rows {
			mp.Numbers(r, row, has)
			holds = holds && tabular.CanHold(&tabular.AcrossThree, row, has)
			first := t.Report.Form.At(r.Key, form.Columns[0])
			for j := range n {
				g[j].add(t.Report.Form, first+j, row[j], has[j])
			}
		}
		if holds {
			maps, c.gain = append(maps, mp), append(c.gain, g)
		}
	}
	c.maps = maps
}

// search tries all mappings of all classes together and keeps, for each class,
// those that take part in a reading in which all sums hold.
func search(classes []class, base []contribution, n int, fits [][]tabular.Mapping) {
	used := make([][]bool, len(classes))
	for i := range classes {
		used[i] = make([]bool, len(classes[i].maps))
	}
	pick := make([]int, len(classes))
	var try func(i int, sums []contribution)
	try = func(i int, sums []contribution) {
		if i == len(classes) {
			for j := range n {
				if !sums[j].holds() {
					return
				}
			}
			for k, m := range pick {
				used[k][m] = true
			}
			return
		}
		c := &classes[i]
		next := make([]contribution, n)
		for m := range c.maps {
			copy(next, sums)
			for j := range n {
				next[j].plus(&c.gain[m][j])
			}
			pick[i] = m
			try(i+1, next)
		}
	}
	try(0, base)
	for i := range classes {
		for m, ok := range used[i] {
			if ok {
				fits[i] = append(fits[i], classes[i].maps[m])
			}
		}
	}
}
