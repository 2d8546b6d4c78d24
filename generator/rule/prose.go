package rule

import (
	"strings"

	"ogi/generator/report"
	"ogi/generator/source"
)

// eachSentence calls do for every sentence of the prose, with the canonical
// number of its section (0 for the preamble and headings of no section).
func eachSentence(r *report.Report, do func(section int, s report.Text)) {
	eachPara(r, func(section int, para report.Text) {
		rest, at := para.Text, 0
		for rest != "" {
			end := strings.IndexAny(rest, "。；！？!?;\n")
			next := len(rest)
			if end >= 0 {
				next = end + len(string([]rune(rest[end:])[0]))
			}
			if s := strings.TrimSpace(rest[:next]); s != "" {
				do(section, report.Text{Text: s, Pos: within(r, para, at+strings.Index(rest, s))})
			}
			rest, at = rest[next:], at+next
		}
	})
}

// eachPara calls do for every paragraph of prose, in order.
func eachPara(r *report.Report, do func(section int, para report.Text)) {
	for _, t := range r.Preamble {
		do(0, t)
	}
	for _, s := range r.Sections {
		for _, t := range s.Paras {
			do(s.N, t)
		}
	}
}

// within is the place of the byte offset at of a paragraph: the column moves
// on while the paragraph is one line of the file; where lines were joined it
// is the place of the paragraph.
func within(r *report.Report, para report.Text, at int) source.Pos {
	pos := para.Pos
	if pos.Line == 0 || at <= 0 || at > len(para.Text) {
		return pos
	}
	want := []rune(squeeze(para.Text[:at]))
	line, col := pos.Line, pos.Col
	for i := viewIndex(r, line); i >= 0 && i < len(r.View) && r.View[i].Pos.Line == line; i, line, col = i+1, line+1, 1 {
		text := []rune(r.View[i].Text)
		for c := max(col-r.View[i].Pos.Col, 0); c < len(text); c++ {
			if len(want) == 0 && squeeze(string(text[c])) != "" {
				return source.Pos{Line: line, Col: c + r.View[i].Pos.Col, Place: pos.Place}
			}
			if squeeze(string(text[c])) == "" {
				continue
			}
			if len(want) > 0 && text[c] == want[0] {
				want = want[1:]
			} else if len(want) > 0 {
				return pos // page number or leftover between: stay at the paragraph
			}
		}
	}
	return pos
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
