package grid

import "ogi/generator/source"

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
)

// Gone are the looks of what no reader takes for the text.
const Gone = Struck | Unshown | Ground

// A Span is a run of bytes of a Text that is not shown plainly. The spans of a
// text are in order and do not overlap.
type Span struct {
	From, To int
	Look     Look
	After    source.Pos // the place of what follows, zero if it lies as far on in the file as in the text
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
