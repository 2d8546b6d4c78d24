// Package near finds, for each report of an archive, those others that a rule
// compares it with: of the same text, with the same passages, of the bodies that
// belong to a government. It knows each report by a Sketch of about a kilobyte, so
// that an archive need not be held to be compared; Sketches may come in any order,
// and what is found is the same.
package near

import (
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/han"
	"ogi/generator/passage"
	"ogi/generator/region"
	"ogi/generator/report"
)

// A Sketch is what others need to know of a report to find it.
type Sketch struct {
	Agency       string   // its slug
	Name, Region string   // the agency's
	Before       []string // slugs of the bodies that became the agency
	Year         int
	Text         uint64   // as TextHash
	Sample       []uint64 // of its prose, as passage.Sample
	Prose        bool     // others may have copied from it: it has prose, and all of it is held
	Within       string   // the region of which its requests are a part, "" if of none
	Above        bool     // its requests may have those of its region as a part: a government's
}

// Begin is what a Sketch has of the agency.
func Begin(a *archive.Agency) Sketch {
	s := Sketch{Agency: a.Slug, Name: a.Name, Region: a.Region}
	for _, p := range a.Predecessors {
		s.Before = append(s.Before, p.Agency)
	}
	return s
}

// SketchOf is the Sketch of a report.
func SketchOf(e *archive.Entry) Sketch {
	s := Begin(e.Agency)
	s.Year = e.Year
	if e.Report == nil {
		return s
	}
	s.Text = TextHash(e.Report)
	prose := passage.Of(e.Report, 0)
	s.Sample = prose.Sample()
	s.Prose = !e.Abridged() && prose.Len() >= passage.Piece
	s.Within = within(e)
	s.Above = e.Agency.Kind == archive.Government && e.Scope() != report.ScopeOwn
	return s
}

// within is the region whose total the report's requests are a part of: a
// department's own ones of that of its government, a government's area of that of
// the region above.
func within(e *archive.Entry) string {
	switch e.Agency.Kind {
	case archive.Department:
		if e.Scope() != report.ScopeArea {
			return e.Agency.Region
		}
	case archive.Government:
		if r, ok := region.Lookup(e.Agency.Region); ok && e.Scope() == report.ScopeArea {
			return r.Parent
		}
	}
	return ""
}

// HasText reports whether a report has any text, as TextHash tells.
func HasText(r *report.Report) bool {
	return slices.ContainsFunc(r.View, func(l report.ViewLine) bool { return strings.TrimSpace(l.Text) != "" })
}

// TextHash is a hash of the whole text without white space, 0 for no text.
func TextHash(r *report.Report) uint64 {
	const begin, prime = 14695981039346656037, 1099511628211 // of FNV-1a
	h, n := uint64(begin), 0
	for i := range r.View {
		bare := han.Squeeze(r.View[i].Text)
		n += len(bare)
		for k := range len(bare) {
			h = (h ^ uint64(bare[k])) * prime
		}
	}
	if n == 0 {
		return 0
	}
	return h
}
