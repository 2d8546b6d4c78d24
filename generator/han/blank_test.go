package han

import (
	"strings"
	"testing"
	"unicode"
)

func TestSpace(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if Space(r) != unicode.IsSpace(r) {
			t.Errorf("%U: %v", r, Space(r))
		}
	}
}

// squeezed is what Squeeze does, said in the plainest way.
func squeezed(s string) string {
	if strings.IndexFunc(s, unicode.IsSpace) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func FuzzSqueeze(f *testing.F) {
	for _, s := range []string{"", " ", "本 机　关", "a\u00a0b\u2003c\u3000", "公开\xe4\xb8 3\xff件", "\xef\xbf 甲", "\u3001 \u2fff\u3000", "条 \xf0\x9f\x98\x80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := Squeeze(s), squeezed(s); got != want {
			t.Errorf("Squeeze(%q) = %q, want %q", s, got, want)
		}
	})
}
