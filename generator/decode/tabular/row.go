// Package tabular makes rows of labels and values of the units of a statutory table, and
// writes a value of a row into its cell of the report. A Table is what the rooms that
// read tables share; in which column a value stands is not its job.
package tabular

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ogi/generator/decode/unit"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
)

// An Item is one cell of a table row as the engine sees it.
type Item struct {
	Cell  int32 // index in the unit's row; 0 for a line
	Col   int32 // column of the grid and columns it spans
	Span  int32
	From  int32 // byte offset in its text, of a number cut from its label
	Val   bool
	again bool // a further column of the cell before it
	Text  string
	V     value.Value
	Named *form.Label // nil if it names nothing
}

// Label is what the text names, the zero Label if nothing.
func (it *Item) Label() *form.Label {
	if it.Named == nil {
		return &unnamed
	}
	return it.Named
}

var unnamed form.Label // never written

// Firmly is form.Firm of a text, nil if it names nothing.
func Firmly(text string) *form.Label {
	if l := form.Usual(text); l != nil {
		return l
	}
	return Naming(form.Firm(text))
}

// Naming is l for an item of its own, nil if it names nothing.
func Naming(l form.Label) *form.Label {
	if l == unnamed {
		return nil
	}
	return &l
}

// Filled reports whether it is a value and not a blank.
func (it *Item) Filled() bool { return it.Val && it.V.Filled() }

// A Row is one logical row: labels first, then values.
type Row struct {
	Unit    int
	Items   []Item
	Units   []int // unit of each item where a row was joined from several; nil if all are of unit
	Aligned bool
	Whole   bool // reaches the right edge of its grid
	Need    int  // values that a row of its table has at least
	Last    int  // index of the last label, -1
	Key     string
	Guess   bool        // label known by likeness only
	Flat    bool        // of a table whose cells are gone
	Named   bool        // of such a table whose head names every column
	Set     bool        // of such a table, and its figures stand in their columns
	Gap     bool        // of such a table, and before it stands a line with figures that was not read
	Why     *report.Why // how the row was told, if not by its own label
	Vals    []int       // indices of items behind the label
	Fill    []int       // those of them that are filled
	Seq     []int       // what a doubtful row gives to the columns: fill, and the blanks between
	Done    bool
}

// At is where a row stands.
func (t *Table) At(r *Row) place.Pos { return t.UnitOf(r, 0).Pos() }

// UnitOf is the unit of item k of a row.
func (t *Table) UnitOf(r *Row, k int) *unit.Unit {
	if r.Units != nil && k < len(r.Units) {
		return &t.Units[r.Units[k]]
	}
	return &t.Units[r.Unit]
}

// Gather turns the units of the table into logical rows. Rows of one cell are those of
// a torn table where most are, and there are eight (remedies-under-two-group-heads,
// remedies-of-cells-on-lines-with-a-false-sum).
func (t *Table) Gather(items [][]Item) {
	single, total := 0, 0
	n := 0
	for i := range t.Units {
		if t.Units[i].Table == int(t.Of) {
			n++
		}
	}
	if n == 0 {
		return
	}
	t.own = make([]int, 0, n)
	raw := make([]Row, 0, n)
	for i := range t.Units {
		u := &t.Units[i]
		if u.Table != int(t.Of) {
			continue
		}
		t.own = append(t.own, i)
		r := Row{Unit: i}
		if u.IsRow() {
			r.Aligned = u.Grid.Aligned
			r.Items = items[i] // as the regions were found; a row belongs to one table
			n := 0
			for j := range u.Row {
				if u.Row[j].Text != "" {
					n++
				}
			}
			total++
			if n <= 1 && !(u.Grid.Aligned && len(u.Row) > 1) && !(n == 1 && len(u.Row) > len(form.Columns)) {
				single++ // a row of a true table is not: its other cells are blank
			}
		} else {
			r.Items = AppendItems(nil, 0, u.Line.Text, 0, 1)
		}
		raw = append(raw, r)
	}
	if len(t.own) == 0 {
		return
	}
	t.Facts.Found = true
	t.Facts.Pos = t.Units[t.own[0]].Pos()
	if total >= 8 && single*10 > total*6 || len(raw) == 1 {
		raw = join(raw, t.Of)
	}
	t.Rows = raw // mostly no row is split
	for i := range raw {
		if cutAt(&raw[i], t.Of) >= 0 {
			t.Rows = slices.Grow(raw[:i:i], len(raw)-i+1)
			for _, r := range raw[i:] {
				t.Rows = split(t.Rows, r, t.Of)
			}
			break
		}
	}
	t.edges()
	from := t.valuesFrom()
	for i := range t.Rows {
		if t.Of == form.Four {
			t.Rows[i].wordsForFour()
		}
		t.Rows[i].Need = t.need()
		t.Rows[i].Part(from)
	}
	t.wrapped()
}

