package flat

import (
	"slices"
	"strings"

	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// rows reads the shape in which each row of figures stands on one line.
// A label on the same line is the row's own. One that is broken over lines is
// put together from the lines about the figures.
func (t *reader) rows(lines []line.Line) {
	gap := false
	labels := make([]form.Label, len(lines))
	for i := range lines {
		l := &lines[i]
		text := t.Units[l.Unit].Line.Text
		gap = gap || l.Gap
		r := tabular.Row{Unit: l.Unit, Items: make([]tabular.Item, 0, 1+len(l.Nums)), Gap: gap}
		if len(l.Words) > 0 {
			r.Items = append(r.Items, t.ownLabel(l, text))
			labels[i] = *r.Items[0].Label()
		}
		for _, tok := range l.Nums {
			r.Items = append(r.Items, itemOf(tok))
		}
		if len(l.Nums) == 0 {
			// A label alone names no row of its own: the figures do.
			if it := &r.Items[0]; !it.Label().Old && !it.Label().New && !strings.Contains(it.Text, "单位") {
				continue
			}
			l := *r.Items[0].Label()
			l.Row, l.Group = "", ""
			r.Items[0].Named = tabular.Naming(l)
			t.Rows = append(t.Rows, r)
			continue
		}
		gap = false
		if label, ok := t.labelFor(lines, labels, i, &r); ok {
			r.Items = slices.Insert(r.Items, 0, tabular.Item{Named: tabular.Naming(label)})
			r.Why = report.LabelApart.Why()
		}
		t.Rows = append(t.Rows, r)
	}
	t.joinHalves()
	t.namedTwice(lines, labels)
	t.tornFigures()
	if t.Of == form.Three {
		t.shortRows(t.byColumns(lines))
	}
}

// namedTwice doubts a row whose label, on a line apart from its figures, stands
// on more lines than there are such rows: there is a copy of the table, and its
// figures stand where they were not read (pdf-text-label-twice-and-its-figures-once).
func (t *reader) namedTwice(lines []line.Line, own []form.Label) {
	rows := map[string]int{}
	for i := range t.Rows {
		if r := &t.Rows[i]; r.Why.Is(report.LabelApart) {
			rows[r.Items[0].Label().Row]++
		}
	}
	if len(rows) == 0 {
		return
	}
	labels := map[string]int{}
	for i := range lines {
		if l := &lines[i]; len(l.Nums) == 0 {
			m := own[i]
			if len(l.Words) > 1 {
				m = form.Firm(t.Units[l.Unit].Line.Text)
			}
			if m.Sure && rows[m.Row] > 0 {
				labels[m.Row]++
			}
		}
	}
	for i := range t.Rows {
		r := &t.Rows[i]
		if row := r.Items[0].Label().Row; !r.Why.Is(report.LabelApart) || labels[row] <= rows[row] {
			continue
		}
		r.Doubt(report.LabelTwice)
	}
}

// tornFigures doubts a figure that may have been broken over two lines in a
// narrow column: fewer figures without a row's label behind a row, where the
// sum of that row does not hold as it stands (pdf-text-figure-torn-in-two).
func (t *reader) tornFigures() {
	for i := 1; i < len(t.Rows); i++ {
		r, up := &t.Rows[i], &t.Rows[i-1]
		n, m := r.Figures(), up.Figures()
		named := !r.Items[0].Val && (r.Items[0].Label().Row != "" || r.Items[0].Label().Group != "")
		if n == 0 || n >= m || named || t.Of == form.Three && up.Adds() {
			continue
		}
		r.Doubt(report.TornInTwo)
		up.Doubt(report.TornInTwo)
	}
}

// shortRows settles the rows of table three that print fewer figures than it
// has columns: nothing was printed in the blank ones, and in which columns the
// figures stood is lost. Where totals are printed throughout, the last figure
// is the total; the others are doubtful. Where they stand below one another,
// placed tells their columns. A few rows that add up show that they are
// (pdf-text-row-that-lost-its-blanks).
func (t *reader) shortRows(placed map[*tabular.Row][]int) {
	n := len(form.Columns)
	adds, not := 0, 0
	for i := range t.Rows {
		switch r := &t.Rows[i]; {
		case r.Figures() < 3:
		case r.Adds():
			adds++
		default:
			not++
		}
	}
	t.setInColumns(placed)
	for i := range t.Rows {
		r := &t.Rows[i]
		if k := r.Figures(); k == 0 || k >= n || r.Set {
			continue
		}
		fills := r.Fills()
		first := r.Items[fills[0]]
		texts := make([]string, len(fills))
		for j, k := range fills {
			texts[j] = r.Items[k].Text
		}
		why := &report.Why{Evidence: report.BlanksLost, N: len(fills), Texts: texts}
		items := r.Items[:fills[0]:fills[0]]
		for range n {
			it := first
			it.V = value.Value{State: report.Garbled, Why: why}
			items = append(items, it)
		}
		if last := r.Items[fills[len(fills)-1]]; adds > 2 && adds > 9*not && r.Adds() && !last.V.Num.IsZero() {
			items[len(items)-1] = last
			r.Why = &report.Why{Evidence: report.RestOfRow, N: why.N, Texts: texts}
		}
		r.Items = items
	}
}

// ownLabel is the label on a line: the words nearest to the figures that name
// a row, else all of them.
func (t *reader) ownLabel(l *line.Line, text string) tabular.Item {
	end := len(text)
	if len(l.Nums) > 0 {
		end = l.Nums[0].From
	}
	var it tabular.Item
	for k := len(l.Words) - 1; k >= 0; k-- {
		from := l.Words[k].From
		it.Text = strings.TrimSpace(text[from:end])
		if it.Named = tabular.Firmly(it.Text); it.Label().Row != "" || it.Label().Group != "" {
			it.From = int32(from)
			return it
		}
	}
	if !it.Label().Known() && len(l.Nums) > 0 && !form.IsPiece(it.Text) {
		it.Named = tabular.Naming(form.Match(it.Text)) // a label with wrong or lost characters
	}
	return it
}

// labelFor finds the label of a row of figures that has none on its own line.
// Where several whole labels stand before a run of as many rows, they go with
// them in order; where the numbers differ nothing is said. One label before one row is
// its own or broken (pdf-text-head-repeated-on-each-page).
func (t *reader) labelFor(lines []line.Line, labels []form.Label, at int, r *tabular.Row) (form.Label, bool) {
	if unlabelledLine := len(lines[at].Words) == 0; !unlabelledLine && (r.Items[0].Label().Row != "" || r.Items[0].Label().Group != "") {
		return form.Label{}, false
	}
	from := at
	for from > 0 && len(lines[from-1].Nums) > 0 && len(lines[from-1].Words) == 0 {
		from--
	}
	to := at + 1
	for to < len(lines) && len(lines[to].Nums) > 0 && len(lines[to].Words) == 0 {
		to++
	}
	var stack []form.Label
	gap := slices.ContainsFunc(lines[from+1:to], func(l line.Line) bool { return l.Gap })
	for i := from - 1; i >= 0 && len(lines[i].Nums) == 0; i-- {
		gap = gap || lines[i+1].Gap
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
func (t *reader) joinHalves() {
	if t.Of != form.Three {
		return
	}
	n := len(form.Columns)
	for i := 0; i+1 < len(t.Rows); i++ {
		up, r := &t.Rows[i], &t.Rows[i+1]
		a, b := up.Figures(), r.Figures()
		if a == 0 || b == 0 || b != len(r.Items) || a+b != n || r.Gap {
			continue
		}
		whole := tabular.Row{Unit: up.Unit, Why: report.HalvesJoined.Why()}
		for _, half := range []*tabular.Row{up, r} {
			for k := range half.Items {
				whole.Items = append(whole.Items, half.Items[k])
				whole.Units = append(whole.Units, half.Unit)
			}
		}
		if whole.Adds() {
			if t.interlace(up, r) {
				whole.Doubt(report.HalvesMixed)
			}
			t.Rows[i] = whole
			t.Rows = append(t.Rows[:i+1], t.Rows[i+2:]...)
		}
	}
}

// interlace reports whether the order of two lines that make one row may not be
// that of its columns, as where its cells are set at different heights: some figures
// of the second line stand left of some of the first, and the lines do not begin
// below one another, as those of text without columns do. Sums do not tell: all
// figures but the total add up in any order.
func (t *reader) interlace(a, b *tabular.Row) bool {
	begin := [2]int{}
	var at []int
	for i, r := range [2]*tabular.Row{a, b} {
		line := t.Units[r.Unit].Line
		begin[i] = line.Pos.Col
		for _, k := range r.Fills() {
			at = append(at, line.Pos.Col+measures[1].of(line.Text[:r.Items[k].From]))
		}
	}
	return begin[0] != begin[1] && !slices.IsSorted(at)
}

// broken puts the label of a row of figures together from the lines before it,
// its own words and the lines behind it. It must come out word for word, and
// only one row may come out. A label takes up to six lines before its figures
// (pdf-text-with-thousands-marks) and three behind
// (pdf-text-labels-of-two-columns-mixed).
func broken(lines []line.Line, at int) (form.Label, bool) {
	var found form.Label
	n := 0
	for up := 0; up <= 6; up++ {
		if up > 0 && (at-up < 0 || len(lines[at-up].Nums) > 0 || lines[at-up+1].Gap) {
			break
		}
		if up > 1 && tabular.Numbered.MatchString(lines[at-up+1].Joined()) {
			break // the label began there
		}
		head := ""
		for k := at - up; k < at; k++ {
			head += lines[k].Joined()
		}
		for down := 0; down <= 3; down++ {
			if up == 0 && down > 0 && len(lines[at].Words) == 0 {
				break // a label that begins behind the figures is the next row's
			}
			if down > 0 && at+down < len(lines) && tabular.Numbered.MatchString(lines[at+down].Joined()) {
				break
			}
			if down > 0 && (at+down >= len(lines) || len(lines[at+down].Nums) > 0 || lines[at+down].Gap) {
				break
			}
			tail := ""
			for k := at + 1; k <= at+down; k++ {
				tail += lines[k].Joined()
			}
			m := form.Firm(head + lines[at].Joined() + tail)
			if m.Sure && m.Row != "" && m.Row != found.Row {
				found = m
				n++
			}
		}
	}
	return found, n == 1
}
