package decode

import (
	"ogi/generator/form"
	"ogi/generator/report"
)

// A contribution is what a class adds to the sums of one column.
type contribution struct {
	outcomes, total, in, out int64 // （一）–（六）, （七）, 一+二, 四
	lacks                    bool  // some outcome, total, in or out is not told
	lacksBalance             bool
}

// columnSums adds up the rows that are already told.
func (t *threeReader) columnSums(doubtful []*trow) []contribution {
	open := map[string]bool{}
	for _, r := range doubtful {
		open[r.key] = true
	}
	n := len(form.Columns)
	base := make([]contribution, n)
	for _, row := range t.r.Form.Rows(form.Three) {
		if open[row] {
			continue
		}
		for j, col := range form.Columns {
			c := &t.r.Cells[t.r.Form.At(row, col)]
			v, ok := whole(c.State, c.Value)
			base[j].add(row, v, ok)
		}
	}
	return base
}

// whole gives the number that a sum takes; blanks and dashes count as zero.
func whole(s report.State, d report.Decimal) (int64, bool) {
	switch s {
	case report.Blank, report.Dash:
		return 0, true
	case report.Number:
		return d.Int64(), d.IsInt()
	}
	return 0, false
}

func (c *contribution) add(row string, v int64, ok bool) {
	switch row {
	case "requests.received", "requests.carried_in":
		c.in += v
		c.lacksBalance = c.lacksBalance || !ok
	case "requests.carried_out":
		c.out += v
		c.lacksBalance = c.lacksBalance || !ok
	case "requests.outcomes_total":
		c.total += v
		c.lacks = c.lacks || !ok
		c.lacksBalance = c.lacksBalance || !ok
	default:
		c.outcomes += v
		c.lacks = c.lacks || !ok
	}
}

func (c *contribution) plus(o *contribution) {
	c.outcomes += o.outcomes
	c.total += o.total
	c.in += o.in
	c.out += o.out
	c.lacks = c.lacks || o.lacks
	c.lacksBalance = c.lacksBalance || o.lacksBalance
}

// holds reports whether the sums of the column can be true.
func (c *contribution) holds() bool {
	return (c.lacks || c.outcomes == c.total) && (c.lacksBalance || c.in == c.total+c.out)
}

// tally computes what each mapping of a class adds to each column, and whether
// it breaks a sum across.
func (t *threeReader) tally(c *class, n int) {
	c.gain = make([][]contribution, len(c.maps))
	c.bad = make([]bool, len(c.maps))
	row, has := make([]int64, n), make([]bool, n)
	for m, mp := range c.maps {
		g := make([]contribution, n)
		for _, r := range c.rows {
			clear(row)
			clear(has)
			for i, j := range mp {
				if j < 0 {
					continue
				}
				v := &r.items[r.seq[i]].v
				row[j], has[j] = whole(v.state, v.num)
			}
			sum, all := int64(0), true
			for j := range n - 1 {
				sum += row[j]
				all = all && has[j]
			}
			if has[n-1] && (sum > row[n-1] || all && sum != row[n-1]) {
				c.bad[m] = true
			}
			for j := range n {
				g[j].add(r.key, row[j], has[j])
			}
		}
		c.gain[m] = g
	}
}

// search tries all mappings of all classes together and keeps, for each class,
// those that take part in a reading in which all sums hold.
func search(classes []class, base []contribution, n int, fits [][]mapping) {
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
			if c.bad[m] {
				continue
			}
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
