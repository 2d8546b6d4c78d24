package rule

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/place"
	"ogi/generator/report"
)

// A paragraph of the prose.
type paragraph struct {
	section int // as of a sentence
	report.Text
	flat string // in Simplified characters without white space
}

type paragraphsKey struct{}

// paragraphs are those of the whole prose, made ready once for all rules.
func paragraphs(p *check.Run) []paragraph {
	return p.Memo(paragraphsKey{}, func() any {
		var out []paragraph
		for section, t := range p.Report.Paras() {
			out = append(out, paragraph{section, t, han.Squeeze(han.Fold(t.Text))})
		}
		return out
	}).([]paragraph)
}

// A sentence of the prose.
type sentence struct {
	section int    // canonical number, 0 for the preamble and headings of no section
	text    string // as published
	folded  string // in Simplified characters, as long as it
	flat    string // that without white space
	pos     place.Pos
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
			next := stop(rest)
			if t := strings.TrimSpace(rest[:next]); t != "" {
				folded := han.Fold(t)
				out = append(out, sentence{section: section, text: t, folded: folded, flat: han.Squeeze(folded), pos: k.pass(t)})
			}
			rest = rest[next:]
		}
	}
	return out
}

// stop is where the first sentence of s ends, behind its mark.
func stop(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '!', '?', ';', '\n':
			return i + 1
		case "。"[0]:
			if strings.HasPrefix(s[i:], "。") {
				return i + len("。")
			}
		case "；"[0]:
			for _, m := range [...]string{"；", "！", "？"} {
				if strings.HasPrefix(s[i:], m) {
					return i + len(m)
				}
			}
		}
	}
	return len(s)
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
		if han.Space(want) {
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
			if !han.Space(c) {
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
