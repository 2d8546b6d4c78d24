package personal

import (
	"regexp"
	"unicode/utf8"

	"ogi/generator/report"
	"ogi/generator/source"
)

// A Carried is a personal number that a file carries. Where says whether it
// shows it (Shows) or what hides it, as source.HiddenComment does.
type Carried struct {
	Found
	Where string
	Pos   source.Pos
}

// Shows is where the text of a file is.
const Shows = "文本"

// Of finds the personal numbers in all that a file carries: its lines,
// and what it does not show but hands on with every copy.
func Of(r *report.Report) []Carried {
	var out []Carried
	lines := make([]string, len(r.View))
	for i, l := range r.View {
		lines[i] = l.Text
	}
	for _, n := range In(lines) {
		pos := r.View[n.Pieces[0].Of].Pos
		if pos.Line > 0 {
			pos.Col += utf8.RuneCountInString(lines[n.Pieces[0].Of][:n.Start])
		}
		out = append(out, Carried{n, Shows, pos})
	}
	for _, h := range r.Hidden {
		for _, n := range In([]string{h.Text}) {
			if pageCode(h.Origin) && n.Kind != IdentityCard && !named.MatchString(h.Text[:n.Start]) {
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

// named is a variable or an attribute that holds a telephone number.
var named = regexp.MustCompile(`(?i)(?:tel|phone|mobile|sjh|lxdh|手机|电话|联系)[^0-9]{0,24}$`)
