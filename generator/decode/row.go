package decode

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

// An item is one cell of a table row as the engine sees it.
type item struct {
	cell  int32 // index in the unit's row; 0 for a line
	col   int32 // column of the grid and columns it spans
	span  int32
	from  int32 // byte offset in its text, of a number cut from its label
	val   bool
	again bool // a further column of the cell before it
	text  string
	v     value.Value
	named *form.Label // nil if it names nothing
}

// label is what the text names, the zero Label if nothing.
func (it *item) label() *form.Label {
	if it.named == nil {
		return &unnamed
	}
	return it.named
}

var unnamed form.Label // never written

// firmly is form.Firm of a text, nil if it names nothing.
func firmly(text string) *form.Label {
	if l := form.Usual(text); l != nil {
		return l
	}
	return naming(form.Firm(text))
}

// naming is l for an item of its own, nil if it names nothing.
func naming(l form.Label) *form.Label {
	if l == unnamed {
		return nil
	}
	return &l
}

func (it *item) filled() bool { return it.val && it.v.Filled() }

// A trow is one logical row: labels first, then values.
type trow struct {
	unit    int
	items   []item
	units   []int // unit of each item where a row was joined from several; nil if all are of unit
	aligned bool
	whole   bool // reaches the right edge of its grid
	need    int  // values that a row of its table has at least
	last    int  // index of the last label, -1
	key     string
	guess   bool        // label known by likeness only
	flat    bool        // of a table whose cells are gone
	named   bool        // of such a table whose head names every column
	set     bool        // of such a table, and its figures stand in their columns
	gap     bool        // of such a table, and before it stands a line with figures that was not read
	why     *report.Why // how the row was told, if not by its own label
	vals    []int       // indices of items behind the label
	fill    []int       // those of them that are filled
	seq     []int       // what a doubtful row gives to the columns: fill, and the blanks between
	done    bool
}

type placeOf struct {
	pos place.Pos
}

func (t *tableReader) at(r *trow) placeOf { return placeOf{t.units1(r, 0).Pos()} }

func (t *tableReader) units1(r *trow, k int) *unit.Unit {
	if r.units != nil && k < len(r.units) {
		return &t.reader.Units[r.units[k]]
	}
	return &t.reader.Units[r.unit]
}

// gather turns the units of the table into logical rows. Rows of one cell are those of
// a torn table where most are, and there are eight (remedies-under-two-group-heads,
// remedies-of-cells-on-lines-with-a-false-sum).
func (t *tableReader) gather(items [][]item) {
	single, total := 0, 0
	n := 0
	for i := range t.reader.Units {
		if t.reader.Units[i].Table == int(t.t) {
			n++
		}
	}
	if n == 0 {
		return
	}
	t.units = make([]int, 0, n)
	raw := make([]trow, 0, n)
	for i := range t.reader.Units {
		u := &t.reader.Units[i]
		if u.Table != int(t.t) {
			continue
		}
		t.units = append(t.units, i)
		r := trow{unit: i}
		if u.IsRow() {
			r.aligned = u.Grid.Aligned
			r.items = items[i] // as the regions were found; a row belongs to one table
			n := 0
			for j := range u.Row {
				if u.Row[j].Text != "" {
					n++
				}
			}
			total++
			if n <= 1 && !(u.Grid.Aligned && len(u.Row) > 2) && !(n == 1 && len(u.Row) > len(form.Columns)) {
				single++ // a row of a true table is not: its other cells are blank
			}
		} else {
			r.items = appendItems(nil, 0, u.Line.Text, 0, 1)
		}
		raw = append(raw, r)
	}
	if len(t.units) == 0 {
		return
	}
	t.facts.Found = true
	t.facts.Pos = t.reader.Units[t.units[0]].Pos()
	if total >= 8 && single*10 > total*6 || len(raw) == 1 && len(raw[0].items) >= manyCells {
		raw = join(raw, t.t)
	}
	t.rows = raw // mostly no row is split
	for i := range raw {
		if cutAt(&raw[i], t.t) >= 0 {
			t.rows = slices.Grow(raw[:i:i], len(raw)-i+1)
			for _, r := range raw[i:] {
				t.rows = split(t.rows, r, t.t)
			}
			break
		}
	}
	t.edges()
	from := t.valuesFrom()
	for i := range t.rows {
		t.rows[i].need = 1
		if t.t == form.Three {
			t.rows[i].need = len(form.Columns)
		}
		if t.t == form.Four {
			t.rows[i].wordsForFour()
		}
		t.rows[i].part(from)
	}
	t.wrapped()
}

