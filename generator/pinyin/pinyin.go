// Package pinyin spells Chinese names in letters, for addresses and for people
// who type without an input method. A name comes in, lower-case syllables go
// out. How a character is read may depend on the word: 重庆 comes out as
// zhongqing. That is no fault in an address, which must only be another for
// another name and the same each time; nothing is read back from it.
package pinyin

import (
	"strings"

	lib "github.com/mozillazg/go-pinyin"
)

var args = func() lib.Args {
	a := lib.NewArgs()
	a.Fallback = func(r rune, _ lib.Args) []string {
		switch {
		case r >= 'A' && r <= 'Z':
			return []string{string(r - 'A' + 'a')}
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return []string{string(r)}
		}
		return nil
	}
	return a
}()

// Syllables are those of a text, one a character; ASCII letters and digits stand
// for themselves, other signs are left out.
func Syllables(text string) []string { return lib.LazyPinyin(text, args) }

// Of is a text in letters: 庙头镇 is miaotouzhen.
func Of(text string) string { return strings.Join(Syllables(text), "") }

// Initials are the first letters: 庙头镇 is mtz.
func Initials(text string) string {
	var b strings.Builder
	for _, s := range Syllables(text) {
		b.WriteByte(s[0])
	}
	return b.String()
}
