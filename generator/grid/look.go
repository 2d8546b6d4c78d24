package grid

import (
	"slices"

	"ogi/generator/place"
)

// A Look says how a piece of text is shown; several may hold at once. The zero
// Look is plain. Readers of files say what they saw and judge nothing: what of a
// text a report says is decided in package seen.
type Look uint8

const (
	Raised  Look = 1 << iota // above the line: <sup>, w:vertAlign
	Lowered                  // below the line
	Struck                   // a line runs through it
	Unshown                  // not drawn at all: display:none, w:vanish
	Ground                   // drawn in the colour of its ground, or too small to see
	Small                    // markedly smaller than what stands beside it
	Unsure                   // the file does not tell which of these it is, or whether it is plain
	Linked                   // it leads somewhere, as the mark of a note may
)

// Gone are the looks of what no reader takes for the text.
const Gone = Struck | Unshown | Ground

// A Span is a run of bytes of a Text that is not shown plainly. The spans of a
// text are in order and do not overlap.
type Span struct {
	From, To int
	Look     Look
	After    place.Pos // the place of what follows, zero if it lies as far on in the file as in the text
}

// Marks are what is to be told of a Text or of its cell besides what it says. Most
// have none; copies of a cell share them, so that they are replaced, not changed.
type Marks struct {
	Looks  []Span   // what of the text is not plain; nil once package seen has settled it
	Notes  []string // marks of notes that stood in it: 1, ①, [2]
	Veiled bool     // the cell, its row or its column is not shown; only in a Grid.Whole
}

// Looked are the marks of a text with these looks.
func Looked(looks []Span) *Marks {
	if len(looks) == 0 {
		return nil
	}
	return &Marks{Looks: looks}
}

// Spans are the looks of m.
func (m *Marks) Spans() []Span {
	if m == nil {
		return nil
	}
	return m.Looks
}

// Noted are the notes of m.
func (m *Marks) Noted() []string {
	if m == nil {
		return nil
	}
	return m.Notes
}

// Hides reports whether m says that its cell is not shown.
func (m *Marks) Hides() bool { return m != nil && m.Veiled }

// Veil is m of a cell that is not shown.
func (m *Marks) Veil() *Marks {
	return &Marks{Looks: m.Spans(), Notes: m.Noted(), Veiled: true}
}

// Settled is m once its looks are settled, with further notes.
func (m *Marks) Settled(notes ...string) *Marks {
	out := &Marks{Notes: append(slices.Clip(m.Noted()), notes...), Veiled: m.Hides()}
	if len(out.Notes) == 0 && !out.Veiled {
		return nil
	}
	return out
}

// Cut gives the spans of text[from:to], counted from there.
func Cut(looks []Span, from, to int) []Span {
	var out []Span
	for _, s := range looks {
		if s.From < to && s.To > from {
			s.From, s.To = max(s.From, from)-from, min(s.To, to)-from
			out = append(out, s)
		}
	}
	return out
}

// Shift adds the spans of a text that is put behind n bytes of another.
func Shift(to, looks []Span, n int) []Span {
	for _, s := range looks {
		s.From, s.To = s.From+n, s.To+n
		to = append(to, s)
	}
	return to
}
