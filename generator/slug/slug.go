// Package slug tells what may be an agency's part of addresses, which is also
// the name of its folder: on every file system, in every URL, as it stands.
package slug

import (
	"strings"
	"unicode/utf8"
)

// Longest is the number of letters of the longest slug.
const Longest = 80

// Is reports whether s may be a slug: lower-case letters, digits and hyphens
// between them, and no name that Windows keeps for a device.
func Is(s string) bool {
	return s != "" && len(s) <= Longest && s[0] != '-' && s[len(s)-1] != '-' &&
		strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && !Reserved(s)
}

// Reserved reports whether Windows takes a name, whatever its ending and case,
// for a device: con, nul.txt, COM1, lpt².
func Reserved(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToLower(strings.TrimRight(stem, " "))
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$", "clock$":
		return true
	}
	for _, port := range []string{"com", "lpt"} {
		if n, is := strings.CutPrefix(stem, port); is && utf8.RuneCountInString(n) == 1 && strings.Contains("0123456789¹²³", n) {
			return true
		}
	}
	return false
}