// AppendItems reads one cell; a number that sticks to the end of a label
// becomes an item of its own.
func AppendItems(items []Item, cell int, text string, col, span int) []Item {
	it := Item{Cell: int32(cell), Text: text, Col: int32(col), Span: int32(span)}
	if len(text) >= len("总计") {
		if l := form.Usual(text); l != nil { // most labels, which then need not be looked at as values
			it.Named = l
			return append(items, it)
		}
	}
	if v, ok := value.Read(text); ok {
		it.Val, it.V = true, v
		return append(items, it)
	}
	if last := text[len(text)-1]; last >= '0' && last <= '9' || strings.HasSuffix(text, "０") {
		if label, at := value.CutGlued(text); at < len(text) {
			if l := form.Match(label); l.Known() && !l.Guess && l.Row != "" {
				it.Text, it.Named = label, Naming(l)
				num := Item{Cell: it.Cell, From: int32(at), Text: text[at:], Col: it.Col, Span: it.Span, Val: true}
				if v, ok := value.Read(num.Text); ok {
					num.V = v
					return append(items, it, num)
				}
			}
		}
	}
	it.Named = Naming(form.Match(text))
	if (!it.Label().Known() || it.Label().Guess) && (strings.Contains(text, "复议") || strings.Contains(text, "起诉")) {
		if g := GroupIn(text); g != "" {
			it.Named = &form.Label{Table: form.Four, Group: g}
		}
	}
	return append(items, it)
}

// ManyCells in one row are all of a table: those of the widest are fifteen.
const ManyCells = 30

// join makes one long row of rows that hold one cell each, or rows of one width
// where the labels show it (remedies-of-cells-on-lines-with-a-false-sum).
func join(rows []Row, t form.Table) []Row {
	out := Row{Unit: rows[0].Unit}
	for i := range rows {
		for range rows[i].Items {
			out.Units = append(out.Units, rows[i].Unit)
		}
		out.Items = append(out.Items, rows[i].Items...)
	}
	GroupsForFigures(out.Items, false)
	WordsForFigures(out.Items, t)
	for _, w := range widths[t] {
		if rows := out.inWidth(w, t); rows != nil {
			return rows
		}
	}
	return []Row{out}
}

// widths are the numbers of cells that the rows of a table have if each place of
// the printed grid is a cell.
var widths = [...][]int{form.Two: {4}, form.Three: {10, 9, 8}, form.Four: {15}}

// inWidth cuts a row of all cells into rows of w, if then every label that names
// a row stands before its figures: in one of the first three cells of table
// three, in the first one of table two. The figures of table four must fill its
// last row (markdown-cells-one-a-line-in-one-width).
func (r *Row) inWidth(w int, t form.Table) []Row {
	named := 0
	for k := range r.Items {
		switch it := &r.Items[k]; {
		case it.Val || it.From > 0 || it.Label().Row == "" || it.Label().Column != "" || it.Label().Guess:
		case k%w > w-8 && t == form.Three || k%w > 0 && t == form.Two:
			return nil
		default:
			named++
		}
	}
	if t == form.Four {
		if n := len(r.Items) - w; n < w || len(r.Items)%w > 0 || r.filledAfter(n-1) != w || r.Figures() != w {
			return nil
		}
	} else if named < 5 {
		return nil
	}
	var rows []Row
	for k := 0; k < len(r.Items); k += w {
		end := min(k+w, len(r.Items))
		rows = append(rows, Row{Unit: r.Units[k], Items: r.Items[k:end:end], Units: r.Units[k:end:end]})
	}
	return rows
}

// split cuts a row before each label that follows a value: rows that ran
// together, tables side by side.
func split(out []Row, r Row, t form.Table) []Row {
	for k := cutAt(&r, t); k >= 0; k = cutAt(&r, t) {
		a := r
		a.Items, r.Items = r.Items[:k:k], r.Items[k:]
		if r.Units != nil {
			a.Units, r.Units = r.Units[:k:k], r.Units[k:]
			r.Unit = r.Units[0]
		}
		out = append(out, a)
	}
	return append(out, r)
}

