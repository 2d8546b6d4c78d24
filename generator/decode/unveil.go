package decode

import (
	"maps"
	"slices"
	"strings"

	"ogi/generator/decode/date"
	"ogi/generator/decode/find"
	"ogi/generator/decode/head"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
)

// What a file does not show says nothing of the report, with one guard: what is
// hidden and has no shown twin may be opened by a click or a script, as panes,
// accordions and <details> are, and hidden rows, columns and sheets of a workbook.
// Where without it a section, a table, a row or a column of the form would be
// lacking it is read: its figures as recovered, and its prose bears no fail. Of
// several that hold what lacks, as a pane for each year, only that of the report's
// own year is read; where that cannot be told, or what is hidden contradicts what
// is shown, none is, and the report says that what it lacks may be hidden.

// hasVeils reports whether anything of a document is not shown.
func hasVeils(d *grid.Doc) bool {
	return slices.ContainsFunc(d.Blocks, func(b grid.Block) bool { return b.Veil > 0 || b.Table != nil && b.Table.Whole != nil })
}

// rounds bounds how often it is asked again what lacks: a heading that was opened
// may tell where the text below it is hidden, too.
const rounds = 2

// unveil reads a document of which some is not shown.
func unveil(f *source.File, d *grid.Doc) *report.Report {
	shown := readDoc(f, d, unit.Sight{})
	best, at, unopened := shown, unit.Sight{}, false
	var veils []veil
	for range rounds {
		lack := best.lacking()
		if lack == 0 {
			break
		}
		if veils == nil {
			veils = findVeils(f, d)
		}
		open, doubt := best.toOpen(veils, lack)
		whole := best.toWiden(d, lack)
		more, s := best.readMore(f, d, shown, open, whole)
		unopened = doubt || len(open)+len(whole) > 0
		if more == nil {
			break
		}
		left := more.lacking()
		unopened = doubt && left != 0 || len(s.Open) < len(at.Open)+len(open) || len(s.Whole) < len(at.Whole)+len(whole)
		best, at = more, s
	}
	if best != shown {
		best.settle(shown)
		best.Report.Readings = append(best.Report.Readings, "网页或表格有不直接显示的内容，其中有所缺的部分，已照读，数字按推定计")
	}
	best.Report.Unopened = unopened
	best.Report.Hidden = append(best.Report.Hidden, leftHidden(d, at)...)
	return best.Report
}

// readMore reads again with containers opened and tables whole, or with only one
// of both, if less lacks then and nothing that is shown is contradicted.
func (c *reader) readMore(f *source.File, d *grid.Doc, shown *reader, open, whole map[int]bool) (*reader, unit.Sight) {
	lack := c.lacking()
	for _, add := range [...]unit.Sight{{Open: open, Whole: whole}, {Open: open}, {Whole: whole}} {
		if len(add.Open)+len(add.Whole) == 0 {
			continue
		}
		s := unit.Sight{Open: union(c.Sight.Open, add.Open), Whole: union(c.Sight.Whole, add.Whole)}
		more := readDoc(f, d, s)
		left := more.lacking()
		if left&^lack == 0 && (left != lack || more.missing() < c.missing()) && more.agrees(shown) {
			return more, s
		}
	}
	return nil, unit.Sight{}
}

func union(a, b map[int]bool) map[int]bool {
	out := map[int]bool{}
	maps.Copy(out, a)
	maps.Copy(out, b)
	return out
}

// partsHidden reports whether rows, columns or sheets of a workbook are hidden,
// which are not read.
func partsHidden(d *grid.Doc) bool {
	return slices.ContainsFunc(d.Hidden, func(h grid.Hidden) bool {
		return h.Origin == source.HiddenCells || h.Origin == source.HiddenSheet
	})
}

// agrees reports whether all that was read from what is shown still stands.
func (c *reader) agrees(shown *reader) bool {
	if t := shown.Report.Title.Text; t != "" && c.Report.Title.Text != t && (shown.Report.Year == 0 || c.Report.Year != shown.Report.Year) {
		return false
	}
	for i, d := range shown.Report.Form.Defs {
		a := shown.Report.Cells[i]
		if b := c.Report.Cell(d.Key); a.State == report.Number && (b.State != report.Number || b.Value.Cmp(a.Value) != 0) {
			return false
		}
	}
	return true
}

