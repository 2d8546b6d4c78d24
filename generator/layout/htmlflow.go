package layout

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"ogi/generator/grid"
	"ogi/generator/source"
)

// A flow gathers running text into lines and lines into blocks.
type flow struct {
	blocks  []grid.Block
	lines   []grid.Line
	aside   bool // of lines
	heading int  // the heading element that is open

	text  strings.Builder
	at    int  // offset of the first character of text
	space bool // white space is due before the next character
	chars int  // characters of text, and how many of them are links or furniture
	link  int
	side  int
	above bool // the text is raised, as marks of notes are
}

// add appends raw text: entities resolved, runs of white space collapsed as a
// browser does, except between two Chinese characters, where a line end of the
// source is no space.
func (f *flow) add(raw string, off int, link, aside bool) {
	for len(raw) > 0 {
		u, n := utf8.DecodeRuneInString(raw)
		if u == '&' {
			u, n = entity(raw)
		}
		if u == ' ' || u >= '\t' && u <= '\r' {
			f.space = f.space || f.text.Len() > 0 && (u == ' ' || u == '\t')
			raw, off = raw[n:], off+n
			continue
		}
		if f.text.Len() == 0 {
			if isSpace(u) {
				raw, off = raw[n:], off+n
				continue
			}
			f.at = off
		} else if f.space {
			f.text.WriteByte(' ')
		}
		f.space = false
		if f.above {
			u = raised(u)
		}
		f.text.WriteRune(u)
		if !isSpace(u) {
			f.chars++
			if link {
				f.link++
			}
			if aside {
				f.side++
			}
		}
		raw, off = raw[n:], off+n
	}
}

// raised gives a digit of <sup> as the character that stands above the line: 12
// and the mark of note 1 are not 121.
func raised(u rune) rune {
	switch {
	case u == '1':
		return '¹'
	case u == '2' || u == '3':
		return '²' + u - '2'
	case u == '0' || u >= '4' && u <= '9':
		return '⁰' + u - '0'
	}
	return u
}

// entity reads a character reference; one that stands for several characters
// or for none gives its first character or the ampersand itself.
func entity(s string) (rune, int) {
	end := min(len(s), 40)
	semi := strings.IndexByte(s[:end], ';')
	if semi < 0 {
		return '&', 1
	}
	text := html.UnescapeString(s[:semi+1])
	u, n := utf8.DecodeRuneInString(text)
	if n != len(text) {
		return '&', 1
	}
	return u, semi + 1
}

// line ends the current line.
func (f *flow) line(place func(int) source.Pos) {
	text := strings.TrimRightFunc(f.text.String(), isSpace)
	chars, link, side := f.chars, f.link, f.side
	f.text.Reset()
	f.space, f.chars, f.link, f.side = false, 0, 0, 0
	if text == "" {
		return
	}
	l := grid.Line{Text: text, Pos: place(f.at)}
	if f.heading > 0 {
		f.prose()
		f.blocks = append(f.blocks, grid.Block{Lines: []grid.Line{l}, Heading: f.heading, Aside: link*2 > chars})
		return
	}
	if aside := (link+side)*2 > chars; aside != f.aside {
		f.prose()
		f.aside = aside
	}
	f.lines = append(f.lines, l)
}

// prose ends the current run of lines.
func (f *flow) prose() {
	if len(f.lines) > 0 {
		f.blocks = append(f.blocks, grid.Block{Lines: f.lines, Aside: f.aside})
		f.lines = nil
	}
}
