package flat

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/source"
)

// Text may be set in columns with blanks, so that figures stand right below one
// another. Then a cell left blank shows as a gap:
//
//	                    自然人  商业企业  …  总计
//	（一）予以公开           4         1          5
//	（二）部分公开           1                    1
//
// What programs count as a column differs: a character of full width is two or
// one, and some of the others are either.

// A measure tells how many columns a character takes.
type measure func(rune) int

// measures are the ways of counting.
var measures = [...]measure{displayed(1), displayed(2), func(rune) int { return 1 }}

// displayed counts as terminals do, ambiguous characters as wide as told.
func displayed(ambiguous int) measure {
	return func(u rune) int {
		switch width.LookupRune(u).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			return 2
		case width.EastAsianAmbiguous:
			return ambiguous
		}
		if unicode.Is(unicode.Cf, u) {
			return 0 // marks of no width
		}
		return 1
	}
}

// edges are what may stand one below the other: beginnings, ends, midsts. All are
// counted in halves of a column, of which a midst may be off by one.
var edges = [...]struct {
	of    func(from, to int) int
	slack int
}{
	{func(from, _ int) int { return 2 * from }, 0},
	{func(_, to int) int { return 2 * to }, 0},
	{func(from, to int) int { return from + to }, 1},
}

// A setLine is a line of text set in columns: where in it the words or figures
// stand that tell of columns, in columns by one way of counting.
type setLine struct {
	row   *tabular.Row
	label int  // where its label ends
	glued bool // a figure may be the end of it
	at    [][2]int
}

const (
	fewestSet   = 3   // lines, and places at which their labels end, that must stand below one another
	longestLead = 200 // bytes before the words of a line
)

// byColumns tells in which columns the figures of rows of table three stand that
// have fewer than there are columns, by what stands above and below them. The
// columns are told by the rows that have all figures, or by a head that names
// all, where these stand below one another although labels before them differ in
// length. Each figure must stand in one of them; where two ways of counting say
// different things, nothing is told.
func (t *reader) byColumns(lines []line.Line) map[*tabular.Row][]int {
	if t.File.Kind == source.PDF || strings.Contains(t.File.Text, "\f") {
		return nil
	}
	found := map[*tabular.Row][]int{}
	for _, m := range measures {
		full, short := t.setRows(m)
		if len(short) == 0 {
			return nil
		}
		head := t.setHead(lines, m)
		for _, e := range edges {
			r := ruling{edge: e.of, slack: e.slack}
			if !r.fromRows(full) && !r.fromHead(head, full, short) {
				continue
			}
			for _, l := range short {
				cols := r.place(l)
				if old, ok := found[l.row]; ok && cols != nil && !slices.Equal(old, cols) {
					cols = []int{} // two readings
				}
				if cols != nil {
					found[l.row] = cols
				}
			}
		}
	}
	maps.DeleteFunc(found, func(_ *tabular.Row, cols []int) bool { return len(cols) == 0 })
	return found
}

// setRows are the rows with all figures and those with fewer.
func (t *reader) setRows(m measure) (full, short []setLine) {
	for i := range t.Rows {
		r := &t.Rows[i]
		fills := r.Fills()
		if n := len(fills); n == 0 || n > len(form.Columns) || r.Units != nil {
			continue
		}
		lead, text, ok := t.lineAt(r.Unit)
		if !ok {
			continue
		}
		l := setLine{row: r}
		for _, k := range fills {
			it := &r.Items[k]
			l.at = append(l.at, m.between(lead, text, int(it.From), len(it.Text)))
		}
		words := strings.TrimRightFunc(text[:r.Items[fills[0]].From], unicode.IsSpace)
		l.label = m.of(lead) + m.of(words)
		last, _ := utf8.DecodeLastRuneInString(words)
		l.glued = unicode.IsDigit(last)
		if len(fills) == len(form.Columns) {
			full = append(full, l)
		} else {
			short = append(short, l)
		}
	}
	return full, short
}

// setHead is where the head names the seven columns, nil if it does not name all.
// The first may be lacking, whose name runs together with 法人或其他组织 where that
// is set far to the left.
func (t *reader) setHead(lines []line.Line, m measure) [][2]int {
	at := make([][2]int, len(form.Columns))
	for i := range lines {
		l := &lines[i]
		if len(l.Nums) > 0 {
			continue
		}
		for _, tok := range l.Words {
			j := slices.Index(form.Columns, form.Firm(tok.Text).Column)
			if j < 0 {
				continue
			}
			lead, text, ok := t.lineAt(l.Unit)
			if !ok || at[j] != [2]int{} {
				return nil
			}
			at[j] = m.between(lead, text, tok.From, len(tok.Text))
		}
	}
	if slices.Contains(at[1:], [2]int{}) {
		return nil
	}
	return at
}

// lineAt is a line as published: what stands before its words, and these.
func (t *reader) lineAt(unit int) (lead, text string, ok bool) {
	line := &t.Units[unit].Line
	if line.Pos.Line < 1 || line.Pos.Line > t.File.Lines() || line.Pos.Col > longestLead {
		return "", "", false
	}
	whole, _ := t.File.Line(line.Pos.Line - 1)
	at := 0
	for range line.Pos.Col - 1 {
		_, n := utf8.DecodeRuneInString(whole[at:])
		at += n
	}
	return whole[:at], line.Text, strings.TrimSpace(whole[:at]) == "" && strings.HasPrefix(whole[at:], line.Text)
}

