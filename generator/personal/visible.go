package personal

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cuts are the places where something was taken out of a text: up to the offset
// at of what is left, gone bytes of the text were taken out.
type cuts []struct{ at, gone int }

// before is the offset in the text of the byte that stands at i in what is left.
func (c cuts) before(i int) int {
	k := sort.Search(len(c), func(k int) bool { return c[k].at > i })
	if k == 0 {
		return i
	}
	return i + c[k-1].gone
}

// visible is a text without the characters that nobody sees: soft hyphens,
// zero-width spaces, marks of direction and what joins or decorates a digit. They
// would part a number for a program and for no reader.
func visible(s string) (string, cuts) {
	i := firstUnseen(s)
	if i == len(s) {
		return s, nil
	}
	var b strings.Builder
	b.Grow(len(s))
	var c cuts
	from := 0
	for ; i < len(s); i++ {
		if s[i] < utf8.RuneSelf {
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unseen(r) {
			b.WriteString(s[from:i])
			from = i + n
			if at := b.Len(); len(c) > 0 && c[len(c)-1].at == at {
				c[len(c)-1].gone += n
			} else {
				c = append(c, struct{ at, gone int }{at, from - at})
			}
		}
		i += n - 1
	}
	b.WriteString(s[from:])
	return b.String(), c
}

// firstUnseen is where the first such character stands, len(s) if there is none.
func firstUnseen(s string) int {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			i++
			continue
		case c >= 0xe3 && c <= 0xee && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80:
			i += 3 // none between 0x3000 and 0xfe00
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unseen(r) {
			return i
		}
		i += n
	}
	return len(s)
}

func unseen(r rune) bool {
	switch {
	case r < 0xad || 0x3000 <= r && r < 0xfe00:
		return false
	case r < 0x3000:
		return low[r>>6]>>(r&63)&1 != 0
	}
	return hides(r)
}

func hides(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me) }

// low has a bit for each of those below 0x3000, since quotation marks and dashes,
// which are in every report, stand there.
var low = func() (t [0x3000 / 64]uint64) {
	for r := rune(0); r < 0x3000; r++ {
		if hides(r) {
			t[r>>6] |= 1 << (r & 63)
		}
	}
	return t
}()