// cutAt is the item before which a row is cut, -1 if it is one row. In table three a
// label that is not of the form is one behind a row of seven figures
// (pipe-cells-one-a-line-with-a-local-row).
func cutAt(r *Row, t form.Table) int {
	filled, since, named := 0, 0, false
	row := ""
	for k := range r.Items {
		it := &r.Items[k]
		if it.Val {
			since++
		}
		// The one group that may be a row of its own follows a row that is blank
		// (cells-on-lines-with-a-blank-row-before-a-group).
		if l := it.Label(); r.Units != nil && since == 0 && row != "" && l.Row == "" && l.Group == "requests.other_outcome" && !strings.HasPrefix(row, l.Group) {
			return k
		}
		if it.Filled() {
			filled++
			continue
		}
		// Where all cells were put into one row, blanks enough make a row too.
		blank := r.Units != nil && !it.Val && it.Label().Known() && (since >= len(form.Columns) || t != form.Three && named && since > 0)
		if !it.Val {
			since, named, row = 0, it.Label().Row != "", it.Label().Row
		}
		if it.Val || filled == 0 && !blank {
			continue
		}
		if it.Label().Known() || t == form.Three && filled >= 7 {
			return k
		}
	}
	return -1
}

// edges tells for rows of aligned grids whether they reach the right edge that
// most rows of the grid have (html-table-two-without-its-head,
// html-row-that-lost-its-label-cell).
func (t *Table) edges() {
	count := map[int]int{}
	for i := range t.Rows {
		if r := &t.Rows[i]; r.Aligned {
			count[Edge(r)]++
		}
	}
	width, most := 0, 0
	for e, n := range count {
		if n > most || n == most && e > width {
			width, most = e, n
		}
	}
	for i := range t.Rows {
		t.Rows[i].Whole = t.Rows[i].Aligned && Edge(&t.Rows[i]) == width
	}
}

// valuesFrom is the first column of a true grid that the head names as one of
// values: words in it or right of it are no label. It is the last of all where
// nothing is known (words-piece-of-a-label-below-a-column).
func (t *Table) valuesFrom() int32 {
	from := int32(math.MaxInt32)
	for i := range t.Rows {
		r := &t.Rows[i]
		if !r.Aligned || r.Units != nil {
			return math.MaxInt32
		}
		filled := r.Figures() > 0
		for k := range r.Items {
			it := &r.Items[k]
			if l := it.Label(); !it.Val && !filled && k > 0 && l.Column != "" && l.Table == t.Of && !l.Guess {
				from = min(from, it.Col)
			}
		}
	}
	return from
}

// Edge is the column at which the row ends.
func Edge(r *Row) int {
	if n := len(r.Items); n > 0 {
		return int(r.Items[n-1].Col + r.Items[n-1].Span)
	}
	return 0
}

// need is how many values a row has at least.
func (t *Table) need() int {
	if t.Of == form.Three {
		return len(form.Columns)
	}
	return 1
}

// PartAll cuts one row of all cells of the table into its rows.
func (t *Table) PartAll(all Row) {
	t.Rows = split(nil, all, t.Of)
	for i := range t.Rows {
		t.Rows[i].Need = t.need()
		t.Rows[i].Part(math.MaxInt32)
	}
}

// Part finds where the labels of a row end and its values begin. Words behind
// the label and before the values belong to the label if there are values
// enough without them; else they stand where a number should, as those do that
// stand below the names of columns, from a column of the grid on.
func (r *Row) Part(from int32) {
	r.Last = -1
	seen, named := false, false
	for k := range r.Items {
		it := &r.Items[k]
		if named && !it.Val && (!it.Label().Known() || it.Label().Guess) {
			if why := value.NotANumber(it.Text); why != report.Plainly || it.Col >= from {
				it.Val, it.V, seen = true, value.Garbled(cmp.Or(why, report.NoNumber)), true
				continue
			}
		}
		switch {
		case it.Label().Known():
			r.Last = k
			seen, named = false, it.Label().Row != ""
		case seen:
		case !it.Val && (!named || r.Need == 0 || form.IsPiece(it.Text) || r.filledAfter(k) >= r.Need), isNumbering(it) && r.filledAfter(k) >= max(r.Need, 1):
			r.Last = k
		case it.Filled():
			seen = true
		}
	}
	r.spread()
	n := len(r.Items) - r.Last - 1
	if n == 0 {
		return
	}
	both := make([]int, 2*n)
	r.Vals, r.Fill = both[:0:n], both[n:n]
	for k := r.Last + 1; k < len(r.Items); k++ {
		it := &r.Items[k]
		if !it.Val {
			// Words among values: something is written there, but no number.
			it.Val = true
			it.V = value.Garbled(cmp.Or(value.NotANumber(it.Text), report.NoNumber))
		}
		r.Vals = append(r.Vals, k)
		if it.V.Filled() {
			r.Fill = append(r.Fill, k)
		}
	}
}

