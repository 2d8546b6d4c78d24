package decode

import (
	"strings"

	"ogi/generator/form"
)

// lastCells reads a text table whose rows have a blank cell for each column
// that a label spans, but none for the rows it spans, as some converters of web
// pages write them: the values are the last cells of each row. It is believed
// only where every row has room for them, nothing but blanks stands between
// label and values, rows differ in length, and some row with such blanks is
// filled from end to end; rows of one depth have the same number of blanks. A
// row with blank values must add up.
func (t *threeReader) lastCells(rows []*trow) bool {
	n := len(form.Columns)
	lengths := map[int]bool{}
	spares := map[int]int{}
	shown := false
	for _, r := range rows {
		spare := len(r.vals) - n
		if r.aligned || r.units != nil || r.last < 0 || spare < 0 {
			return false
		}
		for _, k := range r.vals[:spare] {
			if r.items[k].filled() {
				return false
			}
		}
		lengths[len(r.items)] = true
		if had, ok := spares[depth(r.key)]; ok && had != spare {
			return false
		}
		spares[depth(r.key)] = spare
		shown = shown || spare > 0 && len(r.fill) == n
	}
	if !shown || len(lengths) < 2 {
		return false
	}
	var doubtful []*trow
	for _, r := range rows {
		at := len(r.vals) - n
		if len(r.fill) == n || len(r.fill) == 0 || credible(r, at, n, false) {
			t.assign(r, r.vals[at:], "")
		} else {
			doubtful = append(doubtful, r)
		}
	}
	if len(doubtful) > 0 {
		t.resolve(doubtful)
	}
	return true
}

// depth is how many labels a row of table three stands below.
func depth(key string) int {
	switch key {
	case "requests.received", "requests.carried_in", "requests.carried_out":
		return 0
	case "requests.granted", "requests.partial", "requests.other_outcome", "requests.outcomes_total":
		return 1
	}
	return strings.Count(key, ".")
}
