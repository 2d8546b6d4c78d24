package decode

import (
	"strings"

	"ogi/generator/form"
)

// spareCells reads a text table whose rows have a blank cell for each column
// that a label spans, but none for the rows it spans, as converters of web pages
// write them: in front of the values, or behind them. The number of such blanks
// follows from the depth of the row, so that a row that lost a cell shows. It is
// believed only where every row has room for the seven columns, what is spare is
// blank, and a row filled from end to end, or the head, tells on which side the
// spare cells stand.
func (t *threeReader) spareCells(rows []*trow) bool {
	n := len(form.Columns)
	spares, count := map[int]int{}, map[int]int{}
	front, behind := t.headSpans()
	full := false // a row filled from end to end tells the side
	for _, r := range rows {
		spare := len(r.vals) - n
		if r.aligned || r.last < 0 || spare < 0 {
			return false
		}
		d := depth(r.key)
		if had, ok := spares[d]; ok && had != spare {
			return false
		}
		spares[d] = spare
		count[d]++
		if spare > 0 && len(r.fill) == n {
			front = front || r.fill[0] == r.vals[spare]
			behind = behind || r.fill[n-1] == r.vals[n-1]
			full = true
		}
	}
	if front == behind || len(spares) < 2 {
		return false
	}
	// The blanks are those of the spans: two columns for the outermost rows, one
	// for those below 办理结果, none for their parts.
	exact := true
	for d, spare := range spares {
		exact = exact && spare == 2-d && count[d] > 1
	}
	from := func(r *trow) int {
		if front {
			return len(r.vals) - n
		}
		return 0
	}
	for _, r := range rows {
		for k, v := range r.vals {
			if (k < from(r) || k >= from(r)+n) && r.items[v].filled() {
				return false
			}
		}
		if !full && len(r.fill) > 0 && !r.items[r.vals[from(r)+n-1]].filled() {
			return false // figures without their total: the head has told the wrong side
		}
	}
	var doubtful []*trow
	for _, r := range rows {
		if exact || len(r.fill) == n || len(r.fill) == 0 || credible(r, from(r), n, false) {
			t.assign(r, r.vals[from(r):from(r)+n], "")
		} else {
			doubtful = append(doubtful, r)
		}
	}
	if len(doubtful) > 0 {
		t.resolve(doubtful)
	}
	return true
}

// headSpans tells by the head on which side of a cell its spare ones stand:
// 法人或其他组织, which spans five columns, stands four cells before 总计, or
// directly before it and the spare cells at the end of the row.
func (t *tableReader) headSpans() (front, behind bool) {
	for i := range t.rows {
		r := &t.rows[i]
		for k := range r.items {
			if it := &r.items[k]; it.val || !strings.Contains(form.Norm(it.text), "法人") {
				continue
			}
			j := k + 1
			for j < len(r.items) && r.items[j].val && !r.items[j].filled() {
				j++
			}
			if j < len(r.items) && r.items[j].label.Column == "total" {
				front = front || j == k+5
				behind = behind || j == k+1 && j+1 < len(r.items) && r.items[j+1].val && !r.items[j+1].filled()
			}
		}
		if r.isData() {
			break
		}
	}
	return front, behind
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
