package kit

import (
	"strings"
	"unicode"

	"ogi/generator/grid"
	"ogi/generator/place"
)

// maxHidden bounds the text that is kept of what a file does not show.
const maxHidden = 256 << 10

// An Unseen gathers what a file carries without showing it.
type Unseen struct {
	Doc   *grid.Doc
	bytes int
	full  bool
}

// Full reports whether nothing more is kept.
func (u *Unseen) Full() bool { return u.full }

// Add adds a text, unless there is too much already.
func (u *Unseen) Add(origin, text string, pos place.Pos) {
	text = strings.TrimFunc(text, IsSpace)
	if text == "" || u.full {
		return
	}
	if u.bytes += len(text); u.bytes > maxHidden {
		u.full = true
		u.Doc.Notes = append(u.Doc.Notes, "文件里不显示的内容过多，未全部查看")
		return
	}
	u.Doc.Hidden = append(u.Doc.Hidden, grid.Hidden{Origin: origin, Text: strings.Clone(text), Pos: pos})
}

// Lines adds the telling lines of a long text, as a script is.
func (u *Unseen) Lines(origin, text string, off int, place func(int) place.Pos) {
	for line := range strings.Lines(text) {
		if Telling(line) && !u.full {
			lead := len(line) - len(strings.TrimLeftFunc(line, IsSpace))
			u.Add(origin, line, place(off+lead))
		}
		off += len(line)
	}
}

// Telling reports whether text may concern people: it has Chinese words, or
// digits enough for a number of a person.
func Telling(s string) bool {
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

// From adds what another page does not show either; its places are not those of
// the file.
func (u *Unseen) From(d *grid.Doc) {
	for _, h := range d.Hidden {
		u.Add(h.Origin, h.Text, place.Pos{})
	}
}
