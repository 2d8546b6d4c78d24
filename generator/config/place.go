package config

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"ogi/generator/place"
)

// places are the places of all keys of a TOML file, by path: "title",
// "licence.data", "names[0].from". The TOML library tells places only in
// syntax errors.
type places map[string]place.Pos

// of is the place of path, or of the nearest table above it that has one.
func (p places) of(path string) place.Pos {
	for path != "" {
		if at, ok := p[path]; ok {
			return at
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return place.Pos{Line: 1, Col: 1}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// last is the name a path ends in.
func last(path string) string {
	path = path[strings.LastIndexByte(path, '.')+1:]
	name, _, _ := strings.Cut(path, "[")
	return name
}

// locate finds the keys of text, which must be valid TOML.
func locate(text string) places {
	s := scanner{text: text, found: places{}, count: map[string]int{}}
	for s.skip(" \t\r\n"); s.at < len(s.text); s.skip(" \t\r\n") {
		if s.text[s.at] == '[' {
			s.header()
		} else {
			s.pair(s.table)
		}
	}
	return s.found
}

// A scanner walks valid TOML, so it needs to know only where keys, strings and
// brackets begin and end.
type scanner struct {
	text  string
	at    int
	table string         // path of the current [table]
	count map[string]int // elements so far of each [[array]]
	found places

	known, line, start int // pos has counted lines up to the offset known
}

// skip passes the given white space and comments.
func (s *scanner) skip(space string) {
	for s.at < len(s.text) {
		switch {
		case strings.IndexByte(space, s.text[s.at]) >= 0:
			s.at++
		case s.text[s.at] == '#':
			s.until("\n")
		default:
			return
		}
	}
}

func (s *scanner) until(stop string) {
	s.at = min(s.at, len(s.text))
	if n := strings.IndexAny(s.text[s.at:], stop); n >= 0 {
		s.at += n
	} else {
		s.at = len(s.text)
	}
}

// pos is the place of what comes next.
func (s *scanner) pos() place.Pos {
	passed := s.text[s.known:s.at]
	if n := strings.LastIndexByte(passed, '\n'); n >= 0 {
		s.line += strings.Count(passed, "\n")
		s.start = s.known + n + 1
	}
	s.known = s.at
	return place.Pos{Line: s.line + 1, Col: utf8.RuneCountInString(s.text[s.start:s.at]) + 1}
}

func (s *scanner) mark(path string, at place.Pos) {
	if _, dup := s.found[path]; !dup {
		s.found[path] = at
	}
}

func (s *scanner) header() {
	array := strings.HasPrefix(s.text[s.at:], "[[")
	s.at++
	if array {
		s.at++
	}
	at, keys := s.keys("]")
	path := ""
	for i, k := range keys {
		path = join(path, k)
		if n := s.count[path]; n > 0 && !(array && i == len(keys)-1) {
			path = index(path, n-1)
		}
	}
	s.mark(path, at)
	if array {
		s.count[path]++
		path = index(path, s.count[path]-1)
		s.mark(path, at)
	}
	s.table = path
	s.until("\n")
}

// pair passes key = value below the table at path.
func (s *scanner) pair(path string) {
	at, keys := s.keys("=")
	for _, k := range keys {
		path = join(path, k)
		s.mark(path, at)
	}
	s.skip(" \t")
	s.value(path)
}

// keys passes a dotted key and the sign after it, and gives its place.
func (s *scanner) keys(end string) (at place.Pos, keys []string) {
	s.skip(" \t")
	at = s.pos()
	for s.at < len(s.text) {
		s.skip(" \t")
		switch c := s.text[s.at]; {
		case c == end[0]:
			s.at++
			return at, keys
		case c == '.':
			s.at++
		case c == '"' || c == '\'':
			start := s.at
			s.quoted()
			k := s.text[start+1 : s.at-1]
			if u, err := strconv.Unquote(s.text[start:s.at]); err == nil && c == '"' {
				k = u
			}
			keys = append(keys, k)
		default:
			start := s.at
			s.at++
			s.until(" \t.=]")
			keys = append(keys, s.text[start:s.at])
		}
	}
	return at, keys
}

func (s *scanner) value(path string) {
	const any = " \t\r\n,"
	switch {
	case s.at >= len(s.text):
	case s.text[s.at] == '"' || s.text[s.at] == '\'':
		s.quoted()
	case s.text[s.at] == '{':
		s.at++
		for s.skip(any); s.at < len(s.text) && s.text[s.at] != '}'; s.skip(any) {
			s.pair(path)
		}
		s.at++
	case s.text[s.at] == '[':
		s.at++
		i := 0
		for s.skip(any); s.at < len(s.text) && s.text[s.at] != ']'; s.skip(any) {
			s.mark(index(path, i), s.pos())
			s.value(index(path, i))
			i++
		}
		s.at++
	default:
		s.at++ // whatever it is, so that every call gets on
		s.until(" \t\r\n,]}#")
	}
	s.at = min(s.at, len(s.text))
}

// quoted passes a string of any of the four kinds.
func (s *scanner) quoted() {
	q := s.text[s.at : s.at+1]
	if three := strings.Repeat(q, 3); strings.HasPrefix(s.text[s.at:], three) {
		q = three
	}
	s.at += len(q)
	for s.at < len(s.text) && !strings.HasPrefix(s.text[s.at:], q) {
		if s.text[s.at] == '\\' && q[0] == '"' {
			s.at++
		}
		s.at++
	}
	s.at += len(q)
	for len(q) == 3 && strings.HasPrefix(s.text[min(s.at, len(s.text)):], q[:1]) {
		s.at++ // up to two quotes may stand before the closing three
	}
	s.at = min(s.at, len(s.text))
}
