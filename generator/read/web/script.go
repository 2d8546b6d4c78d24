package web

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// Some pages keep their text in a string of a script, or in a text field, and
// write it into the page when it loads. Nothing is run: what holds a table there
// is read as HTML, each character at its place in the file.

// minScript is the length below which a string literal holds no report.
const minScript = 400

// tableRows counts the rows of all tables.
func tableRows(blocks []grid.Block) int {
	n := 0
	for i := range blocks {
		if t := blocks[i].Table; t != nil {
			n += len(t.Rows)
		}
	}
	return n
}

// fromScripts reads the HTML tables that the page's scripts hold in string
// literals or as they are, and those in text fields.
func fromScripts(f *source.File, d *grid.Doc, page *walker) []grid.Block {
	var out []grid.Block
	read := func(text string, offs []int) {
		for range 2 { // HTML inside JSON may be written with &lt; besides
			if hasMarkup(text) {
				break
			}
			if !strings.Contains(text, "&lt;") {
				return
			}
			text, offs = unreference(text, offs)
		}
		if !hasMarkup(text) {
			return
		}
		w := &walker{
			place: func(off int) place.Pos { return f.Pos(offs[min(off, len(offs)-1)]) },
			doc:   d, root: &flow{}, tables: page.tables, unseen: page.unseen,
			page: page.page, ground: page.ground, veils: page.veils, held: page.held,
		}
		w.walk(text, 0)
		out = append(out, w.end()...)
		page.tables, page.veils = w.tables, w.veils
		page.cells += w.cells
	}
	for _, at := range page.script {
		body := f.Text[at[0]:at[1]]
		if t := kit.TrimLeft(body); strings.HasPrefix(t, "<") || strings.HasPrefix(t, "&lt;") {
			offs := make([]int, len(body)+1)
			for i := range offs {
				offs[i] = at[0] + i
			}
			read(body, offs)
			continue
		}
		eachLiteral(body, func(from, to int) {
			if to-from >= minScript {
				read(unescape(body[from:to], at[0]+from))
			}
		})
	}
	return out
}

func hasMarkup(text string) bool {
	return strings.Contains(text, "<table") || strings.Contains(text, "<TABLE") || strings.Contains(text, "<Table")
}

// unreference resolves the character references of a text and keeps the offsets.
func unreference(s string, offs []int) (string, []int) {
	var b strings.Builder
	out := make([]int, 0, len(offs))
	for i := 0; i < len(s); {
		u, n := utf8.DecodeRuneInString(s[i:])
		if u == '&' {
			u, n = Entity(s[i:])
		}
		from := b.Len()
		b.WriteRune(u)
		for range b.Len() - from {
			out = append(out, offs[i])
		}
		i += n
	}
	return b.String(), append(out, offs[len(s)])
}

// eachLiteral gives the inside of each string literal of a script.
func eachLiteral(s string, yield func(from, to int)) {
	for i := 0; i < len(s); i++ {
		switch q := s[i]; q {
		case '"', '\'', '`':
			j := i + 1
			for j < len(s) && s[j] != q {
				if s[j] == '\\' {
					j++
				} else if s[j] == '\n' && q != '`' {
					break
				}
				j++
			}
			if j < len(s) && s[j] == q {
				yield(i+1, j)
			}
			i = j
		case '/':
			if strings.HasPrefix(s[i:], "//") {
				if k := strings.IndexByte(s[i:], '\n'); k > 0 {
					i += k
				}
			}
		}
	}
}

// unescape resolves the escapes of a literal and keeps, for each byte of the
// result, the offset it came from.
func unescape(s string, base int) (string, []int) {
	var b strings.Builder
	offs := make([]int, 0, len(s)+1)
	put := func(u rune, at int) {
		n := b.Len()
		b.WriteRune(u)
		for range b.Len() - n {
			offs = append(offs, base+at)
		}
	}
	for i := 0; i < len(s); {
		u, n := utf8.DecodeRuneInString(s[i:])
		if u != '\\' || i+1 >= len(s) {
			put(u, i)
			i += n
			continue
		}
		u, used := escape(s[i+1:])
		if u >= 0 {
			put(u, i)
		}
		i += 1 + used
	}
	return b.String(), append(offs, base+len(s))
}

// escape reads what follows a backslash; -1 stands for nothing.
func escape(s string) (rune, int) {
	digits := 0
	switch s[0] {
	case 'n', 'r', 't', 'b', 'f', 'v':
		return ' ', 1
	case '\n':
		return -1, 1
	case 'u':
		digits = 4
	case 'x':
		digits = 2
	default:
		u, n := utf8.DecodeRuneInString(s)
		return u, n
	}
	if len(s) <= digits {
		return -1, len(s)
	}
	v, err := strconv.ParseUint(s[1:1+digits], 16, 32)
	if err != nil {
		return rune(s[0]), 1
	}
	return rune(v), 1 + digits
}
