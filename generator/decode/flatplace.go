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
			sound = sound && r.why == brokenLabel && rows[before+1+k] == r.key && len(r.fill) == len(form.Columns)
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
