package serve

import (
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/slug"
)

// fileName turns the path of an address into the name of a file of the site,
// slash-separated and relative to it; "." is the site's own folder. It is false
// for a path that no site built here has: one that means something else on some
// system (a backslash, a colon, a device, a name that ends in a dot or blank),
// one with a control character, or one that climbs. It asks no file system, so
// that every system gives the same answer.
func fileName(path string) (name string, ok bool) {
	name = strings.Trim(path, "/")
	if name == "" {
		return ".", true
	}
	if !utf8.ValidString(name) || !fs.ValidPath(name) {
		return "", false
	}
	for part := range strings.SplitSeq(name, "/") {
		if !plainName(part) {
			return "", false
		}
	}
	return name, true
}

// plainName reports whether every system takes a name as that of a file and
// nothing else.
func plainName(s string) bool {
	if strings.HasPrefix(s, ".") && s != ".nojekyll" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, " ") {
		return false
	}
	for _, u := range s {
		if unicode.IsControl(u) || strings.ContainsRune(`\:*?"<>|`, u) {
			return false
		}
	}
	return !slug.Reserved(s)
}

// local is a file's name as this system writes it; false where it has no such
// names.
func local(name string) (string, bool) {
	p, err := filepath.Localize(name)
	return p, err == nil
}
