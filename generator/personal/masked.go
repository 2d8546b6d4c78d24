package personal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/place"
	"ogi/generator/report"
)

// Masked is a report as outputs may show it: a copy in which each text is masked.
// In one that holds numbers of persons a cell that held a piece of one is none
// any more. The report itself stays as it is, and is its
// own copy where nothing had to be masked.
func Masked(r *report.Report) *report.Report {
	if r == nil {
		return nil
	}
	return MaskedOf(r, Of(r))
}

// MaskedOf is Masked of a report, where all that Of finds in it was found before.
func MaskedOf(r *report.Report, found []Carried) *report.Report {
	if r == nil {
		return nil
	}
	var m copier
	out := *r
	out.File, out.Layout, out.Encoding = m.path(r.File), m.text(r.Layout), m.text(r.Encoding)
	out.Title, out.Agency, out.ScopeWords = m.said(r.Title), m.said(r.Agency), m.said(r.ScopeWords)
	out.Named = each(&m, r.Named, func(n report.Named) report.Named { return report.Named{By: n.By, Text: m.said(n.Text)} })
	out.YearPos = m.pos(r.YearPos)
	out.Dated = each(&m, r.Dated, func(d report.Dated) report.Dated { return report.Dated{By: d.By, Year: d.Year, Pos: m.pos(d.Pos)} })
	out.Period = [2]report.Date{m.date(r.Period[0]), m.date(r.Period[1])}
	out.Signed, out.Published = m.date(r.Signed), m.date(r.Published)
	out.Source = m.address(r.Source)
	out.Sections = each(&m, r.Sections, m.section)
	for i, it := range r.Items {
		it.Words, it.Pos = m.text(it.Words), m.pos(it.Pos)
		out.Items[i] = it
	}
	for i, t := range r.Tables {
		t.Pos, t.Problems = m.pos(t.Pos), each(&m, t.Problems, m.said)
		out.Tables[i] = t
	}
	out.Preamble, out.Leftover, out.Residue = m.follow(r.Preamble), m.follow(r.Leftover), m.follow(r.Residue)
	out.Hidden = each(&m, r.Hidden, func(h report.Hidden) report.Hidden {
		return report.Hidden{Origin: m.text(h.Origin), Text: m.text(h.Text), Pos: m.pos(h.Pos)}
	})
	out.Readings = each(&m, r.Readings, m.text)
	out.Opened = each(&m, r.Opened, func(o report.Range) report.Range { return report.Range{From: m.pos(o.From), To: m.pos(o.To)} })
	if shown(found) {
		out.View = m.follow(r.View)
	} else {
		out.View = m.places(r.View)
	}
	held, i := pieces(r, found), -1
	out.Cells = each(&m, r.Cells, func(c report.Cell) report.Cell {
		i++
		return m.cell(c, held[i])
	})
	if !m.changed {
		return r
	}
	return &out
}

// Path is a masked path: each of its names stands by itself.
func Path(p string) string {
	if !mayHold(p) {
		return p
	}
	names := strings.Split(p, "/")
	for i, n := range names {
		names[i] = Mask(n)
	}
	return strings.Join(names, "/")
}

// Texts are masked texts.
func Texts(ts []string) []string {
	var m copier
	return each(&m, ts, m.text)
}

// Pos is a place, with the name of its sheet masked.
func Pos(p place.Pos) place.Pos {
	at := p.Place()
	if at.Sheet == "" {
		return p
	}
	if m := Mask(at.Sheet); m != at.Sheet {
		at.Sheet = m
		return p.In(at)
	}
	return p
}

// Address is a masked address: in addresses only identity numbers count, told by
// date and check digit, since they are full of long numbers.
func Address(a string) string {
	if plain := unescaped(a); plain != a && InAddress(plain) != "" {
		a = plain // as it reads: written by their codes its digits cannot be covered
	}
	var spans []span
	for _, n := range Numbers(a) {
		if n.addressed() {
			spans = append(spans, span{n.Start, n.End, true})
		}
	}
	if spans == nil {
		return a
	}
	return cover(a, spans)
}

// InAddress is the kind of the number of a person that an address holds, also
// where its digits are written by their codes; "" for none.
func InAddress(a string) string {
	for _, n := range Numbers(unescaped(a)) {
		if n.addressed() {
			return n.Kind
		}
	}
	return ""
}

// addressed reports whether a number counts in an address, too.
func (n Number) addressed() bool {
	return n.Kind == IdentityCard && n.End-n.Start == len(n.Digits) && len(n.Digits) == 18 && identityCard([]byte(strings.ToUpper(n.Digits)))
}