// appendItems reads one cell; a number that sticks to the end of a label
// becomes an item of its own.
func appendItems(items []item, cell int, text string, col, span int) []item {
	it := item{cell: int32(cell), text: text, col: int32(col), span: int32(span)}
	if len(text) >= len("总计") {
		if l := form.Usual(text); l != nil { // most labels, which then need not be looked at as values
			it.named = l
			return append(items, it)
		}
	}
	if v, ok := value.Read(text); ok {
		it.val, it.v = true, v
		return append(items, it)
	}
	if last := text[len(text)-1]; last >= '0' && last <= '9' || strings.HasSuffix(text, "０") {
		if label, at := value.CutGlued(text); at < len(text) {
			if l := form.Match(label); l.Known() && !l.Guess && l.Row != "" {
				it.text, it.named = label, naming(l)
				num := item{cell: it.cell, from: int32(at), text: text[at:], col: it.col, span: it.span, val: true}
				if v, ok := value.Read(num.text); ok {
					num.v = v
					return append(items, it, num)
				}
			}
		}
	}
	it.named = naming(form.Match(text))
	if (!it.label().Known() || it.label().Guess) && (strings.Contains(text, "复议") || strings.Contains(text, "起诉")) {
		if g := groupIn(text); g != "" {
			it.named = &form.Label{Table: form.Four, Group: g}
		}
	}
	return append(items, it)
}

// manyCells in one row are all of a table: those of the widest are fifteen.
const manyCells = 30

// join makes one long row of rows that hold one cell each, or rows of one width
// where the labels show it (remedies-of-cells-on-lines-with-a-false-sum).
func join(rows []trow, t form.Table) []trow {
	out := trow{unit: rows[0].unit}
	for i := range rows {
		for range rows[i].items {
			out.units = append(out.units, rows[i].unit)
		}
		out.items = append(out.items, rows[i].items...)
	}
	groupsForFigures(out.items, false)
	wordsForFigures(out.items, t)
	for _, w := range widths[t] {
		if rows := out.inWidth(w, t); rows != nil {
			return rows
		}
	}
	return []trow{out}
}

// widths are the numbers of cells that the rows of a table have if each place of
// the printed grid is a cell.
var widths = [...][]int{form.Two: {4}, form.Three: {10, 9, 8}, form.Four: {15}}

// inWidth cuts a row of all cells into rows of w, if then every label that names
// a row stands before its figures: in one of the first three cells of table
// three, in the first one of table two. The figures of table four must fill its
// last row (markdown-cells-one-a-line-in-one-width).
func (r *trow) inWidth(w int, t form.Table) []trow {
	named := 0
	for k := range r.items {
		switch it := &r.items[k]; {
		case it.val || it.from > 0 || it.label().Row == "" || it.label().Column != "" || it.label().Guess:
		case k%w > w-8 && t == form.Three || k%w > 0 && t == form.Two:
			return nil
		default:
			named++
		}
	}
	if t == form.Four {
		if n := len(r.items) - w; n < w || len(r.items)%w > 0 || r.filledAfter(n-1) != w || r.filledAfter(-1) != w {
			return nil
		}
	} else if named < 5 {
		return nil
	}
	var rows []trow
	for k := 0; k < len(r.items); k += w {
		end := min(k+w, len(r.items))
		rows = append(rows, trow{unit: r.units[k], items: r.items[k:end:end], units: r.units[k:end:end]})
	}
	return rows
}

// split cuts a row before each label that follows a value: rows that ran
// together, tables side by side.
func split(out []trow, r trow, t form.Table) []trow {
	for k := cutAt(&r, t); k >= 0; k = cutAt(&r, t) {
		a := r
		a.items, r.items = r.items[:k:k], r.items[k:]
		if r.units != nil {
			a.units, r.units = r.units[:k:k], r.units[k:]
			r.unit = r.units[0]
		}
		out = append(out, a)
	}
	return append(out, r)
}

// cutAt is the item before which a row is cut, -1 if it is one row. In table three a
// label that is not of the form is one behind a row of seven figures
// (pipe-cells-one-a-line-with-a-local-row).
func cutAt(r *trow, t form.Table) int {
	filled, since, named := 0, 0, false
	row := ""
	for k := range r.items {
		it := &r.items[k]
		if it.val {
			since++
		}
		// The one group that may be a row of its own follows a row that is blank
		// (cells-on-lines-with-a-blank-row-before-a-group).
		if l := it.label(); r.units != nil && since == 0 && row != "" && l.Row == "" && l.Group == "requests.other_outcome" && !strings.HasPrefix(row, l.Group) {
			return k
		}
		if it.filled() {
			filled++
			continue
		}
		// Where all cells were put into one row, blanks enough make a row too.
		blank := r.units != nil && !it.val && it.label().Known() && (since >= len(form.Columns) || t != form.Three && named && since > 0)
		if !it.val {
			since, named, row = 0, it.label().Row != "", it.label().Row
		}
		if it.val || filled == 0 && !blank {
			continue
		}
		if it.label().Known() || t == form.Three && filled >= 7 {
			return k
		}
	}
	return -1
}

// edges tells for rows of aligned grids whether they reach the right edge that
// most rows of the grid have (html-table-two-without-its-head,
// html-row-that-lost-its-label-cell).
func (t *tableReader) edges() {
	count := map[int]int{}
	for i := range t.rows {
		if r := &t.rows[i]; r.aligned {
			count[edge(r)]++
		}
	}
	width, most := 0, 0
	for e, n := range count {
		if n > most || n == most && e > width {
			width, most = e, n
		}
	}
	for i := range t.rows {
		t.rows[i].whole = t.rows[i].aligned && edge(&t.rows[i]) == width
	}
}

