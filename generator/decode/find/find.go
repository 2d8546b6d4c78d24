// Package find looks for the three statutory tables among the rows and lines of a
// report: by the words of their labels it gives each row to a table, and sets aside the
// tables that stand beside them, of other years, of parts, copies. The units of a Reader
// are marked; what their figures say is not its job.
package find

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/tabular"
	"ogi/generator/decode/unit"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// Found is what the search leaves to those who read the tables.
type Found struct {
	Items   [][]tabular.Item // of the units that are rows, as read
	Spare   []Cluster        // further copies of the tables
	inYears rowSet
}

// OnlyInYears reports whether only a table of several years has a row of the form.
func (f *Found) OnlyInYears(row string) bool { return f.inYears&formRows[row].bit != 0 }

// A finder looks for the statutory tables among the units of a report.
type finder struct {
	*unit.Reader
	Found
}

// Tables marks the units of the three statutory tables.
func Tables(r *unit.Reader) *Found {
	c := &finder{Reader: r}
	c.regions()
	return &c.Found
}

// regions gives each table row, and each line between rows that is a piece of
// a label, to the statutory table it belongs to. Of several tables of one kind
// the one with most rows is read. Five figures are a row of any table, without a label
// too (remedies-as-rows-of-five-figures), and two rows a table
// (html-table-two-without-its-head).
func (c *finder) regions() {
	var found []Cluster
	open := -1
	expected := form.Table(0)
	c.Items = make([][]tabular.Item, len(c.Units))
	looks := c.looks()
	c.further()
	for i := range c.Units {
		u := &c.Units[i]
		if u.Section >= 0 {
			open = -1
			expected = form.Table(c.Heads[u.Section].N)
			continue
		}
		if !u.IsRow() || u.Further {
			continue
		}
		words, filled := looks[i].words, looks[i].filled
		t := looks[i].vote
		if t == 0 {
			switch {
			case open >= 0 && (filled > 0 || words > 0 || c.Units[found[open].Last].Grid == u.Grid):
				t = found[open].Table
			case expected != 0 && filled >= 5 && !u.Aside:
				t = expected
			default:
				continue
			}
		}
		if u.Aside && words < 2 && open < 0 {
			continue
		}
		if open < 0 || found[open].Table != t {
			found = append(found, Cluster{Table: t, From: i, Last: i})
			open = len(found) - 1
		}
		found[open].Last = i
		if filled > 0 || words > 0 {
			found[open].rows += 1 + len(u.Row)/tabular.ManyCells // one row may hold them all
		}
		if t == form.Four && filled == len(tabular.FourKeys) {
			found[open].rows++ // it is the whole table, even without its head
		}
	}
	for t := form.Two; t <= form.Four; t++ {
		best := -1
		for i, k := range found {
			if k.Table == t && (best < 0 || k.rows > found[best].rows) {
				best = i
			}
		}
		if best >= 0 && found[best].rows >= 2 {
			Claim(c.Reader, found[best])
		}
	}
}

// A glance is what the cells of a row say: the table their labels speak for, how
// many do, and how many figures there are.
type glance struct {
	vote          form.Table
	words, filled int
}

// looks reads the cells of all rows.
func (c *finder) looks() []glance {
	room := c.roomForItems()
	out := make([]glance, len(c.Units))
	for i := range c.Units {
		if u := &c.Units[i]; u.IsRow() && u.Section < 0 {
			n := len(u.Row) + 1
			c.Items[i], out[i] = look(u, room[:0:n])
			room = room[n:]
		}
	}
	return out
}

// roomForItems is room for the items of all rows, in each for a number cut from
// its label.
func (c *finder) roomForItems() []tabular.Item {
	n := 0
	for i := range c.Units {
		if u := &c.Units[i]; u.IsRow() && u.Section < 0 {
			n += len(u.Row) + 1
		}
	}
	return make([]tabular.Item, n)
}