// A copier masks and notes whether there was anything to mask.
type copier struct{ changed bool }

// each masks a list, which is its own copy where nothing had to be masked.
func each[T any](m *copier, ts []T, mask func(T) T) []T {
	was, out := m.changed, ts
	m.changed = false
	for i, t := range ts {
		before := m.changed
		u := mask(t)
		if m.changed && !before {
			out = slices.Clone(ts)
		}
		if m.changed {
			out[i] = u
		}
	}
	m.changed = m.changed || was
	return out
}

func (m *copier) text(s string) string {
	t := Mask(s)
	m.changed = m.changed || t != s
	return t
}

func (m *copier) path(s string) string {
	t := Path(s)
	m.changed = m.changed || t != s
	return t
}

func (m *copier) address(s string) string {
	t := Address(s)
	m.changed = m.changed || t != s
	return t
}

func (m *copier) pos(p place.Pos) place.Pos {
	t := Pos(p)
	m.changed = m.changed || t != p
	return t
}

func (m *copier) said(t report.Text) report.Text {
	return report.Text{Text: m.text(t.Text), Pos: m.pos(t.Pos)}
}

// follow masks texts that follow each other, in which a number may be cut.
func (m *copier) follow(ts []report.Text) []report.Text {
	out := m.places(ts)
	var h hunt
	if !slices.ContainsFunc(ts, func(t report.Text) bool { return h.on(t.Text) }) {
		return out
	}
	out = slices.Clone(out)
	row := make([]*string, len(out))
	for i := range out {
		row[i] = &out[i].Text
	}
	MaskAll(row)
	for i := range out {
		m.changed = m.changed || out[i].Text != ts[i].Text
	}
	return out
}

// places masks no more than the places of texts.
func (m *copier) places(ts []report.Text) []report.Text {
	return each(m, ts, func(t report.Text) report.Text { return report.Text{Text: t.Text, Pos: m.pos(t.Pos)} })
}

func (m *copier) section(s report.Section) report.Section {
	s.Printed, s.Title, s.Pos, s.Paras = m.text(s.Printed), m.text(s.Title), m.pos(s.Pos), m.follow(s.Paras)
	return s
}

func (m *copier) date(d report.Date) report.Date {
	d.Text, d.Pos = m.text(d.Text), m.pos(d.Pos)
	return d
}

// cell is a masked cell; one that held a piece of a number of a person is none.
func (m *copier) cell(c report.Cell, piece bool) report.Cell {
	raw := m.text(c.Raw)
	if piece {
		raw = strings.Repeat("*", utf8.RuneCountInString(c.Raw))
	}
	if raw != c.Raw || piece || c.State == report.Number && m.text(c.Value.String()) != c.Value.String() {
		m.changed = true
		c.State, c.Value, c.Why = report.Garbled, report.Decimal{}, report.Masked.Why()
	}
	c.Raw, c.Note, c.Why, c.Pos = raw, m.text(c.Note), m.why(c.Why), m.pos(c.Pos)
	return c
}

// why is evidence whose texts are masked. Where a number would stand in its
// sentence all the same, put together of several of them, none is named.
func (m *copier) why(w *report.Why) *report.Why {
	if w == nil || len(w.Texts) == 0 {
		return w
	}
	out := w.Each(m.text)
	if said := out.String(); Mask(said) != said {
		m.changed = true
		return report.Masked.Why()
	}
	return out
}

// pieces are the cells, by index, that hold a piece of a number.
func pieces(r *report.Report, found []Carried) map[int]bool {
	cells := map[int]bool{}
	of, at, col := -1, 0, 0
	marks := map[int][]report.Mark{} // by line
	for _, n := range found {
		if n.Where != Shows {
			continue
		}
		if len(marks) == 0 {
			for _, m := range r.Marks {
				marks[int(m.Line)] = append(marks[int(m.Line)], m)
			}
		}
		for _, p := range n.Pieces {
			line := r.View[p.Of].Text
			if p.Of != of {
				of, at, col = p.Of, 0, 0
			}
			col += utf8.RuneCountInString(line[at:p.Start])
			at = p.Start
			to := col + utf8.RuneCountInString(line[p.Start:p.End])
			for _, m := range marks[p.Of] {
				if int(m.Start) < to && int(m.End) > col {
					cells[int(m.Cell)] = true
				}
			}
		}
	}
	return cells
}

// shown reports whether one of the numbers stands in the text of the file.
func shown(found []Carried) bool {
	return slices.ContainsFunc(found, func(n Carried) bool { return n.Where == Shows })
}
