package pack

import (
	"slices"

	"ogi/generator/form"
	"ogi/generator/report"
)

// forms are named by their index.
var forms = [...]*form.Form{nil, form.F2021, form.F2021OneRow, form.F2019, form.Free}

func statutory(w *wire, f **form.Form) {
	var n uint8
	if !w.Reading() {
		at := slices.Index(forms[:], *f)
		if at < 0 {
			panic("internal error: a form that is none of package form: " + (*f).Version)
		}
		n = uint8(at)
	}
	one(w, &n, uint8(len(forms)-1))
	if w.Reading() {
		*f = forms[n]
	}
}

func whole(w *wire, r *report.Report) {
	text(w, &r.File)
	statutory(w, &r.Form)
	text(w, &r.Layout)
	text(w, &r.Encoding)
	one(w, &r.Fidelity, report.Original)
	piece(w, &r.Title)
	piece(w, &r.Agency)
	many(w, &r.Named, named)
	w.Int(&r.Year)
	w.pos(&r.YearPos)
	many(w, &r.Dated, dated)
	for i := range r.Period {
		date(w, &r.Period[i])
	}
	date(w, &r.Signed)
	date(w, &r.Published)
	text(w, &r.Source)
	one(w, &r.Scope, report.ScopeArea)
	piece(w, &r.ScopeWords)
	many(w, &r.Preamble, piece)
	many(w, &r.Sections, section)
	for i := range r.Items {
		item(w, &r.Items[i])
	}
	for i := range r.Tables {
		table(w, &r.Tables[i])
	}
	many(w, &r.Cells, cell)
	w.Flags(&r.ByHand, &r.Unopened)
	w.Float(&r.Coverage)
	many(w, &r.Leftover, piece)
	many(w, &r.Residue, piece)
	many(w, &r.Hidden, hidden)
	many(w, &r.Readings, text)
	many(w, &r.Opened, stretch)
	many(w, &r.View, piece)
	w.mark = report.Mark{}
	many(w, &r.Marks, mark)
}

func piece(w *wire, t *report.Text) {
	text(w, &t.Text)
	w.pos(&t.Pos)
}

func named(w *wire, n *report.Named) {
	one(w, &n.By, report.ByTrail)
	piece(w, &n.Text)
}

func dated(w *wire, d *report.Dated) {
	one(w, &d.By, report.ByTrail)
	w.Int(&d.Year)
	w.pos(&d.Pos)
}

func date(w *wire, d *report.Date) {
	w.Int(&d.Year)
	w.Int(&d.Month)
	w.Int(&d.Day)
	text(w, &d.Text)
	w.pos(&d.Pos)
}

func section(w *wire, s *report.Section) {
	w.Int(&s.N)
	text(w, &s.Printed)
	text(w, &s.Title)
	w.pos(&s.Pos)
	many(w, &s.Paras, piece)
}

func item(w *wire, i *report.Item) {
	w.Flags(&i.Found, &i.Heading)
	text(w, &i.Words)
	w.pos(&i.Pos)
}

func table(w *wire, t *report.Table) {
	w.Flags(&t.Found)
	w.pos(&t.Pos)
	w.Int(&t.Rows)
	w.Int(&t.Columns)
	w.Int(&t.Values)
	many(w, &t.Problems, piece)
}

func cell(w *wire, c *report.Cell) {
	one(w, &c.State, report.Garbled)
	w.Flags(&c.Recovered, &c.Dirty)
	one(w, &c.Reading, report.Reviewed)
	one(w, &c.Unit, report.YiYuan)
	w.Int64(&c.Value.Unscaled)
	w.Byte(&c.Value.Scale)
	text(w, &c.Raw)
	text(w, &c.Note)
	w.pos(&c.Pos)
	evidence(w, &c.Why)
}

// What a cell's evidence is: none, that of the last cell which had any, or one that
// follows, which is shared where it names nothing.
const (
	noWhy = iota
	sameWhy
	newWhy
	whys
)

func evidence(w *wire, p **report.Why) {
	var how uint8
	if !w.Reading() {
		switch {
		case *p == nil:
			how = noWhy
		case alike(*p, w.why):
			how = sameWhy
		default:
			how = newWhy
		}
	}
	one(w, &how, whys-1)
	switch {
	case how == newWhy && w.Reading():
		var y report.Why
		why(w, &y)
		if *p = y.Evidence.Why(); !alike(*p, &y) {
			*p = &y
		}
		w.why = *p
	case how == newWhy:
		why(w, *p)
		w.why = *p
	case how == sameWhy && w.why == nil:
		w.Fail()
	case how == sameWhy && w.Reading():
		*p = w.why
	}
}

func why(w *wire, y *report.Why) {
	one(w, &y.Evidence, report.Evidences-1)
	w.Int(&y.N)
	w.Int(&y.Of)
	many(w, &y.Texts, text)
}

// alike is stricter than Why.Equal: no texts and an empty list of them differ.
func alike(a, b *report.Why) bool {
	return a == b || a != nil && b != nil && a.Equal(b) && (a.Texts == nil) == (b.Texts == nil)
}

func hidden(w *wire, h *report.Hidden) {
	text(w, &h.Origin)
	text(w, &h.Text)
	w.pos(&h.Pos)
}

func stretch(w *wire, r *report.Range) {
	w.pos(&r.From)
	w.pos(&r.To)
}

// mark is told from the mark before it.
func mark(w *wire, m *report.Mark) {
	w.Narrow(&m.Line, w.mark.Line)
	w.Narrow(&m.Start, w.mark.End)
	w.Narrow(&m.End, m.Start)
	w.Narrow(&m.Cell, w.mark.Cell)
	w.mark = *m
}
