package page

import (
	"strconv"

	"ogi/generator/chart"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
)

// A Part is one top-level section: prose, the table that belongs to it, and
// prose behind the table.
type Part struct {
	ID      string
	Printed string // number as printed
	Title   string
	Source  Place
	Anchor  Anchor // of the title
	Before  []Para
	Table   *Table
	Charts  []*chart.Chart
	After   []Para
}

// A Para is one paragraph; Heading where the agency set a line as a heading.
type Para struct {
	Text    string
	Heading bool
	Anchor  Anchor
}

// parts lays out the report in its own order. A statutory table is put into the
// section whose title it belongs to.
func (v *view) parts(p *Report) {
	r := v.report
	if len(r.Preamble) > 0 {
		p.Parts = append(p.Parts, Part{ID: "preamble", Before: v.paras(r.Preamble)})
	}
	placed := map[form.Table]bool{}
	for i, s := range r.Sections {
		part := Part{
			ID: "section-" + strconv.Itoa(i+1), Printed: s.Printed, Title: s.Title, Source: v.place("", s.Pos),
		}
		part.Anchor = v.anchor(part.heading(), s.Pos)
		t := form.Table(s.N)
		if s.N < 2 || s.N > 4 || placed[t] || len(r.Form.Defs) == 0 {
			part.Before = v.paras(s.Paras)
		} else {
			placed[t] = true
			part.Table = v.table(t)
			part.Charts = v.charts(t)
			before, after := split(s.Paras, r.Table(t).Pos)
			part.Before, part.After = v.paras(before), v.paras(after)
		}
		p.Parts = append(p.Parts, part)
	}
	for _, t := range []form.Table{form.Two, form.Three, form.Four} {
		if !placed[t] && len(r.Form.Defs) > 0 {
			p.Loose = append(p.Loose, *v.table(t))
		}
	}
}

// charts are those of one table. A table that was not found has none.
func (v *view) charts(t form.Table) []*chart.Chart {
	if !v.report.Table(t).Found {
		return nil
	}
	var cs []*chart.Chart
	switch t {
	case form.Three:
		cs = []*chart.Chart{chart.Flow(v.entry, v.smallN), chart.Grounds(v.entry, v.smallN)}
	case form.Four:
		cs = []*chart.Chart{chart.DisputesOf(v.entry)}
	}
	v.drawn = v.drawn || drawn(cs)
	return cs
}

// split parts the prose of a section at its table. Without line numbers the
// order is not known, and all prose comes before the table.
func split(ts []report.Text, table place.Pos) (before, after []report.Text) {
	for i, t := range ts {
		if table.Line > 0 && t.Pos.Line > table.Line {
			return ts[:i], ts[i:]
		}
	}
	return ts, nil
}

// heading is a title as the page shows it.
func (p *Part) heading() string {
	if p.Printed == "" {
		return p.Title
	}
	return p.Printed + "、" + p.Title
}

func (v *view) paras(ts []report.Text) []Para {
	out := make([]Para, 0, len(ts))
	for _, t := range ts {
		out = append(out, Para{Text: t.Text, Heading: report.IsSubheading(t.Text), Anchor: v.anchor(t.Text, t.Pos)})
	}
	return out
}
