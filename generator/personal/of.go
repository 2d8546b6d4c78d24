package personal

import (
	"regexp"
	"unicode/utf8"

	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
)

// A Carried is a personal number that a file carries. Where says whether it
// shows it (Shows) or what hides it, as source.HiddenComment does.
type Carried struct {
	Found
	Where string
	Pos   place.Pos
}

// Shows is where the text of a file is.
const Shows = "文本"

// Of finds the personal numbers in all that a file carries: its lines,
// and what it does not show but hands on with every copy.
func Of(r *report.Report) []Carried {
	var out []Carried
	of, at, col := -1, 0, 0 // the line counted last, up to a byte, its characters
	lines := make([]string, len(r.View))
	for i, l := range r.View {
		lines[i] = l.Text
	}
	for _, n := range In(lines) {
		pos := r.View[n.Pieces[0].Of].Pos
		if pos.Line > 0 {
			if n.Pieces[0].Of != of {
				of, at, col = n.Pieces[0].Of, 0, 0
			}
			col += utf8.RuneCountInString(lines[of][at:n.Start])
			at = n.Start
			pos.Col += col
		}
		out = append(out, Carried{n, Shows, pos})
	}
	for _, h := range r.Hidden {
		for _, n := range In([]string{h.Text}) {
			if pageCode(h.Origin) && n.Kind != IdentityCard && !announcedIn(h.Text, n.Number) && !quoted(h.Text, n.Number) {
				continue // pages number many things in their code
			}
			out = append(out, Carried{n, h.Origin, h.Pos})
		}
	}
	return out
}

func pageCode(origin string) bool {
	return origin == source.HiddenPageScript || origin == source.HiddenPageValue || origin == source.HiddenPageText
}

// named is a variable or an attribute that holds a telephone number; it is looked
// for in what stands right before it.
var named = regexp.MustCompile(`(?i)(?:tel|phone|mobile|sjh|lxdh|手机|电话|联系)[^0-9]{0,24}$`)
