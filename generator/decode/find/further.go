package find

import (
	"cmp"
	"fmt"
	"math/bits"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/date"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
)

// A patch is a run of rows of one grid, with what it says in the words of one
// statutory table.
type patch struct {
	from, to int // units, to not included
	share
	unknown int  // labels that the form does not have
	years   bool // columns are years
	rank    int  // by the year in the line above it: 0 the report's, 1 none, 2 another
}

// A share is what a patch says of one statutory table.
type share struct {
	rows    rowSet // rows of the form that have figures in it
	figures int    // behind labels of the form, of whichever table
	strange int    // behind labels it does not have
	names   int    // columns of table four that it names
	fits    int    // rows with as many figures as this table gives them, less those with others
}

// A rowSet is some of the rows of the form, a bit each.
type rowSet uint64

func (s rowSet) len() int { return bits.OnesCount64(uint64(s)) }

// A formRow is a row of the form: its bit in a rowSet, the table it stands in and
// how many columns it has there, in each of the forms.
type formRow struct {
	bit     rowSet
	table   form.Table
	columns []int
}

// formRows are the rows by their keys, those of table four also by the key that
// stands for them all.
var formRows = func() map[string]formRow {
	m := map[string]formRow{}
	put := func(row string, t form.Table, columns int) {
		r, ok := m[row]
		if !ok {
			r = formRow{bit: 1 << len(m), table: t}
		}
		r.columns = append(r.columns, columns)
		m[row] = r
	}
	for _, f := range [...]*form.Form{form.F2019, form.F2021} {
		for _, d := range f.Defs {
			put(d.Row, d.Table, tabular.ColumnsOf(f, d.Row))
		}
	}
	put("remedies", form.Four, len(tabular.FourKeys))
	return m
}()

// further finds the tables that stand beside the statutory ones and speak of
// the same rows or of others: per unit, of several years, of channels, of last
// year, summaries, copies. It marks their units, so that they are not read as
// patches of the statutory ones. A patch whose rows another one has already, which
// has more of them with as many figures as the form wants, is further; one that
// has nearly all of them is a copy, to be compared. A patch that knows no row of
// the form is further where another one does (tables-beside-the-statutory-one).
func (c *finder) further() {
	var all [3][]patch // by table
	patches := c.patches()
	for k := range patches {
		p := &patches[k]
		for i, of := range c.describe(p) {
			if of.rows == 0 && of.names < len(tabular.FourColumns) && of.strange == 0 && p.unknown <= fewUnknown {
				continue
			}
			if all[i] == nil {
				all[i] = make([]patch, 0, len(patches)-k)
			}
			q := *p
			q.share = of
			all[i] = append(all[i], q)
		}
	}
	for i, patches := range all {
		c.furtherOf(form.Two+form.Table(i), patches)
	}
}

// fewUnknown are labels that the form does not have and that make no other table
// (TestSpareCellsAreTold).
const fewUnknown = 2

// A patch of which half is known comes again (tables-beside-the-statutory-one); one
// with most of the rows and figures is a copy (table-two-once-more-below-itself), one
// with half of them is not (table-two-of-a-part-below-itself).
func (c *finder) furtherOf(t form.Table, mine []patch) {
	for i := range mine {
		if len(mine) > 1 {
			mine[i].rank = c.yearRank(&mine[i])
		}
	}
	slices.SortStableFunc(mine, func(a, b patch) int {
		return cmp.Or(
			cmp.Compare(tabular.One(a.rank == 2), tabular.One(b.rank == 2)),
			cmp.Compare(tabular.One(a.years || a.fits < 0), tabular.One(b.years || b.fits < 0)),
			cmp.Compare(a.rank, b.rank),
			cmp.Compare(b.rows.len(), a.rows.len()),
		)
	})
	var taken rowSet
	figures := 0
	var again []patch
	for _, p := range mine {
		if p.rows == 0 && p.names < len(tabular.FourColumns) {
			continue
		}
		switch {
		case p.rows != 0 && (p.rows&taken).len()*2 >= p.rows.len():
			again = append(again, p)
		case p.years:
			c.setAside(t, p, false)
			c.inYears |= p.rows // printed, but not as the form has them
		default:
			taken |= p.rows
			figures += p.figures
		}
	}
	for _, p := range c.runsOf(again) {
		copied := p.rank < 2 && !p.years && (p.rows&taken).len()*10 >= taken.len()*8 && p.figures*10 >= figures*7
		c.setAside(t, p, copied)
	}
	if taken.len() < 3 && t == form.Three || taken == 0 {
		return
	}
	for _, p := range mine {
		if p.rows == 0 && (p.strange > 0 || p.unknown > fewUnknown) && p.names < len(tabular.FourColumns) && c.Units[p.from].Table == 0 && c.speaks(p, t) {
			c.setAside(t, p, false)
		}
	}
}

