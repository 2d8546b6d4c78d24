package text

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/read/kit"
)

// maxMargins bounds how deep quotes and frames are taken off.
const maxMargins = 4

// margins finds what each line holds: the marks of a quote (> ) are cut off,
// and the frame of a box that holds whole lines, as a page has it that was laid
// out with a table.
func (r *reader) margins() {
	n := r.f.Lines()
	r.spans = make([]lineSpan, 0, n)
	for i := range n {
		s, off := r.f.Line(i)
		for range maxMargins {
			t := kit.TrimLeft(s)
			if !strings.HasPrefix(t, ">") {
				break
			}
			off += len(s) - len(t) + 1
			s = t[1:]
		}
		if len(s) >= longestLine && !strings.ContainsAny(s, "|\t<") {
			r.spans = append(r.spans, unroll(s, off)...)
			continue
		}
		r.spans = append(r.spans, lineSpan{off, off + len(s)})
	}
	n = len(r.spans)
	r.unlist()
	for range maxMargins {
		found := false
		for i := 0; i < n; i++ {
			if end := r.frame(i); end > i {
				found = true
				r.unframe(i, end)
				i = end
			}
		}
		if !found {
			return
		}
	}
}

// fewestListed is the least number of lines with one mark of a list for it to be
// taken off: converters write each cell as a point.
const fewestListed = 30

// unlist takes the marks of a list (- 7, • 7) off the lines of a text that are
// nearly all points of one.
func (r *reader) unlist() {
	if r.mayBeListed() < fewestListed {
		return
	}
	for _, mark := range [...]string{"- ", "* ", "• ", "· ", "+ "} {
		marked := func(i int) bool {
			s, _ := r.text(i)
			return strings.HasPrefix(s, mark) && !strings.HasSuffix(s, "-") && !strings.Contains(s, "|")
		}
		n := 0
		for i := range r.spans {
			if marked(i) {
				n++
			}
		}
		if n < fewestListed {
			continue
		}
		for i := range r.spans {
			if marked(i) {
				r.spans[i].from += len(mark)
			}
		}
		return
	}
}

// mayBeListed counts the lines that begin as those marks do.
func (r *reader) mayBeListed() int {
	n := 0
	for _, s := range r.spans {
		if s.from < s.to {
			switch r.f.Text[s.from] {
			case '-', '*', '+', "•"[0], "·"[0]:
				n++
			}
		}
	}
	return n
}

// frame reports where a box ends that begins at a line and only surrounds
// others: one column wide, with another box or a sentence inside. It gives the
// line itself if there is none.
func (r *reader) frame(i int) int {
	if !r.isFrameEdge(i) {
		return i
	}
	worth := false
	for j := i + 1; j < len(r.spans); j++ {
		if r.isFrameEdge(j) {
			if worth {
				return j
			}
			return i
		}
		s, _ := r.text(j)
		s = strings.TrimFunc(s, kit.IsSpace)
		if len(s) < 2 || barWidth(s) == 0 || barAtEnd(s) == 0 {
			return i
		}
		inner := strings.TrimFunc(s[barWidth(s):len(s)-barAtEnd(s)], kit.IsSpace)
		worth = worth || isBoxRuler(inner) || strings.Contains(inner, "。")
	}
	return i
}

func (r *reader) isFrameEdge(i int) bool {
	s, _ := r.text(i)
	s = strings.TrimFunc(s, kit.IsSpace)
	if len(s) < 8 || !isBoxRuler(s) {
		return false
	}
	_, w := utf8.DecodeRuneInString(s)
	_, v := utf8.DecodeLastRuneInString(s)
	return !strings.ContainsFunc(s[w:len(s)-v], isJunction)
}

// unframe cuts the frame off the lines of a box.
func (r *reader) unframe(from, to int) {
	for i := from; i <= to; i++ {
		s, off := r.text(i)
		t, at := kit.Trim(s, off)
		if i == from || i == to {
			r.spans[i] = lineSpan{at + len(t), at + len(t)}
			continue
		}
		r.spans[i] = lineSpan{at + barWidth(t), at + len(t) - barAtEnd(t)}
	}
}
