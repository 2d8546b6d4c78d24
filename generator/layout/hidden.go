package layout

import (
	"strings"
	"unicode"

	"ogi/generator/grid"
	"ogi/generator/place"
)

// maxHidden bounds the text that is kept of what a file does not show.
const maxHidden = 256 << 10

// An unseen gathers what a file carries without showing it.
type unseen struct {
	doc   *grid.Doc
	bytes int
	full  bool
}

func (u *unseen) add(origin, text string, pos place.Pos) {
	text = strings.TrimFunc(text, isSpace)
	if text == "" || u.full {
		return
	}
	if u.bytes += len(text); u.bytes > maxHidden {
		u.full = true
		u.doc.Notes = append(u.doc.Notes, "文件里不显示的内容过多，未全部查看")
		return
	}
	u.doc.Hidden = append(u.doc.Hidden, grid.Hidden{Origin: origin, Text: strings.Clone(text), Pos: pos})
}

// lines adds the telling lines of a long text, as a script is.
func (u *unseen) lines(origin, text string, off int, place func(int) place.Pos) {
	for line := range strings.Lines(text) {
		if telling(line) && !u.full {
			lead := len(line) - len(strings.TrimLeftFunc(line, isSpace))
			u.add(origin, line, place(off+lead))
		}
		off += len(line)
	}
}

// telling reports whether text may concern people: it has Chinese words, or
// digits enough for a number of a person.
func telling(s string) bool {
	digits := 0
	for _, c := range s {
		switch {
		case unicode.IsDigit(c):
			if digits++; digits >= 7 {
				return true
			}
		case c == ' ' || c == '-' || c == '\u00a0':
		case unicode.Is(unicode.Han, c):
			return true
		default:
			digits = 0
		}
	}
	return false
}

// from adds what another page does not show either; its places are not those of
// the file.
func (u *unseen) from(d *grid.Doc) {
	for _, h := range d.Hidden {
		u.add(h.Origin, h.Text, place.Pos{})
	}
}
