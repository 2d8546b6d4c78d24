package archive

import (
	"ogi/generator/config"
	"ogi/generator/personal"
	"ogi/generator/report"
)

// A Masking says what is masked: Shown are entries that are copied with their words
// as they are, Report gives the masked copy of a report.
type Masking struct {
	Shown  map[*Entry]bool
	Report func(*report.Report) *report.Report
}

// Masked is an archive as outputs may show it, and its entries by those they are
// copies of.
func (a *Archive) Masked(k Masking) (*Archive, map[*Entry]*Entry) {
	of := map[*Entry]*Entry{}
	agencies := make([]*Agency, len(a.Agencies))
	for i, g := range a.Agencies {
		agencies[i] = g.Masked(k, of)
	}
	return New(a.Site, agencies), of
}

// Masked is an agency with each text and report masked; its entries are put down
// in of, if it is not nil.
func (g *Agency) Masked(k Masking, of map[*Entry]*Entry) *Agency {
	out := *g
	out.Dir, out.Name, out.Homepage = personal.Path(g.Dir), personal.Mask(g.Name), personal.Address(g.Homepage)
	out.Slug, out.Region, out.Function = personal.Mask(g.Slug), personal.Mask(g.Region), personal.Mask(g.Function)
	out.Kind, out.Level = Kind(personal.Mask(string(g.Kind))), Level(personal.Mask(string(g.Level)))
	out.Aliases, out.Former = personal.Texts(g.Aliases), personal.Texts(g.Former)
	out.Names = copied(g.Names, func(n config.Name) config.Name { n.Name = personal.Mask(n.Name); return n })
	out.Predecessors = copied(g.Predecessors, func(p config.Predecessor) config.Predecessor {
		p.Agency, p.Part = personal.Mask(p.Agency), personal.Mask(p.Part)
		return p
	})
	out.Reports = copied(g.Reports, func(e *Entry) *Entry {
		m := e.masked(&out, k)
		if of != nil {
			of[e] = m
		}
		return m
	})
	return &out
}

// masked is an entry of an agency. Paths stay: they lead to the files; what prints
// one masks it.
func (e *Entry) masked(g *Agency, k Masking) *Entry {
	out := *e
	out.Agency = g
	if k.Shown[e] {
		return &out
	}
	out.Meta = maskedYear(e.Meta)
	out.Notes = copied(e.Notes, MaskedNote)
	out.Human.Form = personal.Mask(e.Human.Form)
	out.Human.Cells = copied(e.Human.Cells, func(c config.HumanCell) config.HumanCell {
		c.Key, c.Value, c.Raw = personal.Mask(c.Key), personal.Mask(c.Value), personal.Mask(c.Raw)
		c.Place, c.By, c.ReviewedBy = personal.Mask(c.Place), personal.Mask(c.By), personal.Mask(c.ReviewedBy)
		return c
	})
	out.Report = k.Report(e.Report)
	out.Files = copied(e.Files, func(f File) File {
		f.Role, f.Report, f.Meta = personal.Mask(f.Role), k.Report(f.Report), maskedFile(f.Meta)
		return f
	})
	return &out
}

func maskedYear(y config.Year) config.Year {
	y.Source, y.Published, y.Captured = personal.Address(y.Source), personal.Mask(y.Published), personal.Mask(y.Captured)
	y.Edition, y.Fidelity, y.Scope = personal.Mask(y.Edition), personal.Mask(y.Fidelity), personal.Mask(y.Scope)
	y.Withdrawn, y.Searched = personal.Mask(y.Withdrawn), personal.Mask(y.Searched)
	y.Files = copied(y.Files, maskedFile)
	return y
}

func maskedFile(f config.File) config.File {
	f.Role, f.Source, f.Published = personal.Mask(f.Role), personal.Address(f.Source), personal.Mask(f.Published)
	f.Captured, f.Searched = personal.Mask(f.Captured), personal.Mask(f.Searched)
	return f
}

func copied[T any](ts []T, mask func(T) T) []T {
	if ts == nil {
		return nil
	}
	out := make([]T, len(ts))
	for i, t := range ts {
		out[i] = mask(t)
	}
	return out
}

// MaskedNote is a reply with each text masked.
func MaskedNote(n config.Note) config.Note {
	n.Rule, n.Status, n.Value = personal.Mask(n.Rule), personal.Mask(n.Status), personal.Mask(n.Value)
	n.Text, n.By, n.Date, n.Link = personal.Mask(n.Text), personal.Mask(n.By), personal.Mask(n.Date), personal.Address(n.Link)
	return n
}