// valuesFrom is the first column of a true grid that the head names as one of
// values: words in it or right of it are no label. It is the last of all where
// nothing is known (words-piece-of-a-label-below-a-column).
func (t *tableReader) valuesFrom() int32 {
	from := int32(math.MaxInt32)
	for i := range t.rows {
		r := &t.rows[i]
		if !r.aligned || r.units != nil {
			return math.MaxInt32
		}
		filled := false
		for k := range r.items {
			filled = filled || r.items[k].filled()
		}
		for k := range r.items {
			it := &r.items[k]
			if l := it.label(); !it.val && !filled && k > 0 && l.Column != "" && l.Table == t.t && !l.Guess {
				from = min(from, it.col)
			}
		}
	}
	return from
}

// edge is the column at which the row ends.
func edge(r *trow) int {
	if n := len(r.items); n > 0 {
		return int(r.items[n-1].col + r.items[n-1].span)
	}
	return 0
}

// part finds where the labels of a row end and its values begin. Words behind
// the label and before the values belong to the label if there are values
// enough without them; else they stand where a number should, as those do that
// stand below the names of columns, from a column of the grid on.
func (r *trow) part(from int32) {
	r.last = -1
	seen, named := false, false
	for k := range r.items {
		it := &r.items[k]
		if named && !it.val && (!it.label().Known() || it.label().Guess) {
			if why := value.NotANumber(it.text); why != report.Plainly || it.col >= from {
				it.val, it.v, seen = true, value.Garbled(cmp.Or(why, report.NoNumber)), true
				continue
			}
		}
		switch {
		case it.label().Known():
			r.last = k
			seen, named = false, it.label().Row != ""
		case seen:
		case !it.val && (!named || r.need == 0 || form.IsPiece(it.text) || r.filledAfter(k) >= r.need), isNumbering(it) && r.filledAfter(k) >= max(r.need, 1):
			r.last = k
		case it.filled():
			seen = true
		}
	}
	r.spread()
	n := len(r.items) - r.last - 1
	if n == 0 {
		return
	}
	both := make([]int, 2*n)
	r.vals, r.fill = both[:0:n], both[n:n]
	for k := r.last + 1; k < len(r.items); k++ {
		it := &r.items[k]
		if !it.val {
			// Words among values: something is written there, but no number.
			it.val = true
			it.v = value.Garbled(cmp.Or(value.NotANumber(it.text), report.NoNumber))
		}
		r.vals = append(r.vals, k)
		if it.v.Filled() {
			r.fill = append(r.fill, k)
		}
	}
}

// spread gives words that span several columns of values to each of them, where
// the row has then as many cells as the columns of its table, or of one kind of
// .
func (r *trow) spread() {
	if !r.aligned || r.units != nil || r.last+1 >= len(r.items) {
		return
	}
	wide, total := false, 0
	for k := r.last + 1; k < len(r.items); k++ {
		it := &r.items[k]
		if it.span > 1 && (it.v.State == report.Number || !it.val && it.label().Known()) {
			return
		}
		wide = wide || it.span > 1 && it.text != ""
		total += int(it.span)
	}
	if !wide || !r.takes(total) {
		return
	}
	cells := r.items[r.last+1:]
	items := slices.Clone(r.items[:r.last+1])
	for _, it := range cells {
		for j := range it.span {
			one := it
			one.col, one.span, one.again = it.col+j, 1, j > 0
			items = append(items, one)
		}
	}
	r.items = items
}

// takes reports whether a row may have that many values
// (html-words-over-three-columns).
func (r *trow) takes(n int) bool {
	switch l := r.label(); {
	case r.need == len(form.Columns):
		return n == r.need
	case l.Table == form.Two:
		return n == 3 && (l.Row == "proactive.rules" || l.Row == "proactive.normative_documents")
	}
	return n == 5 || n == 10 || n == 15
}

// label is the last label of the row.
func (r *trow) label() form.Label {
	if r.last < 0 {
		return form.Label{}
	}
	return *r.items[r.last].label()
}

func (r *trow) filledAfter(k int) int {
	n := 0
	for i := k + 1; i < len(r.items); i++ {
		if r.items[i].filled() {
			n++
		}
	}
	return n
}

// isNumbering knows the number of a label whose words are lost: 4. or 4、
// (label-lost-row-told-by-neighbours).
func isNumbering(it *item) bool {
	t := strings.TrimRight(it.text, ".．、")
	return it.val && len(t) < len(it.text) && len(t) <= 2
}

// isData reports whether the row holds at least one value.
func (r *trow) isData() bool { return len(r.fill) > 0 }

// words are the labels of the row from the last to the first.
func (r *trow) labels(yield func(*item) bool) {
	for k := r.last; k >= 0; k-- {
		if !r.items[k].val && !yield(&r.items[k]) {
			return
		}
	}
}

func last(b bool) int {
	if b {
		return 1
	}
	return 0
}
