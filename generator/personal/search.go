package personal

import (
	"strings"

	"ogi/generator/report"
	"ogi/generator/source"
)

// A Findings is what Search found in a file. Hidden are the numbers in words that
// Of finds again; Pictures says that the file holds pictures, which no program
// reads; Closed that a part of it could not be opened; Acts that it does something
// by itself when it is opened: it runs scripts or macros, calls another program, or
// is made of what lies on another computer.
type Findings struct {
	Hidden                 []report.Hidden
	Pictures, Closed, Acts bool
}

// Search finds the personal numbers in every string that a file carries, in all
// of its parts: what it shows and what it does not.
func Search(path string, b []byte) Findings {
	s := &search{known: map[string]bool{}, left: mostUnpacked}
	s.file(path, b, 0)
	return s.out
}

// What is unpacked of one file, all parts together, and how deep files lie in
// each other.
const (
	mostUnpacked = 96 << 20
	mostParts    = 4000
	deepest      = 5
)

// A search goes through one file.
type search struct {
	out   Findings
	known map[string]bool
	left  int // bytes that may still be unpacked
	parts int
}

// file searches a file by its kind.
func (s *search) file(path string, b []byte, depth int) {
	if depth > deepest {
		s.out.Closed = true
		return
	}
	switch kind := source.KindOf(path, b); kind {
	case source.HTML:
		s.page(text(path, b), depth)
	case source.MHT:
		s.mail(b, depth)
	case source.DOCX, source.XLSX, source.ODT, source.OFD, source.Zip:
		s.zip(b, depth)
	case source.PDF:
		s.pdf(b, depth)
	case source.Text, source.Markdown, source.CSV:
		s.plain(path, b, depth)
	case source.Image:
		s.out.Pictures = s.out.Pictures || depth > 0
		s.binary(b)
	default:
		s.out.Acts = s.out.Acts || actingOld(b)
		s.packed(b, depth)
		s.binary(b)
	}
}

// plain searches a text. The lines of the report itself are searched by Of.
func (s *search) plain(path string, b []byte, depth int) {
	t := text(path, b)
	switch {
	case t == "":
		s.binary(b)
		return
	case strings.Contains(t, "{\\rtf"):
		s.binary(b)
	case depth > 0 && strings.HasPrefix(strings.TrimSpace(t), "<"):
		s.xml(t, depth)
	case depth > 0:
		s.words(t)
	}
	s.data(t, depth)
}

// text is what a file of text says, "" where it is none.
func text(path string, b []byte) string {
	f, err := source.Read(path, b)
	if err != nil {
		return ""
	}
	return f.Text
}

// words keeps all numbers of a text that is written for people.
func (s *search) words(t string) {
	for _, n := range Numbers(t) {
		s.keep(n)
	}
}

// bare keeps the numbers of a value, such as that of an attribute, in which other
// numbers stand, too: one of its own, or one that words announce.
func (s *search) bare(t string) {
	for _, n := range Numbers(t) {
		if n.Kind == IdentityCard || alone(t, n) || announcedIn(t, n) {
			s.keep(n)
		}
	}
}

// code keeps those of a program: identity numbers, a text that is nothing but the
// number, and what a name announces.
func (s *search) code(t string) {
	if !dense(t) {
		return
	}
	for line := range strings.Lines(t) {
		for _, n := range Numbers(line) {
			if n.Kind == IdentityCard || quoted(line, n) || announcedIn(line, n) {
				s.keep(n)
			}
		}
	}
}

// address keeps identity numbers, by date and check digit, and no others:
// addresses are full of long numbers.
func (s *search) address(t string) {
	if !dense(t) {
		return
	}
	for _, n := range Numbers(t) {
		if n.addressed() {
			s.keep(n)
		}
	}
}

// keep keeps a number once, in words by which Of finds it again.
func (s *search) keep(n Number) {
	if id := n.Kind + " " + n.Digits; !s.known[id] {
		s.known[id] = true
		s.out.Hidden = append(s.out.Hidden, report.Hidden{Origin: source.HiddenPart, Text: id})
	}
}

// alone reports whether a number is in one piece and no part of a longer sign.
func alone(t string, n Number) bool {
	return n.End-n.Start == len(n.Digits) && !sign(t, n.Start-1) && !sign(t, n.End)
}

func sign(t string, i int) bool {
	return i >= 0 && i < len(t) && (t[i] == '-' || t[i] == '_' || t[i] == '.' || t[i] == '/' || t[i] == '=' || latin(rune(t[i])) || '0' <= t[i] && t[i] <= '9')
}

// quoted reports whether a number stands in quotation marks by itself.
func quoted(t string, n Number) bool {
	return n.Start > 0 && n.End < len(t) && strings.IndexByte("\"'`", t[n.Start-1]) >= 0 && t[n.End] == t[n.Start-1] && n.End-n.Start == len(n.Digits)
}

// announcedIn reports whether a name before a number says that it is one of a
// telephone.
func announcedIn(t string, n Number) bool {
	return named.MatchString(t[max(0, n.Start-96):n.Start])
}

// dense is a quick look: it reports whether a text holds digits enough close to
// each other, in any of the ways in which a program can write them.
func dense[T string | []byte](t T) bool {
	run := 0
	for i := 0; i < len(t); i++ {
		switch c := t[i]; {
		case '0' <= c && c <= '9':
			if run++; run >= 7 {
				return true
			}
		case c == 0xef && i+2 < len(t) && t[i+1] == 0xbc && 0x90 <= t[i+2] && t[i+2] <= 0x99:
			i += 2
			if run++; run >= 7 {
				return true
			}
		case c == ' ' || c == '-' || c == 0xe2 || c == 0xc2 || c == 0xad || 0x80 <= c && c <= 0x8f || c == 0xef || c == 0xbb || c == 0xbf || c == '\t' || c == '\n' || c == '.':
		default:
			run = 0
		}
	}
	return false
}
