package web

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
)

// A flow gathers running text into lines and lines into blocks.
type flow struct {
	blocks  []grid.Block
	lines   []grid.Line
	aside   bool // of lines
	hidden  int  // container that hides lines
	heading int  // the heading element that is open

	text  strings.Builder
	at    int  // offset of the first character of text
	space bool // white space is due before the next character
	apart bool // what comes stands apart from what was
	chars int  // characters of text, and how many of them are links or furniture
	link  int
	side  int
	look  grid.Look // of what is added
	in    int       // the hidden container of what is added
	runs  []run     // of text, where any of it is not plain
	veil  int       // the hidden container that the flow stands in
}

// An run is text that is seen in one way, up to the next.
type run struct {
	from, off int // in the text, and in the file
	look      grid.Look
	in        int
	chars     int
}

// add appends raw text: entities resolved, runs of white space collapsed as a
// browser does, except between two Chinese characters, where a line end of the
// source is no space.
func (f *flow) add(raw string, off int, link, aside bool) {
	for len(raw) > 0 {
		u, n := utf8.DecodeRuneInString(raw)
		if u == '&' {
			u, n = Entity(raw)
		}
		if u == ' ' || u >= '\t' && u <= '\r' {
			f.space = f.space || f.text.Len() > 0 && (u == ' ' || u == '\t')
			raw, off = raw[n:], off+n
			continue
		}
		if f.text.Len() == 0 {
			if kit.IsSpace(u) {
				raw, off = raw[n:], off+n
				continue
			}
			f.at = off
			f.text.Grow(len(raw))
		} else if f.space || f.apart && isFigure(u) && isFigure(f.lastRune()) {
			f.text.WriteByte(' ')
		}
		f.space, f.apart = false, false
		if f.look != 0 || f.in != f.veil || f.runs != nil {
			f.mark(off)
		}
		f.text.WriteRune(u)
		if !kit.IsSpace(u) {
			f.chars++
			if f.runs != nil {
				f.runs[len(f.runs)-1].chars++
			}
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

func (f *flow) lastRune() rune {
	u, _ := utf8.DecodeLastRuneInString(f.text.String())
	return u
}

func isFigure(u rune) bool { return u >= '0' && u <= '9' || u >= '０' && u <= '９' }

// mark begins a run, unless the open one goes on.
func (f *flow) mark(off int) {
	if f.runs == nil && f.text.Len() > 0 {
		f.runs = append(f.runs, run{in: f.veil, chars: f.chars})
	}
	if n := len(f.runs); n == 0 || f.runs[n-1].look != f.look || f.runs[n-1].in != f.in {
		f.runs = append(f.runs, run{from: f.text.Len(), off: off, look: f.look, in: f.in})
	}
}

// seen gives the looks of the line and the container that hides all of it. What
// other containers hide is not shown in it.
func (f *flow) seen(end int, place func(int) place.Pos) (looks []grid.Span, veil int) {
	if f.runs == nil {
		return nil, f.veil
	}
	veil = -1
	for _, r := range f.runs {
		if r.chars > 0 && (veil < 0 || r.in < veil) {
			veil = r.in
		}
	}
	for i, r := range f.runs {
		s := grid.Span{From: r.from, To: end, Look: r.look}
		if i+1 < len(f.runs) {
			s.To, s.After = min(end, f.runs[i+1].from), place(f.runs[i+1].off)
		}
		if r.in != veil {
			s.Look |= grid.Unshown
		}
		if s.Look != 0 && s.From < s.To {
			looks = append(looks, s)
		}
	}
	return looks, veil
}

// Entity reads a character reference; one that stands for several characters
// or for none gives its first character or the ampersand itself.
func Entity(s string) (rune, int) {
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
func (f *flow) line(place func(int) place.Pos) {
	text := strings.TrimRightFunc(f.text.String(), kit.IsSpace)
	chars, link, side := f.chars, f.link, f.side
	looks, veil := f.seen(len(text), place)
	f.text.Reset()
	f.runs = nil
	f.space, f.apart, f.chars, f.link, f.side = false, false, 0, 0, 0
	if text == "" {
		return
	}
	l := grid.Line{Text: text, Pos: place(f.at), Marks: grid.Looked(looks)}
	if f.heading > 0 {
		f.prose()
		f.blocks = append(f.blocks, grid.Block{Lines: []grid.Line{l}, Heading: f.heading, Aside: link*2 > chars, Veil: veil})
		return
	}
	if aside := (link+side)*2 > chars; aside != f.aside || veil != f.hidden {
		f.prose()
		f.aside, f.hidden = aside, veil
	}
	f.lines = append(f.lines, l)
}

// prose ends the current run of lines.
func (f *flow) prose() {
	if len(f.lines) > 0 {
		f.blocks = append(f.blocks, grid.Block{Lines: f.lines, Aside: f.aside, Veil: f.hidden})
		f.lines = nil
	}
}
