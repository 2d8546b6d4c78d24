package decode

import "ogi/generator/form"

// confirm takes the rows whose labels were put together from several lines as
// plain where their place says the same: between two rows with labels of their
// own stand just as many rows as the form has there, each with a whole label,
// in the form's order, and each with a figure for every column. Label and place
// are read apart, so a wrong one of either shows.
func (t *threeReader) confirm(rows []string) {
	index := make(map[string]int, len(rows))
	for i, r := range rows {
		index[r] = i
	}
	var data []*trow
	for _, r := range t.data {
		if !r.isData() {
			continue
		}
		if _, ok := index[r.key]; !ok {
			return // a row that the form does not have
		}
		data = append(data, r)
	}
	before := -1 // place of the last row with a label of its own
	for i := 0; i < len(data); {
		j := i
		for j < len(data) && data[j].why != "" {
			j++
		}
		after := len(rows)
		if j < len(data) {
			after = index[data[j].key]
		}
		sound := after-before-1 == j-i
		for k, r := range data[i:j] {
			told := r.why == brokenLabel || r.why == noLabel && r.flat && t.namedAround(data, i+k)
			sound = sound && told && rows[before+1+k] == r.key && len(r.fill) == len(form.Columns)
		}
		if sound {
			for _, r := range data[i:j] {
				r.why = ""
			}
		}
		before = after
		i = j + 1
	}
}

// namedAround reports whether a word that names row k alone stands on its line
// or between it and the figures next to it, as words of a label do that cannot
// be put together because those of a neighbouring column stand between them.
func (t *threeReader) namedAround(data []*trow, k int) bool {
	from, to := 0, len(t.reader.units)
	if k > 0 {
		from = data[k-1].unit + 1
	}
	if k+1 < len(data) {
		to = data[k+1].unit
	}
	for i := from; i < to; i++ {
		u := &t.reader.units[i]
		if u.isRow() || u.table != int(form.Three) {
			continue
		}
		for _, w := range flatTokens(u.line.Text) {
			if m := form.Firm(w.text); m.Row == data[k].key && m.Column == "" {
				return true
			}
		}
	}
	return false
}

// strays doubts the rows about a line of figures that is no row: a figure that
// was too wide for its column goes on there, so that the rows beside it print
// pieces of their figures. Sums do not help, since the pieces may add up too.
func (t *tableReader) strays(data []*trow) {
	const why = "上下有不属于任何一行的数字，这里的数可能被折成几行"
	for i, r := range data {
		if !r.flat || !r.isData() || r.key != "" && (r.why != noLabel || r.adds() || len(r.fill) == 1 && t.t == form.Two) {
			continue
		}
		for _, o := range data[max(0, i-1):min(len(data), i+2)] {
			for _, k := range o.fill {
				o.items[k].v = garbled(o.items[k].text, why)
			}
		}
	}
}