// spread gives words that span several columns of values to each of them, where
// the row has then as many cells as the columns of its table, or of one kind of
// .
func (r *Row) spread() {
	if !r.Aligned || r.Units != nil || r.Last+1 >= len(r.Items) {
		return
	}
	wide, total := false, 0
	for k := r.Last + 1; k < len(r.Items); k++ {
		it := &r.Items[k]
		if it.Span > 1 && (it.V.State == report.Number || !it.Val && it.Label().Known()) {
			return
		}
		wide = wide || it.Span > 1 && it.Text != ""
		total += int(it.Span)
	}
	if !wide || !r.takes(total) {
		return
	}
	cells := r.Items[r.Last+1:]
	items := slices.Clone(r.Items[:r.Last+1])
	for _, it := range cells {
		for j := range it.Span {
			one := it
			one.Col, one.Span, one.again = it.Col+j, 1, j > 0
			items = append(items, one)
		}
	}
	r.Items = items
}

// takes reports whether a row may have that many values
// (html-words-over-three-columns).
func (r *Row) takes(n int) bool {
	switch l := r.label(); {
	case r.Need == len(form.Columns):
		return n == r.Need
	case l.Table == form.Two:
		return n == 3 && (l.Row == "proactive.rules" || l.Row == "proactive.normative_documents")
	}
	return n == 5 || n == 10 || n == 15
}

// label is the last label of the row.
func (r *Row) label() form.Label {
	if r.Last < 0 {
		return form.Label{}
	}
	return *r.Items[r.Last].Label()
}

// filledAfter counts the figures behind item k.
func (r *Row) filledAfter(k int) int {
	n := 0
	for i := k + 1; i < len(r.Items); i++ {
		if r.Items[i].Filled() {
			n++
		}
	}
	return n
}

// isNumbering knows the number of a label whose words are lost: 4. or 4、
// (label-lost-row-told-by-neighbours).
func isNumbering(it *Item) bool {
	t := strings.TrimRight(it.Text, ".．、")
	return it.Val && len(t) < len(it.Text) && len(t) == 1
}

// Name names a row by the last of its labels that is a name, and tells where it is one
// by likeness only.
func (r *Row) Name(is func(*form.Label) bool) {
	r.Labels(func(it *Item) bool {
		l := it.Label()
		if !is(l) {
			return true
		}
		if r.Key, r.Guess = l.Row, l.Guess; r.Guess {
			r.Why = report.ByLikeness.Why()
		}
		return false
	})
}

// Doubt makes all its figures garbled.
func (r *Row) Doubt(e report.Evidence) {
	for k := range r.Items {
		if it := &r.Items[k]; it.Filled() {
			it.V = value.Garbled(e)
		}
	}
}

// IsData reports whether the row holds at least one value.
func (r *Row) IsData() bool { return len(r.Fill) > 0 }

// words are the labels of the row from the last to the first.
func (r *Row) Labels(yield func(*Item) bool) {
	for k := r.Last; k >= 0; k-- {
		if !r.Items[k].Val && !yield(&r.Items[k]) {
			return
		}
	}
}

// One is 1 where b holds, 0 where not.
func One(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Fills are the figures of a row before it is parted.
func (r *Row) Fills() []int {
	var out []int
	for k := range r.Items {
		if r.Items[k].Filled() {
			out = append(out, k)
		}
	}
	return out
}

// Figures is how many figures a row has before it is parted.
func (r *Row) Figures() int { return r.filledAfter(-1) }

// Adds reports whether the last figure of a row is the sum of the others.
func (r *Row) Adds() bool {
	var sum, last int64 // of all before the last, and the last
	n := 0
	for k := range r.Items {
		if !r.Items[k].Filled() {
			continue
		}
		v, ok := Whole(r.Items[k].V.State, r.Items[k].V.Num)
		if !ok {
			return false
		}
		sum, last = sum+last, v
		n++
	}
	return n > 1 && sum == last
}
