package decode

import (
	"slices"
	"strings"

	"ogi/generator/form"
	"ogi/generator/grid"
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

// A sight says what of the blocks of a document is read: those that are shown,
// and some that are not.
type sight struct {
	open  map[int]bool // veils
	whole map[int]bool // blocks whose tables are read with what is hidden of them
}

// table is the table of block i as it is read.
func (s sight) table(d *grid.Doc, i int) *grid.Grid {
	if t := d.Blocks[i].Table; t == nil || t.Whole == nil || !s.whole[i] {
		return t
	}
	return d.Blocks[i].Table.Whole
}

// hasVeils reports whether anything of a document is not shown.
func hasVeils(d *grid.Doc) bool {
	return slices.ContainsFunc(d.Blocks, func(b grid.Block) bool { return b.Veil > 0 || b.Table != nil && b.Table.Whole != nil })
}

// unveil reads a document of which some is not shown.
func unveil(f *source.File, d *grid.Doc) *report.Report {
	shown := readDoc(f, d, sight{})
	lack := shown.lacking()
	if lack == 0 {
		shown.r.Hidden = append(shown.r.Hidden, leftHidden(d, sight{})...)
		return shown.r
	}
	veils := findVeils(f, d)
	open, doubt := toOpen(shown, veils, lack)
	whole := toWiden(shown, d, lack)
	for _, s := range []sight{{open, whole}, {open, nil}, {nil, whole}} {
		if len(s.open)+len(s.whole) == 0 {
			continue
		}
		more := readDoc(f, d, s)
		if left := more.lacking(); left < lack && more.agrees(shown) {
			more.settle(shown)
			more.r.Unopened = doubt && left != 0 || len(s.open) < len(open) || len(s.whole) < len(whole)
			more.r.Readings = append(more.r.Readings, "网页或表格有不直接显示的内容，其中有所缺的部分，已照读，数字按推定计")
			more.r.Hidden = append(more.r.Hidden, leftHidden(d, s)...)
			return more.r
		}
	}
	shown.r.Unopened = doubt || len(open)+len(whole) > 0
	shown.r.Hidden = append(shown.r.Hidden, leftHidden(d, sight{})...)
	return shown.r
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
	if t := shown.r.Title.Text; t != "" && c.r.Title.Text != t {
		return false
	}
	for i, d := range shown.r.Form.Defs {
		a := shown.r.Cells[i]
		if b := c.r.Cell(d.Key); a.State == report.Number && (b.State != report.Number || b.Value.Cmp(a.Value) != 0) {
			return false
		}
	}
	for n := 1; n <= 6; n++ {
		if shown.r.Section(n) != nil && c.r.Section(n) == nil {
			return false
		}
	}
	return true
}

// settle gives the figures that are printed where they are shown, too, the
// certainty they have there.
func (c *reader) settle(shown *reader) {
	for i, d := range c.r.Form.Defs {
		if a := shown.r.Cell(d.Key); a.Plain() && c.r.Cells[i].Recovered {
			c.r.Cells[i] = a
		}
	}
}

// A need is a set of what the form asks for: sections, text in them, tables.
type need uint32

func sectionNeed(n int) need      { return 1 << n }
func bodyNeed(n int) need         { return 1 << (8 + n) }
func tableNeed(t form.Table) need { return 1 << (16 + t) }

// lacking tells what the form asks for and was not read.
func (c *reader) lacking() need {
	out := need(0)
	for n := 1; n <= 6; n++ {
		s := c.r.Section(n)
		switch {
		case s == nil:
			out |= sectionNeed(n)
		case len(s.Paras) == 0 && (n < 2 || n > 4):
			out |= bodyNeed(n)
		}
	}
	for t := form.Two; t <= form.Four; t++ {
		if !c.r.Table(t).Found {
			out |= tableNeed(t)
		}
	}
	for i, d := range c.r.Form.Defs {
		if c.r.Cells[i].State == report.Missing {
			out |= tableNeed(d.Table)
		}
	}
	return out
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
	c := &reader{file: f, doc: &grid.Doc{Blocks: blocks}, signedAt: -1, r: &report.Report{Form: form.F2021}}
	c.flatten()
	c.headings()
	c.regions()
	for _, h := range c.heads {
		if h.n > 0 && !h.weak {
			v.holds |= sectionNeed(h.n)
		}
	}
	var b strings.Builder
	years := map[int]int{}
	for i := range c.units {
		u := &c.units[i]
		if u.table > 0 {
			v.holds |= tableNeed(form.Table(u.table))
		}
		if u.isRow() {
			for j := range u.row {
				b.WriteString(u.row[j].Text)
			}
			continue
		}
		b.WriteString(u.line.Text)
		if y := yearIn(u.line.Text); y > 0 {
			years[y]++
		}
	}
	v.text = b.String()
	if v.year = c.findYear(); v.year > 0 {
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
func toOpen(shown *reader, veils []veil, lack need) (open map[int]bool, doubt bool) {
	open = map[int]bool{}
	year := shown.r.Year
	if year == 0 {
		year = shown.yearAnywhere
	}
	for bit := need(1); bit > 0 && bit <= lack; bit <<= 1 {
		if lack&bit == 0 {
			continue
		}
		var may []veil
		for _, v := range veils {
			v.holds |= shown.bodyAt(v.first) & lack
			if v.holds&bit != 0 && v.fits(year) {
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
	for _, h := range c.heads {
		if c.units[h.unit].block > i {
			break
		}
		n = h.n
	}
	if n == 0 {
		return 0
	}
	return bodyNeed(n)
}

// toWiden chooses the tables that are read with their hidden rows and columns.
func toWiden(shown *reader, d *grid.Doc, lack need) map[int]bool {
	whole := map[int]bool{}
	for i := range shown.units {
		u := &shown.units[i]
		if t := d.Blocks[u.block].Table; t != nil && t.Whole != nil && u.table > 0 && lack&tableNeed(form.Table(u.table)) != 0 {
			whole[u.block] = true
		}
	}
	return whole
}

// leftHidden is the text of what was not read.
func leftHidden(d *grid.Doc, s sight) []report.Hidden {
	const most = 256 << 10
	var out []report.Hidden
	size := 0
	add := func(text string, pos source.Pos) {
		if size += len(text); size < most && strings.TrimSpace(text) != "" {
			out = append(out, report.Hidden{Origin: hiddenIn(d), Text: text, Pos: pos})
		}
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		hidden := b.Veil > 0 && !s.open[b.Veil]
		if hidden {
			for _, l := range b.Lines {
				add(l.Text, l.Pos)
			}
		}
		if b.Table == nil || !hidden && (b.Table.Whole == nil || s.whole[i]) {
			continue
		}
		rows := b.Table.Rows
		if !hidden {
			rows = b.Table.Whole.Rows
		}
		for _, row := range rows {
			var texts []string
			var pos source.Pos
			for _, c := range row {
				if (hidden || c.Veiled) && c.Text != "" {
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