// look reads the cells of a row into the room and tells the table its labels
// speak for.
func look(u *unit.Unit, items []tabular.Item) ([]tabular.Item, glance) {
	votes, g := [5]int{}, glance{}
	for i := range u.Row {
		k := &u.Row[i]
		items = tabular.AppendItems(items, i, k.Text, k.Col, k.ColSpan)
	}
	tabular.GroupsForFigures(items, true)
	for i := range items {
		switch it := &items[i]; {
		case it.Filled():
			g.filled++
		case !it.Val && it.Label().Known():
			g.words++
			if !tabular.IsBareGroup(it) {
				votes[it.Label().Table]++ // the name of a group may stand in place of a figure
			}
		}
	}
	for t := form.Two; t <= form.Four; t++ {
		if votes[t] > votes[g.vote] || g.vote == 0 && votes[t] > 0 {
			g.vote = t
		}
	}
	return items, g
}

// maxSpare bounds the copies of tables that are compared.
const maxSpare = 9

// maxRows is far above what a statutory table has, torn and doubled.
const maxRows = 1500

// Claim marks the units of a Cluster, and the lines inside and about it that
// are pieces of labels.
func Claim(r *unit.Reader, k Cluster) {
	c := finder{Reader: r}
	if k.Last-k.From > maxRows {
		c.Report.Tables[k.Table-form.Two].Problems = append(c.Report.Tables[k.Table-form.Two].Problems, report.Text{
			Text: fmt.Sprintf("表格有 %d 行，只读前 %d 行", k.Last-k.From+1, maxRows), Pos: c.Units[k.From].Pos(),
		})
		k.Last = k.From + maxRows
	}
	for i := k.From; i <= k.Last; i++ {
		u := &c.Units[i]
		if u.IsRow() && !u.Further || c.isTableLine(u, k.Table) {
			u.Table = int(k.Table)
		}
	}
	for i := k.From - 1; i >= 0 && c.extend(i, k.Table); i-- {
	}
	for i := k.Last + 1; i < len(c.Units) && c.extend(i, k.Table); i++ {
	}
}

// extend claims one more line above or below a table and reports whether the
// next may be looked at.
func (c *finder) extend(i int, t form.Table) bool {
	u := &c.Units[i]
	if u.Section >= 0 || u.IsRow() {
		return u.Section < 0 && u.Table == 0 && c.placeholder(u)
	}
	if isCaption(u.Line.Text) {
		u.SetRole(unit.LabelRole)
		return true
	}
	if unit.IsResidue(u.Line.Text) {
		return true
	}
	if !c.isTableLine(u, t) {
		return false
	}
	u.Table = int(t)
	return true
}

// placeholder reports whether a row holds nothing but heads that converters
// invent and dashes, and gives it its role (text-with-markdown-marks).
func (c *finder) placeholder(u *unit.Unit) bool {
	for i := range u.Row {
		if s := u.Row[i].Text; s != "" && !value.IsDash(s) && !tabular.IsFiller(s) {
			return false
		}
	}
	u.SetRole(unit.LabelRole)
	return true
}

// isCaption knows the names that converters give to the tables: 表二：…
// (markdown-labels-detached).
func isCaption(s string) bool {
	n := form.Norm(s)
	for _, p := range [...]string{"表一", "表二", "表三", "表四", "表1", "表2", "表3", "表4", "附表"} {
		if strings.HasPrefix(n, p) {
			return utf8.RuneCountInString(n) <= 30
		}
	}
	return false
}

// isTableLine reports whether a prose line is table text: a label, a piece of
// labels, or a label with its number.
func (c *finder) isTableLine(u *unit.Unit, t form.Table) bool {
	if u.IsRow() || u.Table != 0 || u.Section >= 0 {
		return false
	}
	text := u.Line.Text
	if u.Heading > 0 { // of a small table that holds one group of rows or columns
		if head, _, ok := strings.Cut(strings.Replace(text, "（", "(", 1), " ("); ok && len(head) > 0 {
			text = head
		}
		l := form.Firm(text)
		return l.Known() && l.Table == t
	}
	if unit.IsResidue(text) {
		return false
	}
	if t == form.Four && tabular.GroupIn(text) != "" {
		return true
	}
	if l := form.Match(text); l.Known() && !l.Guess {
		return l.Table == t || l.Table == 0
	}
	if label, at := value.CutGlued(text); at < len(text) {
		if l := form.Match(label); l.Sure && l.Row != "" {
			return l.Table == t || l.Table == 0
		}
		return false
	}
	return form.IsPiece(text)
}

// A Cluster is a run of units of one statutory table under one heading.
type Cluster struct {
	Table      form.Table
	From, Last int
	rows       int // rows that name a row of the form, or hold values
}
