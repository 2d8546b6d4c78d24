package three

import (
	"slices"

	"ogi/generator/decode/beside"
	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/form"
	"ogi/generator/report"
)

// confirm takes the rows whose labels were put together from several lines as
// plain where their place says the same: between two rows with labels of their
// own stand just as many rows as the form has there, each with a whole label,
// in the form's order, and each with a figure for every column. Label and place
// are read apart, so a wrong one of either shows (pdf-text-head-repeated-on-each-page).
func (t *Reader) confirm(rows []string) {
	if !slices.ContainsFunc(t.data, func(r *tabular.Row) bool { return r.Why != nil && r.IsData() }) {
		return
	}
	index := beside.Places(rows)
	var data []*tabular.Row
	for _, r := range t.data {
		if !r.IsData() {
			continue
		}
		if _, ok := index[r.Key]; !ok {
			return // a row that the form does not have
		}
		data = append(data, r)
	}
	var confirmed []*tabular.Row
	before := -1 // place of the last row with a label of its own
	for i := 0; i < len(data); {
		j := i
		for j < len(data) && data[j].Why != nil {
			j++
		}
		after := len(rows)
		if j < len(data) {
			after = index[data[j].Key]
		}
		sound := after-before-1 == j-i
		for k := i; sound && k < j; k++ {
			sound = rows[before+1+k-i] == data[k].Key
		}
		for k := i; sound && k < j; k++ {
			r := data[k]
			told := r.Why.Is(report.LabelApart) || r.Why.Is(report.ByNeighbours) && r.Flat && t.namedAround(data, k)
			if told && len(r.Fill) == len(form.Columns) {
				confirmed = append(confirmed, r)
			}
		}
		before = after
		i = j + 1
	}
	for _, r := range confirmed {
		r.Why = nil
	}
}

// namedAround reports whether a word that names row k alone stands on its line
// or between it and the figures next to it, as words of a label do that cannot
// be put together because those of a neighbouring column stand between them
// (pdf-text-labels-of-two-columns-mixed).
func (t *Reader) namedAround(data []*tabular.Row, k int) bool {
	from, to := 0, len(t.Units)
	if k > 0 {
		from = data[k-1].Unit + 1
	}
	if k+1 < len(data) {
		to = data[k+1].Unit
	}
	type word struct {
		unit int
		text string
	}
	var words []word
	for i := from; i < to && i < from+20; i++ {
		u := &t.Units[i]
		if u.IsRow() || u.Table != int(form.Three) {
			continue
		}
		for _, w := range line.Tokens(u.Line.Text) {
			if w.V.State == report.Missing {
				words = append(words, word{i, w.Text})
			}
		}
	}
	names := func(text string) bool {
		m := form.Firm(text)
		return m.Row == data[k].Key && m.Column == ""
	}
	for i, w := range words {
		if names(w.text) {
			return true
		}
		for _, v := range words[i+1:] {
			if v.unit > w.unit && names(w.text+v.text) {
				return true
			}
		}
	}
	return false
}
