// Package han brings Chinese text to the one shape in which words are looked
// for: Traditional characters become Simplified ones (總計, 总计), characters
// that a PDF takes from the radicals or the compatibility blocks become the
// ordinary ones, and the words that a mirror writes for ours become ours
// (政府資訊公開, 規範性檔案, 行政覆議).
//
// A text goes in, a text of the same length comes out, in bytes and in
// characters: what was found at folded[i:j] is published[i:j]. So every room
// that looks for words looks in Fold(text) and shows text as it was published:
//
//	folded := han.Fold(line.Text)
//	if i := strings.Index(folded, "主动公开"); i >= 0 {
//		quote(line.Text[i:])
//	}
//
// Words to be looked for are written in Simplified characters, which Fold
// leaves alone. It does not touch letters, digits, marks and blanks; form.Norm
// does, and folds by itself. It knows no grammar: what it gives is for
// matching, and never shown.
package han

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed characters.txt
var characters string

// Every character from first to last takes three bytes, and so does what it is
// folded into.
const first, last = 0x2E80, 0xFAFF

// simple gives each character that which it is folded into, itself for most. It
// is a table since every character of every report goes through it.
var simple = func() *[last - first + 1]uint16 {
	t := new([last - first + 1]uint16)
	for i := range t {
		t[i] = uint16(first + i)
	}
	for line := range strings.Lines(characters) {
		if to, from, ok := strings.Cut(strings.TrimSpace(line), " "); ok && to != "#" {
			for _, r := range from {
				t[r-first] = uint16(one(to))
			}
		}
	}
	for _, block := range [...][2]rune{{0x2E80, 0x2FDF}, {0xF900, 0xFAFF}} {
		for r := block[0]; r <= block[1]; r++ {
			if to := one(norm.NFKC.String(string(r))); to >= first && to <= last {
				t[r-first] = t[to-first]
			}
		}
	}
	return t
}()

// one is the only character of s.
func one(s string) rune {
	r, n := utf8.DecodeRuneInString(s)
	if n < len(s) {
		return 0
	}
	return r
}

// Simple is the character that r is folded into, mostly r itself.
func Simple(r rune) rune {
	if r < first || r > last {
		return r
	}
	return rune(simple[r-first])
}

// Foreign reports whether Fold may replace a character.
func Foreign(r rune) bool {
	return r >= first && r <= last && (simple[r-first] != uint16(r) || r == '覆')
}

// Fold is s with each character and each word of a mirror replaced by that
// which we look for. It is s itself where nothing is to be replaced.
func Fold(s string) string {
	i := foreign(s, 0)
	if i == len(s) {
		return s
	}
	out := []byte(s)
	for ; i < len(s); i = foreign(s, i+3) {
		utf8.AppendRune(out[:i], Simple(three(s, i)))
	}
	ours(out, s)
	return string(out)
}

// foreign is where, from i on, the next character stands that Fold may replace.
func foreign(s string, i int) int {
	for i+2 < len(s) {
		if s[i] < 0xE2 {
			i++ // letters, blanks, marks
			continue
		}
		r := three(s, i)
		if r < first || r > last {
			i++ // marks; what is no character at all
			continue
		}
		if simple[r-first] != uint16(r) || r == '覆' && !covered(s[i+3:]) {
			return i
		}
		i += 3
	}
	return len(s)
}

// covered reports whether 覆 stays where this follows it: 全覆盖 is in many reports.
func covered(after string) bool {
	for _, w := range covers {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

// three is the character of three bytes at i, 0 where there is none.
func three(s string, i int) rune {
	a, b, c := s[i], s[i+1], s[i+2]
	if a&0xF0 != 0xE0 || b&0xC0 != 0x80 || c&0xC0 != 0x80 {
		return 0
	}
	return rune(a&0x0F)<<12 | rune(b&0x3F)<<6 | rune(c&0x3F)
}
