package decode

import (
	"strings"

	"ogi/generator/form"
)

const brokenLabel = "文字取自 PDF，标签与数字不在同一行，按表格次序认定"

// flatRows reads the shape in which each row of figures stands on one line.
// A label on the same line is the row's own. One that is broken over lines is
// put together from the lines about the figures.
func (t *tableReader) flatRows(lines []flatLine) {
	for i := range lines {
		l := &lines[i]
		text := t.reader.units[l.unit].line.Text
		r := trow{unit: l.unit}
		if len(l.words) > 0 {
			r.items = append(r.items, t.flatLabel(l, text))
		}
		for _, tok := range l.nums {
			r.items = append(r.items, flatItem(tok, text))
		}
		if len(l.nums) == 0 {
			// A label alone names no row of its own: the figures do.
			if it := &r.items[0]; !it.label.Old && !it.label.New && !strings.Contains(it.text, "单位") {
				continue
			}
			r.items[0].label.Row, r.items[0].label.Group = "", ""
			t.rows = append(t.rows, r)
			continue
		}
		if len(l.words) == 0 || r.items[0].label.Row == "" && r.items[0].label.Group == "" {
			if label, ok := broken(t.reader, lines, i); ok {
				it := item{text: "", label: label}
				r.items = append([]item{it}, r.items...)
				r.why = brokenLabel
			}
		}
		t.rows = append(t.rows, r)
	}
}

// flatLabel is the label on a line: the words nearest to the figures that name
// a row, else all of them.
func (t *tableReader) flatLabel(l *flatLine, text string) item {
	end := len(text)
	if len(l.nums) > 0 {
		end = l.nums[0].from
	}
	for k := len(l.words) - 1; k >= 0; k-- {
		from := l.words[k].from
		part := strings.TrimSpace(text[from:end])
		if m := form.Match(part); (m.Row != "" || m.Group != "") && !m.Guess {
			return item{from: from, text: part, label: m}
		}
	}
	part := strings.TrimSpace(text[:end])
	return item{text: part, label: form.Match(part)}
}

// broken puts the label of a row of figures together from the lines before it,
// its own words and the lines behind it. It must come out word for word, and
// only one row may come out.
func broken(c *reader, lines []flatLine, at int) (form.Label, bool) {
	words := func(i int) string {
		s := ""
		for _, w := range lines[i].words {
			s += w.text
		}
		return s
	}
	var found form.Label
	n := 0
	for up := 0; up <= 3; up++ {
		if up > 0 && (at-up < 0 || len(lines[at-up].nums) > 0) {
			break
		}
		head := ""
		for k := at - up; k < at; k++ {
			head += words(k)
		}
		for down := 0; down <= 3; down++ {
			if down > 0 && (at+down >= len(lines) || len(lines[at+down].nums) > 0) {
				break
			}
			tail := ""
			for k := at + 1; k <= at+down; k++ {
				tail += words(k)
			}
			m := form.Match(head + words(at) + tail)
			if m.Sure && m.Row != "" && m.Row != found.Row {
				found = m
				n++
			}
		}
	}
	return found, n == 1
}
