package seen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/grid"
	"ogi/generator/place"
)

// A piece is a run of a text that is shown in one way.
type piece struct {
	from, to int
	look     grid.Look
	after    place.Pos
	fate     fate
}

type fate uint8

const (
	text  fate = iota // of the report
	mark              // of a note
	gone              // struck or not shown
	doubt             // kept, and no number
)

// A settled is what became of one text.
type settled struct {
	text            string
	notes           []string
	struck, unshown string
	at              place.Pos // place of what is left, where the file told it
	skipped         string    // of what was taken off, what lies behind at, or all of it
}

// isPlain reports whether a text is all text.
func isPlain(s string, looks []grid.Span) bool {
	return len(looks) == 0 && !hasSigns(s)
}

// settle parts a text by its looks and decides on each piece.
func settle(s string, looks []grid.Span) settled {
	ps := pieces(s, looks)
	judge(s, ps)
	var out settled
	var kept, struck, unshown strings.Builder
	for i := range ps {
		p := &ps[i]
		t := s[p.from:p.to]
		switch p.fate {
		case text:
			kept.WriteString(t)
		case doubt:
			kept.WriteString(drawn(t, p.look))
		case mark:
			if n := len(out.notes); i > 0 && ps[i-1].fate == mark { // [3] and 、[4] raised each
				out.notes[n-1] += markOf(t)
			} else {
				out.notes = append(out.notes, markOf(t))
			}
		case gone:
			if p.look&(grid.Unshown|grid.Ground) != 0 {
				unshown.WriteString(t)
			} else {
				struck.WriteString(unstrike(t))
			}
		}
		if kept.Len() == 0 {
			out.skipped += t
			if !p.after.IsZero() {
				out.at, out.skipped = p.after, ""
			}
		}
	}
	whole := kept.String()
	cut := strings.TrimLeftFunc(whole, isSpace)
	out.skipped += whole[:len(whole)-len(cut)]
	out.text = strings.TrimRightFunc(cut, isSpace)
	out.struck = strings.TrimFunc(struck.String(), isSpace)
	out.unshown = strings.TrimFunc(unshown.String(), isSpace)
	return out
}

// place is where the text that is left begins: behind what was taken off.
func (t *settled) place(pos place.Pos) place.Pos {
	if t.text == "" {
		return pos
	}
	if !t.at.IsZero() {
		if t.at.Line > 0 {
			t.at = t.at.In(pos.Place())
		}
		pos = t.at
	}
	if pos.Line > 0 {
		if i := strings.LastIndexByte(t.skipped, '\n'); i >= 0 {
			return pos // lines of a cell: its own place is the best there is
		}
		pos.Col += utf8.RuneCountInString(t.skipped)
	}
	return pos
}

// pieces parts a text where its look changes. Characters that are raised,
// lowered or struck by themselves (¹ ₁ 8̶) are so as if the file had said it.
func pieces(s string, looks []grid.Span) []piece {
	var out []piece
	k := 0
	for i, u := range s {
		for k < len(looks) && looks[k].To <= i {
			k++
		}
		p := piece{from: i, to: i + utf8.RuneLen(u)}
		if u == utf8.RuneError {
			_, n := utf8.DecodeRuneInString(s[i:])
			p.to = i + n
		}
		if k < len(looks) && looks[k].From <= i {
			p.look = linked(looks[k].Look)
			if p.to >= looks[k].To {
				p.after = looks[k].After
			}
		}
		p.look |= signLook(u)
		if next, _ := utf8.DecodeRuneInString(s[p.to:]); isStroke(next) {
			p.look |= grid.Struck
		}
		if n := len(out); n > 0 && out[n-1].look == p.look {
			out[n-1].to, out[n-1].after = p.to, p.after
			continue
		}
		out = append(out, p)
	}
	return out
}

// linked takes what leads somewhere for text like any other, unless digits beside it
// do not: 5[1](#note) is 5 with a note, or 51.
func linked(l grid.Look) grid.Look {
	if l == grid.Linked {
		return grid.Unsure
	}
	return l &^ grid.Linked
}

