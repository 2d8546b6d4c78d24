package text

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/read/kit"
)

func (r *reader) kindOf(line string) lineKind {
	tabs, bars, frames := 0, 0, 0
	text := false
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == '\t':
			tabs++
			i++
		case c == '|':
			bars++
			i++
		case c == ' ':
			i++
		case c < utf8.RuneSelf:
			text = true
			i++
		case text && c != 0xE2 && c != 0xEF: // no bar or frame begins with it
			i++
		default:
			u, n := utf8.DecodeRuneInString(line[i:])
			switch {
			case isBar(u):
				bars++
			case u >= '─' && u <= '╿':
				frames++
			case !kit.IsSpace(u):
				text = true
			}
			i += n
		}
	}
	switch {
	case frames > 0 && !text, bars == 0 && strings.HasPrefix(kit.TrimLeft(line), "+") && isRuler(strings.TrimFunc(line, kit.IsSpace)):
		return rulerLine
	case bars > 0:
		if isRuler(line) {
			return rulerLine
		}
		return pipeLine
	case tabs == 0 && !text:
		return blankLine
	case tabs == 1 && line[0] == '\t':
		return leadLine
	case tabs > 0 && strings.Contains(kit.TrimLeft(line), "\t") || tabs > 0 && !text:
		return tabLine
	case isHeading(line):
		return headLine
	case strings.Contains(line, "<table"), r.md && hasTags(line):
		return markupLine
	}
	return proseLine
}

func isRuler(line string) bool {
	dash := false
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '-', '=':
			dash = true
		case '|', ':', ' ', '\t', '+':
		default:
			return false
		}
	}
	return dash && strings.Contains(line, "--")
}

// hasTags reports whether a line of Markdown holds HTML that is more than marks
// within the line.
func hasTags(line string) bool {
	i := strings.IndexByte(line, '<')
	if i < 0 {
		return false
	}
	for _, t := range [...]string{"<p", "<div", "</p", "</div", "<br", "<center", "</center", "<h1", "<h2", "<h3", "</h", "<img", "<details", "</details", "<summary", "<section", "</section", "<dialog", "</dialog", "<template", "</template", "<li", "<ul", "</ul", "<style", "</style"} {
		if strings.Contains(line[i:], t) {
			return true
		}
	}
	return strings.Count(line, "<span") != strings.Count(line, "</span")
}

func isHeading(line string) bool {
	t := strings.TrimLeft(line, "#")
	return len(t) < len(line) && len(line)-len(t) <= 6 && strings.HasPrefix(t, " ")
}