// settle gives the figures that are printed where they are shown, too, the
// certainty they have there. The title that is shown is the title (panes-a-year-each).
func (c *reader) settle(shown *reader) {
	if shown.Report.Title.Text != "" {
		c.Report.Title = shown.Report.Title
		if shown.Report.Agency.Text != "" {
			c.Report.Agency = shown.Report.Agency
		}
	}
	for i, d := range c.Report.Form.Defs {
		if a := shown.Report.Cell(d.Key); a.Plain() && c.Report.Cells[i].Recovered {
			c.Report.Cells[i] = a
		}
	}
}

// A need is a set of what the form asks for: sections, text in them, tables.
type need uint32

func sectionNeed(n int) need      { return 1 << n }
func bodyNeed(n int) need         { return 1 << (8 + n) }
func tableNeed(t form.Table) need { return 1 << (16 + t) }

// lacking tells what the form asks for and was not read. Where a section lacks,
// so does its text.
func (c *reader) lacking() need {
	out := need(0)
	for n := 1; n <= 6; n++ {
		s := c.Report.Section(n)
		if s == nil {
			out |= sectionNeed(n)
		}
		if (n < 2 || n > 4) && (s == nil || !c.hasProse(s)) {
			out |= bodyNeed(n)
		}
	}
	for t := form.Two; t <= form.Four; t++ {
		if !c.Report.Table(t).Found {
			out |= tableNeed(t)
		}
	}
	for i, d := range c.Report.Form.Defs {
		if c.Report.Cells[i].State == report.Missing {
			out |= tableNeed(d.Table)
		}
	}
	for i := range c.Units {
		if t := c.Doc.Blocks[c.Units[i].Block].Table; t != nil && t.Whole != nil && c.Units[i].Table > 0 && c.leavesLinesBlank(form.Table(c.Units[i].Table)) {
			out |= tableNeed(form.Table(c.Units[i].Table))
		}
	}
	return out
}

// missing counts the cells that were not found (hidden-row-without-twin).
func (c *reader) missing() (n int) {
	for i := range c.Report.Cells {
		if c.Report.Cells[i].State == report.Missing {
			n++
		}
	}
	return n
}

// hasProse reports whether a section says more than who signed the report
// (closed-details-below-a-heading).
func (c *reader) hasProse(s *report.Section) bool {
	return slices.ContainsFunc(s.Paras, func(t report.Text) bool {
		return t.Text != c.Report.Agency.Text && t.Text != c.Report.Signed.Text
	})
}

// leavesLinesBlank reports whether a whole row or column of a table holds nothing,
// as where what is hidden still takes up its room (hidden-column-that-keeps-its-room).
// A row of table three is the shortest such line (hidden-row-that-keeps-its-room).
func (c *reader) leavesLinesBlank(t form.Table) bool {
	const fewest = 5 // cells of a line
	filled, blank := map[string]bool{}, map[string]int{}
	for i, d := range c.Report.Form.Defs {
		if d.Table != t {
			continue
		}
		for _, line := range [...]string{"row " + d.Row, "column " + d.Column} {
			if c.Report.Cells[i].State == report.Blank {
				blank[line]++
			} else {
				filled[line] = true
			}
		}
	}
	for line, n := range blank {
		if n >= fewest && !filled[line] {
			return true
		}
	}
	return false
}

// A veil is one container that is not shown.
type veil struct {
	n, first int // its number and its first block
	holds    need
	year     int  // that it speaks of, 0 if it does not say
	titled   bool // as the title of a report, which is of no other year
	text     string
}

// findVeils reads what is hidden, each container for itself.
func findVeils(f *source.File, d *grid.Doc) []veil {
	at := map[int]int{}
	var out []veil
	var parts [][]grid.Block
	for i, b := range d.Blocks {
		if b.Veil == 0 {
			continue
		}
		k, known := at[b.Veil]
		if !known {
			k = len(out)
			at[b.Veil] = k
			out = append(out, veil{n: b.Veil, first: i})
			parts = append(parts, nil)
		}
		b.Veil = 0
		parts[k] = append(parts[k], b)
	}
	for k := range out {
		out[k].read(f, parts[k])
	}
	return out
}

