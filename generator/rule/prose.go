package rule

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/place"
	"ogi/generator/report"
)

// A sentence of the prose. Flat is it without white space, in Simplified
// characters.
type sentence struct {
	section    int // canonical number, 0 for the preamble and headings of no section
	text, flat string
	pos        place.Pos
}

// words are the sentence with its place.
func (s *sentence) words() report.Text { return report.Text{Text: s.text, Pos: s.pos} }

type sentencesKey struct{}

// sentences are those of the whole prose, told apart once for all rules.
func sentences(p *check.Run) []sentence {
	return p.Memo(sentencesKey{}, func() any { return sentencesOf(p.Report) }).([]sentence)
}

func sentencesOf(r *report.Report) []sentence {
	var out []sentence
	for section, para := range r.Paras() {
		k := follow(r, para)
		for rest := para.Text; rest != ""; {
			next := len(rest)
			if end := strings.IndexAny(rest, "。；！？!?;\n"); end >= 0 {
				_, size := utf8.DecodeRuneInString(rest[end:])
				next = end + size
			}
			if t := strings.TrimSpace(rest[:next]); t != "" {
				out = append(out, sentence{section: section, text: t, flat: squeeze(han.Fold(t)), pos: k.pass(t)})
			}
			rest = rest[next:]
		}
	}
	return out
}

// A cursor follows a paragraph through the lines of the file it was joined
// from, so that each sentence has its own place. Where page numbers or
// leftovers stand between, the cursor is lost and gives the place of the
// paragraph.
type cursor struct {
	view []report.ViewLine
	para place.Pos
	line string // what is left of the line under the cursor
	pos  place.Pos
	lost bool
}

func follow(r *report.Report, para report.Text) cursor {
	k := cursor{para: para.Pos, pos: para.Pos}
	i := viewIndex(r, para.Pos.Line)
	if i < 0 {
		k.lost = true
		return k
	}
	k.view, k.line = r.View[i+1:], r.View[i].Text
	for c := r.View[i].Pos.Col; c < para.Pos.Col && k.line != ""; c++ {
		_, size := utf8.DecodeRuneInString(k.line)
		k.line = k.line[size:]
	}
	return k
}

// pass moves over text and gives the place where it begins.
func (k *cursor) pass(text string) place.Pos {
	begin, begun := k.para, false
	for _, want := range text {
		if k.lost {
			break
		}
		if unicode.IsSpace(want) {
			continue
		}
		at, c := k.rune()
		if c != want {
			k.lost = true
			break
		}
		if !begun {
			begin, begun = at, true
		}
	}
	return begin
}

// rune is the next character that is no white space, and its place.
func (k *cursor) rune() (place.Pos, rune) {
	for {
		for k.line != "" {
			c, size := utf8.DecodeRuneInString(k.line)
			at := k.pos
			k.line = k.line[size:]
			k.pos.Col++
			if !unicode.IsSpace(c) {
				return at, c
			}
		}
		if len(k.view) == 0 || k.view[0].Pos.Line != k.pos.Line+1 {
			return k.pos, 0
		}
		k.line, k.pos.Line, k.pos.Col = k.view[0].Text, k.view[0].Pos.Line, k.view[0].Pos.Col
		k.view = k.view[1:]
	}
}

// viewIndex is the index of the view line that begins at line, -1 if none.
func viewIndex(r *report.Report, line int) int {
	if line <= 0 {
		return -1
	}
	if i := line - 1; i < len(r.View) && r.View[i].Pos.Line == line {
		return i
	}
	for i := range r.View {
		if r.View[i].Pos.Line == line {
			return i
		}
	}
	return -1
}

// squeeze takes all white space out.
func squeeze(s string) string {
	if strings.IndexFunc(s, unicode.IsSpace) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