// judge gives each piece its fate.
func judge(s string, ps []piece) {
	base := base(s, ps)
	for i := range ps {
		p := &ps[i]
		switch {
		case p.look&grid.Unsure != 0:
			if touches(s, ps, i) || p.look&grid.Gone != 0 && hasDigit(s[p.from:p.to]) {
				p.fate = doubt
			}
		case p.look&(grid.Unshown|grid.Ground) != 0:
			p.fate = gone
		case p.look&grid.Struck != 0:
			p.fate = gone
		}
	}
	for i := range ps {
		p := &ps[i]
		if p.fate != text || p.look&grid.Unsure != 0 || height(p.look) == base {
			continue
		}
		t := s[p.from:p.to]
		before, after := beside(s, ps, i)
		switch {
		case p.look&(grid.Raised|grid.Lowered) == 0: // small
			if touches(s, ps, i) {
				p.fate = doubt
			}
		case base == height(grid.Raised): // and this is lowered: a fraction
			p.fate = doubt
		case isPower(before, t, p.look&grid.Lowered != 0):
			p.fate = doubt // text, and shown as it is
		case isMark(t) && !isFraction(before, after):
			p.fate = mark
			if endsInDigit(before) && beginsWithDigit(after) {
				p.fate = doubt
			}
		case touches(s, ps, i):
			p.fate = doubt
		}
	}
	spare(s, ps)
	for i := range ps {
		if ps[i].fate == mark {
			brackets(s, ps, i)
		}
	}
	for i := range ps { // 8<del>0</del>5 is neither 85 nor 805
		if p := &ps[i]; p.fate == gone && p.look&(grid.Unshown|grid.Ground) == 0 {
			before, after := beside(s, ps, i)
			if endsInDigit(before) && beginsWithDigit(after) {
				p.fate = doubt
			}
		}
	}
}

// brackets gives a mark the brackets about it that are written like the text:
// 7[²].
func brackets(s string, ps []piece, i int) {
	if i == 0 || i+1 == len(ps) || ps[i-1].fate != text || ps[i+1].fate != text {
		return
	}
	before, after := s[ps[i-1].from:ps[i-1].to], s[ps[i+1].from:ps[i+1].to]
	for _, b := range [...][2]string{{"[", "]"}, {"［", "］"}, {"〔", "〕"}, {"【", "】"}, {"（", "）"}, {"(", ")"}} {
		if strings.HasSuffix(before, b[0]) && strings.HasPrefix(after, b[1]) {
			ps[i].from, ps[i].to = ps[i].from-len(b[0]), ps[i].to+len(b[1])
			ps[i-1].to, ps[i+1].from = ps[i].from, ps[i].to
			ps[i].after = place.Pos{}
			return
		}
	}
}

// spare keeps the marks where nothing else is left that is shown.
func spare(s string, ps []piece) {
	for i := range ps {
		if f := ps[i].fate; (f == text || f == doubt) && strings.TrimFunc(s[ps[i].from:ps[i].to], isSpace) != "" {
			return
		}
	}
	for i := range ps {
		if ps[i].fate == mark {
			ps[i].fate = doubt
		}
	}
}

// base is the look of what the text itself is written in: plain, or, where
// nothing is, that of what stands in for it. A whole cell that is raised is no
// mark.
func base(s string, ps []piece) grid.Look {
	best := grid.Look(0xff)
	for i := range ps {
		p := &ps[i]
		if p.look&(grid.Gone|grid.Unsure) == 0 && strings.TrimFunc(s[p.from:p.to], isSpace) != "" {
			best = min(best, height(p.look))
		}
	}
	return best
}

// height is how high a piece stands: 0 for plain text, then small, raised,
// lowered.
func height(l grid.Look) grid.Look {
	switch {
	case l&grid.Raised != 0:
		return 2
	case l&grid.Lowered != 0:
		return 3
	case l&grid.Small != 0:
		return 1
	}
	return 0
}

// beside gives the text before and behind a piece, without what is gone and
// without white space between.
func beside(s string, ps []piece, i int) (before, after string) {
	for k := i - 1; k >= 0 && before == ""; k-- {
		if ps[k].fate == text || ps[k].fate == doubt {
			before = strings.TrimRightFunc(s[ps[k].from:ps[k].to], isSpace)
		}
	}
	for k := i + 1; k < len(ps) && after == ""; k++ {
		if ps[k].fate == text || ps[k].fate == doubt {
			after = strings.TrimLeftFunc(s[ps[k].from:ps[k].to], isSpace)
		}
	}
	return before, after
}

// touches reports whether a piece could be part of a number with what stands
// beside it.
func touches(s string, ps []piece, i int) bool {
	t := strings.TrimFunc(s[ps[i].from:ps[i].to], isSpace)
	if !hasDigit(t) {
		return false
	}
	before, after := beside(s, ps, i)
	return (endsInDigit(before) || endsInPoint(before)) && (beginsWithDigit(t) || beginsWithPoint(t)) ||
		(endsInDigit(t) || endsInPoint(t)) && (beginsWithDigit(after) || beginsWithPoint(after))
}

func isSpace(u rune) bool {
	switch u {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
		return true
	}
	return unicode.IsSpace(u)
}