// runsOf puts patches together that follow one another and have different rows:
// a copy of table two falls into a patch for each of its heads, one of table
// three into as many as pages it stands on (table-two-once-more-below-itself).
func (c *finder) runsOf(patches []patch) []patch {
	slices.SortFunc(patches, func(a, b patch) int { return a.from - b.from })
	var out []patch
	for _, p := range patches {
		if n := len(out); n > 0 && c.goesOn(&out[n-1], &p) {
			q := &out[n-1]
			q.to, q.figures = p.to, q.figures+p.figures
			q.rows |= p.rows
			continue
		}
		out = append(out, p)
	}
	return out
}

func (c *finder) goesOn(a, b *patch) bool {
	return c.nothingBetween(a.to, b.from) && a.years == b.years && (a.rank == b.rank || a.to != b.from && b.rank == 1) && b.rows&a.rows == 0
}

// pageBreak is what the foot and the head of a page say where a table goes on.
var pageBreak = regexp.MustCompile(`^[\s（(]*(第\s*\d+\s*页.*|(表.{0,2})?续(上)?表.{0,3}|(上表)?接上页|续)[\s）)]*$`)

// nothingBetween reports whether only what a page break leaves stands between two
// rows: the number of a page, blank rows (table-two-once-more-below-itself).
func (c *finder) nothingBetween(from, to int) bool {
	for i := from; i < to; i++ {
		u := &c.Units[i]
		if u.Section >= 0 || u.IsRow() && len(c.Items[i]) > 0 || !u.IsRow() && !unit.IsResidue(u.Line.Text) && !pageBreak.MatchString(u.Line.Text) {
			return false
		}
	}
	return from <= to
}

// patches cuts the rows of the report into runs: at lines of text, at the edges
// of grids, and at lone cells that are no label, as captions are in spreadsheets.
func (c *finder) patches() []patch {
	var out []patch
	open := false
	for i := range c.Units {
		u := &c.Units[i]
		if !u.IsRow() || u.Section >= 0 || u.Aside {
			open = false
			continue
		}
		if open && (c.Units[i-1].Grid != u.Grid || c.isCaptionRow(i) || beginsTable(c.Items[i]) && isCounted(c.Items[i-1])) {
			open = false
		}
		if !open {
			out = append(out, patch{from: i})
			open = true
		}
		out[len(out)-1].to = i + 1
	}
	return out
}

// beginsTable reports whether a row without figures is a head: it names columns or
// groups of the form, or several things that the form does not have
// (table-two-once-more-below-itself).
func beginsTable(items []tabular.Item) bool {
	known, unknown := 0, 0
	for i := range items {
		switch it := &items[i]; {
		case it.Filled():
			return false
		case it.Val:
		case it.Label().Row != "" && it.Label().Column == "", !it.Label().Known() && form.IsPiece(it.Text):
			return false
		case it.Label().Known():
			known++
		default:
			unknown++
		}
	}
	return known > 0 || unknown > 1
}

func isCounted(items []tabular.Item) bool {
	return slices.ContainsFunc(items, func(it tabular.Item) bool { return it.Filled() })
}

// isCaptionRow knows a row of one cell whose words are no label, among rows of
// several (TestCaptionInARowOfASheet).
func (c *finder) isCaptionRow(i int) bool {
	u := &c.Units[i]
	text, _, ok := u.Only()
	if !ok || len(u.Row) == 1 && (i+1 == len(c.Units) || len(c.Units[i+1].Row) <= 1) {
		return false
	}
	for k := range c.Items[i] {
		if it := &c.Items[i][k]; it.Text == text {
			return !it.Val && !it.Label().Known() && !form.IsPiece(text)
		}
	}
	return false
}