// read finds out what a container holds.
func (v *veil) read(f *source.File, blocks []grid.Block) {
	c := &reader{unit.New(f, &grid.Doc{Blocks: blocks}, unit.Sight{}, &report.Report{Form: form.F2021})}
	head.Find(c.Reader)
	find.Tables(c.Reader)
	for i, h := range c.Heads {
		if h.N == 0 || h.Weak {
			continue
		}
		v.holds |= sectionNeed(h.N)
		end := len(c.Units)
		if i+1 < len(c.Heads) {
			end = c.Heads[i+1].Unit
		}
		if h.Rest > 0 || end > h.Unit+1 {
			v.holds |= bodyNeed(h.N)
		}
	}
	var b strings.Builder
	years := map[int]int{}
	for i := range c.Units {
		u := &c.Units[i]
		if u.Table > 0 {
			v.holds |= tableNeed(form.Table(u.Table))
		}
		if u.IsRow() {
			for j := range u.Row {
				b.WriteString(u.Row[j].Text)
			}
			continue
		}
		b.WriteString(u.Line.Text)
		if y := date.Year(u.Line.Text); y > 0 {
			years[y]++
		}
	}
	v.text = b.String()
	if v.year = c.TitleYear(); v.year > 0 {
		v.titled = true
		return
	}
	for y, n := range years {
		if best := years[v.year]; n > best || n == best && y < v.year {
			v.year = y
		}
	}
}

// fits reports whether a container may be of the report of a year: one without a
// title may say no more than when the report was signed.
func (v *veil) fits(year int) bool {
	return v.year == 0 || year == 0 || v.year == year || !v.titled && v.year == year+1
}

// toOpen chooses the containers that are read. doubt says that some hold what
// lacks and it cannot be told which.
func (c *reader) toOpen(veils []veil, lack need) (open map[int]bool, doubt bool) {
	open = map[int]bool{}
	year := c.Report.Year
	if year == 0 {
		year = c.YearAnywhere
	}
	for bit := need(1); bit > 0 && bit <= lack; bit <<= 1 {
		if lack&bit == 0 {
			continue
		}
		var may []veil
		for _, v := range veils {
			v.holds |= c.bodyAt(v.first) & lack
			if v.holds&bit != 0 && !c.Sight.Open[v.n] && v.fits(year) {
				may = append(may, v)
			}
		}
		if own := slices.DeleteFunc(slices.Clone(may), func(v veil) bool { return v.year == 0 || v.year != year }); len(may) > 1 && len(own) > 0 {
			may = own
		}
		switch {
		case len(may) == 0:
		case !slices.ContainsFunc(may, func(v veil) bool { return v.text != may[0].text }):
			open[may[0].n] = true
		default:
			doubt = true
		}
	}
	return open, doubt
}

// bodyAt is the need for text of the section that block i stands in.
func (c *reader) bodyAt(i int) need {
	n := 0
	for _, h := range c.Heads {
		if c.Units[h.Unit].Block > i {
			break
		}
		n = h.N
	}
	if n == 0 {
		return 0
	}
	return bodyNeed(n)
}

// toWiden chooses the tables that are read with their hidden rows and columns
// (hidden-column-without-twin).
func (c *reader) toWiden(d *grid.Doc, lack need) map[int]bool {
	whole := map[int]bool{}
	for i := range c.Units {
		u := &c.Units[i]
		if t := d.Blocks[u.Block].Table; t != nil && t.Whole != nil && u.Table > 0 && !c.Sight.Whole[u.Block] && lack&tableNeed(form.Table(u.Table)) != 0 {
			whole[u.Block] = true
		}
	}
	return whole
}

// leftHidden is the text of what was not read.
func leftHidden(d *grid.Doc, s unit.Sight) []report.Hidden {
	const most = 256 << 10
	var out []report.Hidden
	size := 0
	add := func(text string, pos place.Pos) {
		if size += len(text); size < most && strings.TrimSpace(text) != "" {
			out = append(out, report.Hidden{Origin: hiddenIn(d), Text: text, Pos: pos})
		}
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		hidden := b.Veil > 0 && !s.Open[b.Veil]
		if hidden {
			for _, l := range b.Lines {
				add(l.Text, l.Pos)
			}
		}
		if b.Table == nil || !hidden && (b.Table.Whole == nil || s.Whole[i]) {
			continue
		}
		rows := b.Table.Rows
		if !hidden {
			rows = b.Table.Whole.Rows
		}
		for _, row := range rows {
			var texts []string
			var pos place.Pos
			for _, c := range row {
				if (hidden || c.Marks.Hides()) && c.Text != "" {
					if texts = append(texts, c.Text); len(texts) == 1 {
						pos = c.Pos
					}
				}
			}
			add(strings.Join(texts, "\t"), pos)
		}
	}
	return out
}

// hiddenIn is what a document's hidden text is called.
func hiddenIn(d *grid.Doc) string {
	switch d.Layout {
	case "html":
		return source.HiddenPageText
	case "xlsx":
		return source.HiddenCells
	}
	return source.HiddenText
}
