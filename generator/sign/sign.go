// Package sign shows characters that nobody can see: control characters, ends
// of lines within a name, marks that turn the direction of text, bytes that are
// no text. A string comes in, the same string comes out with a sign for each of
// them (␛, ␊, ⟨U+202E⟩, ⟨0xFF⟩), so that what a report or a file name holds can
// move no cursor, begin no line, give no command to a program that reads a log,
// and let no page read otherwise than it is written. It is for what is shown;
// what is compared or stored stays as published.
package sign

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line is s on one line of a terminal or a log: names, paths, messages. What a
// build service takes for a command (::error::, ##[error]) is no more one.
func Line(s string) string {
	s = show(s, Needs)
	if trimmed := strings.TrimLeftFunc(s, unicode.IsSpace); strings.HasPrefix(trimmed, "::") {
		s = s[:len(s)-len(trimmed)] + "⟨:⟩" + trimmed[1:]
	}
	return strings.ReplaceAll(s, "##[", "##⟨[⟩")
}

// Text is s with its own lines and tabs: prose, cells, pages.
func Text(s string) string { return show(s, needsInText) }

// Lines is text for a terminal or a log, each of its lines as Line shows it but
// for tabs.
func Lines(s string) string {
	s = Text(s)
	if !strings.Contains(s, "::") && !strings.Contains(s, "##[") {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		blank := len(l) - len(strings.TrimLeftFunc(l, unicode.IsSpace))
		lines[i] = l[:blank] + Line(l[blank:])
	}
	return strings.ReplaceAll(strings.Join(lines, "\n"), "␉", "\t")
}

// Needs reports whether a character is shown by a sign.
func Needs(r rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r < 0xa0:
		return true
	case r < 0x61c:
		return false
	}
	return r == 0x61c || r == 0x200e || r == 0x200f || 0x2028 <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069
}

func needsInText(r rune) bool { return r != '\n' && r != '\t' && Needs(r) }

func show(s string, needs func(rune) bool) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, func(r rune) bool { return needs(r) || mark(r) }) < 0 {
		return s
	}
	var b strings.Builder
	var p pile
	for i, r := range s {
		switch {
		case r == utf8.RuneError && s[i] >= utf8.RuneSelf && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, "⟨0x%02X⟩", s[i])
		case !needs(r) && !p.high(r, i):
			b.WriteRune(r)
		default:
			b.WriteString(Of(r))
		}
	}
	return b.String()
}

// A pile is a run of marks that are drawn over the same letter.
type pile struct{ n, end int }

// most is how many marks a letter may have; no writing has as many.
const most = 8

// high reports whether a character at i is one mark more than a letter may have:
// a pile of hundreds covers the lines around it, or makes a letter as wide as a
// page.
func (p *pile) high(r rune, i int) bool {
	if !mark(r) {
		return false
	}
	if p.end != i {
		p.n = 0
	}
	p.n, p.end = p.n+1, i+utf8.RuneLen(r)
	return p.n > most
}

// mark reports whether a character is drawn over the one before it.
func mark(r rune) bool {
	if r < 0x300 || 0x3400 <= r && r < 0xa000 || 0x3000 <= r && r < 0x302a {
		return false // nearly all of a Chinese text
	}
	return unicode.In(r, unicode.Mn, unicode.Me)
}

// Of is the sign of a character.
func Of(r rune) string {
	switch {
	case r < ' ':
		return string('␀' + r)
	case r == 0x7f:
		return "␡"
	}
	return fmt.Sprintf("⟨U+%04X⟩", r)
}
