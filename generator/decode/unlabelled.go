package decode

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"ogi/generator/form"
	"ogi/generator/report"
)

// unlabelled names the data rows whose own label was lost, by their
// neighbours: where as many rows of the form are free between two rows that
// are known as rows without a label stand there, they follow in order.
func (t *tableReader) unlabelled(data []*trow, rows []string, accept func(*trow, int) bool) {
	if !slices.ContainsFunc(data, func(r *trow) bool { return r.key == "" && r.isData() }) {
		return
	}
	index := make(map[string]int, len(rows))
	for i, r := range rows {
		index[r] = i
	}
	taken := map[string]bool{}
	for _, r := range data {
		if r.key != "" {
			taken[r.key] = true
		}
	}
	anchor := backbone(data, index)
	for i := 0; i < len(data); i++ {
		if data[i].key != "" || !data[i].isData() {
			continue
		}
		if foreign(data[i]) {
			t.note(data[i], "法定栏目之外的一行，未读入")
			continue
		}
		j, gap := i, false
		var run []*trow
		for k := i; k >= 0 && (k == i || !anchor[k]); k-- {
			gap = gap || data[k].gap
		}
		for j < len(data) && !anchor[j] {
			gap = gap || data[j].gap
			if data[j].key == "" && data[j].isData() && !foreign(data[j]) {
				run = append(run, data[j])
			}
			j++
		}
		from, to := -1, len(rows)
		for k := i - 1; k >= 0; k-- {
			if anchor[k] {
				from = index[data[k].key]
				break
			}
		}
		if j < len(data) {
			to = index[data[j].key]
			gap = gap || data[j].gap
		}
		var free []int
		for k := from + 1; k < to; k++ {
			if !taken[rows[k]] {
				free = append(free, k)
			}
		}
		if gap {
			accept = noRow // a row between them was not read
		}
		t.place(run, free, rows, accept)
		i = j
	}
}

func noRow(*trow, int) bool { return false }

// foreign reports whether the row has a label of its own that is nothing of the
// form: a local extra row.
func foreign(r *trow) bool {
	text := ""
	r.labels(func(it *item) bool {
		text = it.text
		return text == ""
	})
	if text == "" || form.IsPiece(text) || form.Match(text).Known() {
		return false
	}
	n := form.Core(form.Norm(text))
	return utf8.RuneCountInString(n) >= 3 && !form.Resembles(n)
}

// place gives the rows of a run to the free rows of the form between its
// neighbours, if their numbers agree.
func (t *tableReader) place(run []*trow, free []int, rows []string, accept func(*trow, int) bool) {
	fits := len(run) == len(free)
	for k, r := range run {
		fits = fits && (accept == nil || accept(r, free[k]))
	}
	if !fits {
		for _, r := range run {
			t.problem(t.at(r), fmt.Sprintf("此处有 %d 行数字没有可认的行标签，对应的法定行有 %d 行，未能对应", len(run), len(free)))
		}
		return
	}
	for k, r := range run {
		r.key = rows[free[k]]
		r.why = report.ByNeighbours.Why()
		t.note(r, fmt.Sprintf("“%s”一行的标签缺失，按上下两行的位置认定", t.name(r)))
	}
}

// backbone marks the rows whose labels stand in the order of the form: the
// longest run of increasing rows.
func backbone(data []*trow, index map[string]int) []bool {
	n := len(data)
	best := make([]int, n)
	prev := make([]int, n)
	end := -1
	for i := range data {
		best[i], prev[i] = 0, -1
		x, ok := index[data[i].key]
		if !ok || data[i].key == "" || data[i].why != nil {
			continue
		}
		best[i] = 1
		for j := range i {
			if y, ok := index[data[j].key]; ok && best[j] > 0 && y < x && best[j]+1 > best[i] {
				best[i], prev[i] = best[j]+1, j
			}
		}
		if end < 0 || best[i] > best[end] {
			end = i
		}
	}
	mark := make([]bool, n)
	for i := end; i >= 0; i = prev[i] {
		mark[i] = true
	}
	return mark
}
