package sign

import (
	"fmt"
	"unicode/utf8"
)

// Page is a whole text file, as a page or a picture of the site, with signs;
// its own lines, tabs and carriage returns stay. A file without such characters,
// as nearly all are, comes out as it came in.
func Page(b []byte) []byte {
	var p pile
	return replace(b, func(r rune, i int) bool { return r != '\r' && needsInText(r) || p.high(r, i) }, Of)
}

// JSON is a JSON text whose strings hold such characters only as escapes: the
// data stay the same, and nothing raw reaches who looks at the text.
func JSON(b []byte) []byte {
	return replace(b, func(r rune, _ int) bool { return needsInText(r) }, func(r rune) string { return fmt.Sprintf(`\u%04x`, r) })
}

// replace goes through b once; nothing is copied before the first replacement.
func replace(b []byte, needs func(rune, int) bool, by func(rune) string) []byte {
	var out []byte
	from := 0
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case ' ' <= c && c < 0x7f:
			i++
			continue
		case 0xe4 <= c && c <= 0xe9 && i+2 < len(b) && b[i+1]&0xc0 == 0x80 && b[i+2]&0xc0 == 0x80:
			i += 3 // nearly all of a Chinese text
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		bad := r == utf8.RuneError && n == 1
		if bad || needs(r, i) {
			out = append(out, b[from:i]...)
			if from = i + n; bad {
				out = append(out, "\uFFFD"...)
			} else {
				out = append(out, by(r)...)
			}
		}
		i += n
	}
	if from == 0 {
		return b
	}
	return append(out, b[from:]...)
}