// describe reads a patch as one of each table.
func (c *finder) describe(p *patch) (of [3]share) {
	row, bare, strange, n := "", "", false, 0
	group := ""
	end := func() {
		if n == 0 {
			return
		}
		for i := range of {
			t, key := form.Two+form.Table(i), row
			if t == form.Four && key == "" {
				key = bare
			}
			switch s := &of[i]; {
			case key != "":
				s.add(formRows[key], t, n)
			case strange:
				s.strange += n
			}
		}
		row, bare, strange, n = "", "", false, 0
	}
	for i := p.from; i < p.to; i++ {
		u := &c.Units[i]
		if u.Grid.Aligned || len(u.Row) > 1 {
			end() // a row stands alone where rows are drawn
			row, strange = "", false
		}
		years := 0
		for k := range c.Items[i] {
			it := &c.Items[i][k]
			if it.Val {
				if it.Filled() {
					n++
				}
				continue
			}
			l := it.Label()
			switch {
			case !l.Known() && date.IsYear(it.Text):
				years++
				strange = true
				continue
			case l.Table == form.Four && slices.Contains(tabular.FourColumns, l.Column):
				of[form.Four-form.Two].names++
			case l.Group != "" && l.Table == form.Four && l.Group != "remedies.suits":
				group = l.Group
			}
			if n > 0 {
				end()
			}
			switch {
			case l.Row != "" && l.Column == "" && !l.Guess:
				row, strange = l.Row, false
			case !l.Known() && !form.IsPiece(it.Text) && !tabular.IsFiller(it.Text):
				p.unknown++
				strange = strange || row == ""
			}
		}
		p.years = p.years || years > 1
		if n >= len(tabular.FourColumns) && row == "" && bare == "" {
			if bare = "remedies"; n < len(tabular.FourKeys) {
				bare = group
			}
		}
	}
	end()
	return of
}

// add takes in a row of the form that has n figures.
func (s *share) add(row formRow, t form.Table, n int) {
	s.figures += n
	if row.table == t {
		s.rows |= row.bit
	}
	fits := true
	switch t {
	case form.Two:
		fits = slices.Contains(row.columns, n)
	case form.Three:
		fits = n >= len(form.Columns)-1
	}
	if fits {
		s.fits++
	} else {
		s.fits--
	}
}

// yearRank reads the years in the line above a patch (tables-beside-the-statutory-one).
func (c *finder) yearRank(p *patch) int {
	text := ""
	if i := p.from - 1; i >= 0 && !c.Units[i].IsRow() && c.Units[i].Section < 0 {
		text = c.Units[i].Line.Text
	}
	if c.isCaptionRow(p.from) {
		text, _, _ = c.Units[p.from].Only()
	}
	if text == "" || utf8.RuneCountInString(text) > 45 {
		return 1
	}
	year := date.Year(text)
	switch {
	case year == 0 && (strings.Contains(text, "上年度") || strings.Contains(text, "上一年") || strings.Contains(text, "去年")) && !strings.Contains(text, "结转"):
		return 2
	case year == 0 || c.YearAnywhere == 0:
		return 1
	case year == c.YearAnywhere || strings.Contains(text, fmt.Sprint(c.YearAnywhere)):
		return 0
	}
	return 2
}

// speaks reports whether a patch stands where table t is looked for: in its
// section, or naming its columns (tables-beside-the-statutory-one).
func (c *finder) speaks(p patch, t form.Table) bool {
	for i := p.from; i >= 0; i-- {
		if u := &c.Units[i]; u.Section >= 0 {
			return c.Heads[u.Section].N == int(t)
		}
	}
	return false
}

// setAside marks the units of a further table.
func (c *finder) setAside(t form.Table, p patch, copied bool) {
	for i := p.from; i < p.to; i++ {
		c.Units[i].Further = true
		if !copied {
			c.Units[i].SetRole(unit.LabelRole) // it is known for what it is not
		}
	}
	switch {
	case copied && len(c.Spare) < maxSpare:
		c.Spare = append(c.Spare, Cluster{Table: t, From: p.from, Last: p.to - 1})
	default:
		c.Report.Readings = append(c.Report.Readings, fmt.Sprintf("%s 表%s之外的一张表，未读入", c.Units[p.from].Pos(), [...]string{"二", "三", "四"}[t-form.Two]))
	}
}