func (m measure) of(s string) int {
	n := 0
	for _, u := range s {
		n += m(u)
	}
	return n
}

// between are the columns in which a piece of a line begins and ends.
func (m measure) between(lead, text string, from, n int) [2]int {
	a := m.of(lead) + m.of(text[:from])
	return [2]int{a, a + m.of(text[from:from+n])}
}

// A ruling is where the columns stand by one edge of what stands in them: for
// each the least and the greatest place found.
type ruling struct {
	edge  func(from, to int) int
	slack int
	cols  [][2]int
	left  int // where the first of them begins: labels end before
}

// begin takes the places of one line for those of the columns, and reports
// whether they can be told apart.
func (r *ruling) begin(at [][2]int) bool {
	r.cols, r.left = make([][2]int, len(at)), at[0][0]
	for j, a := range at {
		e := r.edge(a[0], a[1])
		r.cols[j] = [2]int{e, e}
		if j > 0 && e-r.cols[j-1][0] <= 2*r.slack+1 {
			return false
		}
	}
	return true
}

// take widens column j by what stands in it, and reports whether it may stand
// there.
func (r *ruling) take(j int, at [2]int) bool {
	e := r.edge(at[0], at[1])
	c := [2]int{min(r.cols[j][0], e), max(r.cols[j][1], e)}
	if c[1]-c[0] > r.slack {
		return false
	}
	r.cols[j] = c
	return true
}

// fromRows learns the columns from the rows that have all figures
// (columns-set-without-a-head).
func (r *ruling) fromRows(full []setLine) bool {
	if len(full) < fewestSet || !r.begin(full[0].at) {
		return false
	}
	labels := map[int]bool{}
	for _, l := range full {
		labels[l.label] = true
		r.left = min(r.left, l.at[0][0])
		for j := range l.at {
			if !r.take(j, l.at[j]) {
				return false
			}
		}
	}
	return len(labels) >= fewestSet
}

// fromHead learns them from a head, below the names of which all figures stand,
// but for those of rows whose labels reach over the first column.
func (r *ruling) fromHead(head [][2]int, full, short []setLine) bool {
	if head == nil || len(full)+len(short) < fewestSet {
		return false
	}
	all := slices.Concat(full, short)
	if head[0] == [2]int{} {
		head = slices.Clone(head)
		head[0] = [2]int{head[1][0] - 4, head[1][0] - 2} // where nothing stands, if no figure does
		if k := slices.IndexFunc(all, func(l setLine) bool { return l.at[0][1] < head[1][0] }); k >= 0 {
			head[0] = all[k].at[0]
		}
	}
	if !r.begin(head) {
		return false
	}
	labels, n := map[int]bool{}, 0
	for _, l := range all {
		if l.label >= r.left || l.glued {
			continue
		}
		cols := r.place(l)
		if cols == nil {
			return false
		}
		labels[l.label] = true
		n++
		for i, j := range cols {
			r.take(j, l.at[i])
		}
	}
	return n >= fewestSet && len(labels) >= fewestSet
}

// place gives the column of each figure of a row, nil where one stands in none.
func (r *ruling) place(l setLine) []int {
	if l.label >= r.left || l.glued {
		return nil // it covers the first column
	}
	cols := make([]int, 0, len(l.at))
	j := 0
	for _, at := range l.at {
		for j < len(r.cols) {
			old := r.cols[j]
			ok := r.take(j, at)
			r.cols[j] = old
			if ok {
				break
			}
			j++
		}
		if j == len(r.cols) {
			return nil
		}
		cols = append(cols, j)
		j++
	}
	return cols
}

// setInColumns gives the rows whose figures stand in columns a cell for each
// column. A row is recovered where its total is not the sum of the others, unless
// other rows with gaps show by theirs that gaps are blank cells, and where it has
// no total; then its figures must not look moved.
func (t *reader) setInColumns(placed map[*tabular.Row][]int) {
	n := len(form.Columns)
	sound, unsound := 0, 0
	for r, cols := range placed {
		switch {
		case cols[len(cols)-1] < n-1:
		case r.Adds():
			sound++
		default:
			unsound++
		}
	}
	for r, cols := range placed {
		total := cols[len(cols)-1] == n-1
		if !total && cols[len(cols)-1] < len(cols) && r.Adds() {
			continue
		}
		if !total || !r.Adds() && (sound < fewestSet || sound < fewestSet*unsound) {
			r.Why = report.BelowOneAnother.Why()
		}
		fills := r.Fills()
		items := slices.Clone(r.Items[:fills[0]])
		for i, j := 0, 0; j < n; j++ {
			if i < len(cols) && cols[i] == j {
				items = append(items, r.Items[fills[i]])
				i++
				continue
			}
			last := items[len(items)-1]
			items = append(items, tabular.Item{Val: true, V: value.Value{State: report.Blank}, Cell: last.Cell, From: last.From + int32(len(last.Text))})
		}
		r.Items, r.Set = items, true
	}
}
