package carrier

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// In reports whether bytes hold a number of the carrier, in the file or in a
// part of it, with tags, blanks and hyphens between its digits taken out.
func (c Carrier) In(b []byte) bool {
	if z, err := zip.NewReader(bytes.NewReader(b), int64(len(b))); err == nil {
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				continue
			}
			part, _ := io.ReadAll(r)
			if c.In(part) {
				return true
			}
		}
	}
	for _, n := range []string{c.Card, c.Call} {
		if bytes.Contains(b, []byte(n)) {
			return true
		}
	}
	plain := undressed(string(b))
	return strings.Contains(plain, c.Card) || strings.Contains(plain, c.Call)
}

func undressed(s string) string {
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
