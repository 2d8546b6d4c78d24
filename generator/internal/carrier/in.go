package carrier

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
)

// In reports whether bytes hold a number of the carrier, in the file or in a
// part of it, with tags, blanks and hyphens between its digits taken out.
func (c Carrier) In(b []byte) bool { return len(In(b, []Carrier{c})) > 0 }

// In are those of the carriers that bytes hold a number of.
func In(b []byte, cs []Carrier) []Carrier {
	texts := within(b)
	var in []Carrier
	for _, c := range cs {
		if slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, c.Card) || strings.Contains(t, c.Call) }) {
			in = append(in, c)
		}
	}
	return in
}

// within are the bytes and those of each part of them, as they are and Undressed.
func within(b []byte) []string {
	out := []string{string(b), Undressed(string(b))}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return out
	}
	for _, f := range z.File {
		if r, err := f.Open(); err == nil {
			part, _ := io.ReadAll(r)
			out = append(out, within(part)...)
		}
	}
	return out
}

// Undressed is a text without tags, and without what may part a number.
func Undressed(s string) string {
	var b strings.Builder
	in := false
	for _, r := range s {
		switch {
		case r == '<':
			in = true
		case r == '>':
			in = false
		case in, strings.ContainsRune(" \t\r\n-—\u00a0\u3000\u00ad\u200b\u202a\u202c|", r):
		case '０' <= r && r <= '９':
			b.WriteRune(r - '０' + '0')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
