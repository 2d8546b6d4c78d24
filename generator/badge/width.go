package badge

import "unicode/utf8"

// Advance widths in tenths of a pixel at 11 px: those of Verdana for ASCII, a
// full square for Chinese.
var ascii = [...]uint8{
	39, 43, 50, 90, 70, 118, 80, 30, 50, 50, 70, 90, 40, 50, 40, 50, // space … /
	70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 50, 50, 90, 90, 90, 60, // 0 … ?
	110, 75, 75, 77, 85, 70, 63, 85, 83, 46, 50, 76, 61, 93, 82, 87, // @ … O
	66, 87, 76, 75, 68, 81, 75, 109, 75, 68, 75, 50, 50, 50, 90, 70, // P … _
	70, 66, 69, 57, 69, 66, 39, 69, 70, 30, 38, 65, 30, 107, 70, 67, // ` … o
	69, 69, 47, 57, 43, 70, 65, 90, 65, 65, 58, 70, 50, 70, 90, // p … ~
}

// width is the length of s in pixels.
func width(s string) int {
	tenths := 0
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~':
			tenths += int(ascii[r-' '])
		case r < utf8.RuneSelf:
		case r == '\u202f' || r == '\u2009':
			tenths += 22
		case r >= 0x300 && r < 0x370: // combining
		case r < 0x2e80 && !(r >= 0x2018 && r <= 0x2026): // other alphabets, narrow signs
			tenths += 75
		case r > 0xffff:
			tenths += 125
		default:
			tenths += 110
		}
	}
	return (tenths + 9) / 10
}
