package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// ids names headings by their own words. goldmark's own drops Chinese
// characters, so that every Chinese heading would be "heading".
type ids struct {
	used map[string]bool
	last map[string]int // the number last given to headings of the same words
}

func (s *ids) Generate(value []byte, _ ast.NodeKind) []byte {
	var b strings.Builder
	for _, r := range strings.TrimSpace(string(value)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case b.Len() > 0 && (r == ' ' || r == '-' || r == '_'):
			b.WriteByte('-')
		}
	}
	id := strings.TrimRight(b.String(), "-")
	if id == "" {
		id = "heading"
	}
	free := id
	for n := max(2, s.last[id]+1); s.used[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
		s.last[id] = n
	}
	s.used[free] = true
	return []byte(free)
}

func (s *ids) Put(value []byte) { s.used[string(value)] = true }
