package decode

import (
	"regexp"
	"slices"
	"strings"

	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// flatRows reads the shape in which each row of figures stands on one line.
// A label on the same line is the row's own. One that is broken over lines is
// put together from the lines about the figures.
func (t *tableReader) flatRows(lines []flatLine) {
	gap := false
	labels := make([]form.Label, len(lines))
	for i := range lines {
		l := &lines[i]
		text := t.reader.Units[l.unit].Line.Text
		gap = gap || l.gap
		r := trow{unit: l.unit, items: make([]item, 0, 1+len(l.nums)), gap: gap}
		if len(l.words) > 0 {
			r.items = append(r.items, t.flatLabel(l, text))
			labels[i] = *r.items[0].label()
		}
		for _, tok := range l.nums {
			r.items = append(r.items, flatItem(tok))
		}
		if len(l.nums) == 0 {
			// A label alone names no row of its own: the figures do.
			if it := &r.items[0]; !it.label().Old && !it.label().New && !strings.Contains(it.text, "单位") {
				continue
			}
			l := *r.items[0].label()
			l.Row, l.Group = "", ""
			r.items[0].named = naming(l)
			t.rows = append(t.rows, r)
			continue
		}
		gap = false
		if label, ok := t.labelFor(lines, labels, i, &r); ok {
			r.items = slices.Insert(r.items, 0, item{named: naming(label)})
			r.why = report.LabelApart.Why()
		}
		t.rows = append(t.rows, r)
	}
	t.joinHalves()
	t.namedTwice(lines, labels)
	t.tornFigures()
	if t.t == form.Three {
		t.shortRows(t.byColumns(lines))
	}
}

// namedTwice doubts a row whose label, on a line apart from its figures, stands
// on more lines than there are such rows: there is a copy of the table, and its
// figures stand where they were not read (pdf-text-label-twice-and-its-figures-once).
func (t *tableReader) namedTwice(lines []flatLine, own []form.Label) {
	rows := map[string]int{}
	for i := range t.rows {
		if r := &t.rows[i]; r.why.Is(report.LabelApart) {
			rows[r.items[0].label().Row]++
		}
	}
	if len(rows) == 0 {
		return
	}
	labels := map[string]int{}
	for i := range lines {
		if l := &lines[i]; len(l.nums) == 0 {
			m := own[i]
			if len(l.words) > 1 {
				m = form.Firm(t.reader.Units[l.unit].Line.Text)
			}
			if m.Sure && rows[m.Row] > 0 {
				labels[m.Row]++
			}
		}
	}
	for i := range t.rows {
		r := &t.rows[i]
		if row := r.items[0].label().Row; !r.why.Is(report.LabelApart) || labels[row] < 2 || labels[row] <= rows[row] {
			continue
		}
		for _, k := range r.fills() {
			r.items[k].v = value.Garbled(report.LabelTwice)
		}
	}
}

// fills are the figures of a row before it is parted.
func (r *trow) fills() []int {
	var out []int
	for k := range r.items {
		if r.items[k].filled() {
			out = append(out, k)
		}
	}
	return out
}

// figures is how many figures a row has before it is parted.
func (r *trow) figures() int {
	n := 0
	for k := range r.items {
		if r.items[k].filled() {
			n++
		}
	}
	return n
}

// tornFigures doubts a figure that may have been broken over two lines in a
// narrow column: fewer figures without a row's label behind a row, where the
// sum of that row does not hold as it stands (pdf-text-figure-torn-in-two).
func (t *tableReader) tornFigures() {
	for i := 1; i < len(t.rows); i++ {
		r, up := &t.rows[i], &t.rows[i-1]
		n, m := r.figures(), up.figures()
		named := !r.items[0].val && (r.items[0].label().Row != "" || r.items[0].label().Group != "")
		if n == 0 || n >= m || named || t.t == form.Three && up.adds() {
			continue
		}
		for _, row := range []*trow{r, up} {
			for _, k := range row.fills() {
				row.items[k].v = value.Garbled(report.TornInTwo)
			}
		}
	}
}

// adds reports whether the last figure of a row is the sum of the others.
func (r *trow) adds() bool {
	var sum, last int64 // of all before the last, and the last
	n := 0
	for k := range r.items {
		if !r.items[k].filled() {
			continue
		}
		v, ok := whole(r.items[k].v.State, r.items[k].v.Num)
		if !ok {
			return false
		}
		sum, last = sum+last, v
		n++
	}
	return n > 1 && sum == last
}

// shortRows settles the rows of table three that print fewer figures than it
// has columns: nothing was printed in the blank ones, and in which columns the
// figures stood is lost. Where totals are printed throughout, the last figure
// is the total; the others are doubtful. Where they stand below one another,
// placed tells their columns. A few rows that add up show that they are
// (pdf-text-row-that-lost-its-blanks).
func (t *tableReader) shortRows(placed map[*trow][]int) {
	n := len(form.Columns)
	adds, not := 0, 0
	for i := range t.rows {
		switch r := &t.rows[i]; {
		case r.figures() < 3:
		case r.adds():
			adds++
		default:
			not++
		}
	}
	t.setInColumns(placed)
	for i := range t.rows {
		r := &t.rows[i]
		if k := r.figures(); k == 0 || k >= n || r.set {
			continue
		}
		fills := r.fills()
		first := r.items[fills[0]]
		texts := make([]string, len(fills))
		for j, k := range fills {
			texts[j] = r.items[k].text
		}
		why := &report.Why{Evidence: report.BlanksLost, N: len(fills), Texts: texts}
		items := r.items[:fills[0]:fills[0]]
		for range n {
			it := first
			it.v = value.Value{State: report.Garbled, Why: why}
			items = append(items, it)
		}
		if last := r.items[fills[len(fills)-1]]; adds > 2 && adds > 9*not && r.adds() && !last.v.Num.IsZero() {
			items[len(items)-1] = last
			r.why = &report.Why{Evidence: report.RestOfRow, N: why.N, Texts: texts}
		}
		r.items = items
	}
}

// flatLabel is the label on a line: the words nearest to the figures that name
// a row, else all of them.
func (t *tableReader) flatLabel(l *flatLine, text string) item {
	end := len(text)
	if len(l.nums) > 0 {
		end = l.nums[0].from
	}
	var it item
	for k := len(l.words) - 1; k >= 0; k-- {
		from := l.words[k].from
		it.text = strings.TrimSpace(text[from:end])
		if it.named = firmly(it.text); it.label().Row != "" || it.label().Group != "" {
			it.from = int32(from)
			return it
		}
	}
	if !it.label().Known() && len(l.nums) > 0 && !form.IsPiece(it.text) {
		it.named = naming(form.Match(it.text)) // a label with wrong or lost characters
	}
	return it
}

// labelFor finds the label of a row of figures that has none on its own line.
// Where several whole labels stand before a run of as many rows, they go with
// them in order; where the numbers differ nothing is said. One label before one row is
// its own or broken (pdf-text-head-repeated-on-each-page).
func (t *tableReader) labelFor(lines []flatLine, labels []form.Label, at int, r *trow) (form.Label, bool) {
	if unlabelledLine := len(lines[at].words) == 0; !unlabelledLine && (r.items[0].label().Row != "" || r.items[0].label().Group != "") {
		return form.Label{}, false
	}
	from := at
	for from > 0 && len(lines[from-1].nums) > 0 && len(lines[from-1].words) == 0 {
		from--
	}
	to := at + 1
	for to < len(lines) && len(lines[to].nums) > 0 && len(lines[to].words) == 0 {
		to++
	}
	var stack []form.Label
	gap := slices.ContainsFunc(lines[from+1:to], func(l flatLine) bool { return l.gap })
	for i := from - 1; i >= 0 && len(lines[i].nums) == 0; i-- {
		gap = gap || lines[i+1].gap
		if m := labels[i]; m.Sure && m.Row != "" {
			stack = append([]form.Label{m}, stack...)
		}
	}
	switch {
	case len(stack) >= 2 && len(stack) == to-from && !gap:
		return stack[at-from], true
	case len(stack) >= 2 || to-from > 1:
		return form.Label{}, false
	}
	return broken(lines, at)
}

// joinHalves puts a row of table three together whose figures stand on two
// lines, if together they are as many as the columns and their sum holds
// (pdf-text-rows-in-halves).
func (t *tableReader) joinHalves() {
	if t.t != form.Three {
		return
	}
	n := len(form.Columns)
	for i := 0; i+1 < len(t.rows); i++ {
		up, r := &t.rows[i], &t.rows[i+1]
		a, b := up.figures(), r.figures()
		if a == 0 || b == 0 || b != len(r.items) || a+b != n || r.gap {
			continue
		}
		whole := trow{unit: up.unit, why: report.HalvesJoined.Why()}
		for _, half := range []*trow{up, r} {
			for k := range half.items {
				whole.items = append(whole.items, half.items[k])
				whole.units = append(whole.units, half.unit)
			}
		}
		if whole.adds() {
			if t.interlace(up, r) {
				for k := range whole.items {
					if it := &whole.items[k]; it.filled() {
						it.v = value.Garbled(report.HalvesMixed)
					}
				}
			}
			t.rows[i] = whole
			t.rows = append(t.rows[:i+1], t.rows[i+2:]...)
		}
	}
}

// interlace reports whether the order of two lines that make one row may not be
// that of its columns, as where its cells are set at different heights: some figures
// of the second line stand left of some of the first, and the lines do not begin
// below one another, as those of text without columns do. Sums do not tell: all
// figures but the total add up in any order.
func (t *tableReader) interlace(a, b *trow) bool {
	begin := [2]int{}
	var at []int
	for i, r := range [2]*trow{a, b} {
		line := t.reader.Units[r.unit].Line
		begin[i] = line.Pos.Col
		for _, k := range r.fills() {
			at = append(at, line.Pos.Col+columnsWide(line.Text[:r.items[k].from]))
		}
	}
	return begin[0] != begin[1] && !slices.IsSorted(at)
}

// columnsWide is how many columns text of one width takes, where Chinese
// characters take two.
func columnsWide(text string) int {
	n := 0
	for _, u := range text {
		n++
		if u >= 0x1100 {
			n++
		}
	}
	return n
}

// numbered is how a row's label begins: 1. （二） 三、
var numbered = regexp.MustCompile(`^[（(]?([0-9]|[一二三四五六七])[)）.．、]`)

// broken puts the label of a row of figures together from the lines before it,
// its own words and the lines behind it. It must come out word for word, and
// only one row may come out. A label takes up to six lines before its figures
// (pdf-text-with-thousands-marks) and three behind
// (pdf-text-labels-of-two-columns-mixed).
func broken(lines []flatLine, at int) (form.Label, bool) {
	var found form.Label
	n := 0
	for up := 0; up <= 6; up++ {
		if up > 0 && (at-up < 0 || len(lines[at-up].nums) > 0 || lines[at-up+1].gap) {
			break
		}
		if up > 1 && numbered.MatchString(lines[at-up+1].joined()) {
			break // the label began there
		}
		head := ""
		for k := at - up; k < at; k++ {
			head += lines[k].joined()
		}
		for down := 0; down <= 3; down++ {
			if up == 0 && down > 0 && len(lines[at].words) == 0 {
				break // a label that begins behind the figures is the next row's
			}
			if down > 0 && at+down < len(lines) && numbered.MatchString(lines[at+down].joined()) {
				break
			}
			if down > 0 && (at+down >= len(lines) || len(lines[at+down].nums) > 0 || lines[at+down].gap) {
				break
			}
			tail := ""
			for k := at + 1; k <= at+down; k++ {
				tail += lines[k].joined()
			}
			m := form.Firm(head + lines[at].joined() + tail)
			if m.Sure && m.Row != "" && m.Row != found.Row {
				found = m
				n++
			}
		}
	}
	return found, n == 1
}
