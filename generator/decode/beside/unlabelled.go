package beside

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"ogi/generator/decode/tabular"
	"ogi/generator/form"
	"ogi/generator/report"
)

// Unlabelled names the data rows whose own label was lost, by their
// neighbours: where as many rows of the form are free between two rows that
// are known as rows without a label stand there, they follow in order.
func (t Table) Unlabelled(data []*tabular.Row, rows []string, accept func(*tabular.Row, int) bool) {
	if !slices.ContainsFunc(data, func(r *tabular.Row) bool { return r.Key == "" && r.IsData() }) {
		return
	}
	index := Places(rows)
	taken := map[string]bool{}
	for _, r := range data {
		if r.Key != "" {
			taken[r.Key] = true
		}
	}
	anchor := backbone(data, index)
	for i := 0; i < len(data); i++ {
		if data[i].Key != "" || !data[i].IsData() {
			continue
		}
		if foreign(data[i]) {
			t.Note(data[i], "法定栏目之外的一行，未读入")
			continue
		}
		j, gap := i, false
		var run []*tabular.Row
		for k := i; k >= 0 && (k == i || !anchor[k]); k-- {
			gap = gap || data[k].Gap
		}
		for j < len(data) && !anchor[j] {
			gap = gap || data[j].Gap
			if data[j].Key == "" && data[j].IsData() && !foreign(data[j]) {
				run = append(run, data[j])
			}
			j++
		}
		from, to := -1, len(rows)
		for k := i - 1; k >= 0; k-- {
			if anchor[k] {
				from = index[data[k].Key]
				break
			}
		}
		if j < len(data) {
			to = index[data[j].Key]
			gap = gap || data[j].Gap
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

// Places are those of rows in the form.
func Places(rows []string) map[string]int {
	index := make(map[string]int, len(rows))
	for i, r := range rows {
		index[r] = i
	}
	return index
}

func noRow(*tabular.Row, int) bool { return false }

// foreign reports whether the row has a label of its own that is nothing of the
// form: a local extra row.
func foreign(r *tabular.Row) bool {
	text := ""
	r.Labels(func(it *tabular.Item) bool {
		text = it.Text
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
func (t Table) place(run []*tabular.Row, free []int, rows []string, accept func(*tabular.Row, int) bool) {
	fits := len(run) == len(free)
	for k, r := range run {
		fits = fits && (accept == nil || accept(r, free[k]))
	}
	if !fits {
		for _, r := range run {
			t.Problem(t.At(r), fmt.Sprintf("此处有 %d 行数字没有可认的行标签，对应的法定行有 %d 行，未能对应", len(run), len(free)))
		}
		return
	}
	for k, r := range run {
		r.Key = rows[free[k]]
		r.Why = report.ByNeighbours.Why()
		t.Note(r, fmt.Sprintf("“%s”一行的标签缺失，按上下两行的位置认定", t.Name(r)))
	}
}

// backbone marks the rows whose labels stand in the order of the form: the
// longest run of increasing rows.
func backbone(data []*tabular.Row, index map[string]int) []bool {
	n := len(data)
	best := make([]int, n)
	prev := make([]int, n)
	end := -1
	for i := range data {
		best[i], prev[i] = 0, -1
		x, ok := index[data[i].Key]
		if !ok || data[i].Key == "" || data[i].Why != nil {
			continue
		}
		best[i] = 1
		for j := range i {
			if y, ok := index[data[j].Key]; ok && best[j] > 0 && y < x && best[j]+1 > best[i] {
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
