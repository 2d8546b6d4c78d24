package text

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/read/web"
	"ogi/generator/source"
)

// An inline reads the marks within one line or cell of Markdown: tags, escapes,
// bold, struck and raised text, footnotes, formulas of nothing but a raised digit.
type inline struct {
	r    *reader
	s    string
	base int        // offset of s in the file
	html *web.Inset // once there was a tag
	out  strings.Builder
	look grid.Look // of marks that are open
	runs []run
}

// A run is text that is seen in one way, up to the next.
type run struct {
	from, off int // in the text, and in the file
	look      grid.Look
	next      int // where it goes on in the line
}

// inlineMarks are the characters one of which any mark has. Every cell is asked.
var inlineMarks = func() (is [256]bool) {
	for _, c := range []byte("\\<~[$^*`&") {
		is[c] = true
	}
	return is
}()

func hasInlineMark(s string) bool {
	for i := range len(s) {
		if inlineMarks[s[i]] {
			return true
		}
	}
	return false
}

// inlines gives the text of a line or cell of Markdown without its marks, the
// offset at which it begins, and its looks.
func (r *reader) inlines(s string, at int) (string, int, []grid.Span) {
	if !r.md || !hasInlineMark(s) {
		return s, at, nil
	}
	l := &inline{r: r, s: s, base: at}
	l.read(0, len(s))
	text := l.out.String()
	lead := len(text) - len(kit.TrimLeft(text))
	text = strings.TrimRightFunc(text, kit.IsSpace)
	var looks []grid.Span
	from := at
	for i, k := range l.runs {
		next := len(text)
		var after place.Pos
		if i+1 < len(l.runs) {
			next = min(next, l.runs[i+1].from)
			if k.look != 0 {
				after = r.f.Pos(l.runs[i+1].off)
			}
		}
		if k.look != 0 && k.from < next {
			looks = append(looks, grid.Span{From: k.from, To: next, Look: k.look, After: after})
		}
	}
	if len(text) <= lead {
		return "", at, nil
	}
	for _, k := range l.runs {
		if k.from <= lead {
			from = k.off + lead - k.from
		}
	}
	return text[lead:], from, grid.Cut(looks, lead, len(text))
}

// put adds what stands at i of the text.
func (l *inline) put(text string, i int, look grid.Look) {
	look |= l.look
	if l.html != nil {
		look |= l.html.Look()
	}
	n := len(l.runs)
	if n == 0 || l.runs[n-1].look != look || look != 0 || l.runs[n-1].next != i {
		l.runs = append(l.runs, run{from: l.out.Len(), off: l.base + i, look: look})
		n++
	}
	l.runs[n-1].next = i + len(text)
	l.out.WriteString(text)
}

func (l *inline) read(i, end int) {
	for i < end {
		if n := l.mark(i, end); n > 0 {
			i += n
			continue
		}
		_, n := utf8.DecodeRuneInString(l.s[i:])
		l.put(l.s[i:i+n], i, 0)
		i += n
	}
}

// mark reads the mark that begins at i and gives its length, 0 if there is none.
func (l *inline) mark(i, end int) int {
	s := l.s[i:end]
	switch s[0] {
	case '\\':
		if len(s) > 1 && strings.IndexByte("\\`*_{}[]()#+-.!~|<>$^&", s[1]) >= 0 {
			l.put(s[1:2], i+1, 0)
			return 2
		}
	case '&':
		if u, n := web.Entity(s); n > 1 {
			l.put(string(u), i, 0)
			return n
		}
	case '<':
		return l.tag(s, i)
	case '~':
		if strings.HasPrefix(s, "~~") {
			return l.pair(s, i, "~~", grid.Struck)
		}
		return l.pair(s, i, "~", grid.Unsure)
	case '*':
		for _, m := range [...]string{"***", "**", "*"} {
			if strings.HasPrefix(s, m) {
				return l.pair(s, i, m, 0)
			}
		}
	case '`':
		return l.pair(s, i, "`", 0)
	case '[':
		if k := strings.IndexByte(s, ']'); strings.HasPrefix(s, "[^") && k > 2 && k <= 20 && (i > 0 || !strings.HasPrefix(s[k+1:], ":")) {
			l.put("["+s[2:k]+"]", i, grid.Raised)
			return k + 1
		}
		return l.link(s, i)
	case '^':
		if k := strings.IndexByte(s[1:], '^'); k > 0 && k <= 12 && !strings.ContainsAny(s[1:1+k], " \t") {
			l.put(s[1:1+k], i+1, grid.Raised)
			return k + 2
		}
		return l.script(s, i)
	case '$':
		return l.formula(s, i)
	}
	return 0
}

// link reads [words](address), of which a page shows the words. A picture's words
// are not shown, and brackets before what is no address, as in 国令[2019](第711号),
// are the text's own (fixture links-in-cells).
func (l *inline) link(s string, i int) int {
	k := strings.Index(s, "](")
	if k <= 1 || strings.ContainsAny(s[1:k], "[]") || strings.HasSuffix(l.s[:i], "!") {
		return 0
	}
	address, _, closed := strings.Cut(s[k+2:], ")")
	if !closed || !isAddress(address) {
		return 0
	}
	outer := l.look
	l.look |= grid.Linked
	l.read(i+1, i+k)
	l.look = outer
	return k + 2 + len(address) + 1
}

// isAddress knows an address in Markdown, with or without a title behind it.
func isAddress(s string) bool {
	s, title, _ := strings.Cut(s, " ")
	for _, c := range []byte(s) {
		if c <= ' ' || c >= utf8.RuneSelf {
			return false
		}
	}
	title = strings.TrimSpace(title)
	return strings.ContainsAny(s, "/#.") && (title == "" || strings.ContainsAny(title[:1], `"'`))
}

// pair reads a text between two marks that stand close to it.
func (l *inline) pair(s string, i int, m string, look grid.Look) int {
	in := s[len(m):]
	k := strings.Index(in, m)
	if k <= 0 || in[0] == ' ' || in[k-1] == ' ' || strings.HasPrefix(in[k+len(m):], m[:1]) && look != 0 {
		return 0
	}
	outer := l.look
	l.look |= look
	l.read(i+len(m), i+len(m)+k)
	l.look = outer
	return k + 2*len(m)
}

// tag reads one HTML tag or comment.
func (l *inline) tag(s string, i int) int {
	if strings.HasPrefix(s, "<!--") {
		if k := strings.Index(s, "-->"); k > 0 {
			l.r.unseen.Lines(source.HiddenPageComment, s[:k+3], l.base+i, l.r.f.Pos)
			return k + 3
		}
		return 0
	}
	n := tagAt(s)
	if n == 0 {
		return 0
	}
	if strings.HasPrefix(s, "<br") {
		l.put("\n", i, 0)
		return n
	}
	if l.html == nil {
		l.html = l.r.html.Inline()
	}
	l.html.Tag(s[:n], l.base+i)
	return n
}

// tagAt is the length of the tag that a text begins with, 0 if there is none.
func tagAt(s string) int {
	if len(s) < 3 || s[0] != '<' {
		return 0
	}
	if c := s[1] | 0x20; c < 'a' || c > 'z' {
		if s[1] != '/' && s[1] != '!' {
			return 0
		}
	}
	return strings.IndexByte(s, '>') + 1
}

// formula reads $…$ that holds no more than a number and its mark.
func (l *inline) formula(s string, i int) int {
	k := strings.IndexByte(s[1:], '$')
	if k <= 0 || strings.Trim(s[1:1+k], "0123456789.,，^_{}[]()（）* ①②③④⑤⑥⑦⑧⑨") != "" {
		return 0
	}
	for j := 1; j < 1+k; {
		if n := l.script(s[j:1+k], i+j); n > 0 {
			j += n
			continue
		}
		_, n := utf8.DecodeRuneInString(s[j:])
		if s[j] != '{' && s[j] != '}' && s[j] != ' ' {
			l.put(s[j:j+n], i+j, 0)
		}
		j += n
	}
	return k + 2
}

// script reads ^{1}, ^1 or _{1} in a formula, and ^{1} outside of one.
func (l *inline) script(s string, i int) int {
	look := grid.Raised
	switch s[0] {
	case '_':
		look = grid.Lowered
	case '^':
	default:
		return 0
	}
	if strings.HasPrefix(s[1:], "{") {
		if k := strings.IndexByte(s, '}'); k > 2 {
			l.put(s[2:k], i+2, look)
			return k + 1
		}
		return 0
	}
	if len(s) > 1 && s[1] >= '0' && s[1] <= '9' {
		l.put(s[1:2], i+1, look)
		return 2
	}
	return 0
}

// line is a line of prose without its marks.
func (r *reader) line(i int) grid.Line {
	s, off := r.text(i)
	text, at := plainLine(kit.Trim(s, off))
	text, at, looks := r.inlines(text, at)
	return grid.Line{Text: text, Pos: r.pos(at), Marks: grid.Looked(looks)}
}

// plainLine takes Markdown's marks for bold off a line that is bold as a whole.
func plainLine(s string, at int) (string, int) {
	if len(s) > 4 && strings.HasPrefix(s, "**") && strings.HasSuffix(s, "**") && strings.Count(s, "**") == 2 {
		return s[2 : len(s)-2], at + 2
	}
	return s, at
}

// unmark takes Markdown's marks off a cell that was just read: tags, line breaks,
// bold and code.
func (r *reader) unmark(c *grid.Cell) {
	if r.md {
		for _, lineBreak := range [...]string{"\\\\", "\\"} {
			if t, ok := strings.CutSuffix(c.Text, lineBreak); ok {
				c.Text = strings.TrimRightFunc(t, kit.IsSpace)
				break
			}
		}
		if at := r.at; c.Text != "" {
			text, from, looks := r.inlines(c.Text, at)
			if c.Text, c.Marks = text, grid.Looked(looks); from != at {
				c.Pos = r.pos(from)
			}
		}
	}
	for _, m := range [...]string{"**", "__", "`", "*"} {
		if len(c.Text) > 2*len(m) && strings.HasPrefix(c.Text, m) && strings.HasSuffix(c.Text, m) {
			c.Marks = grid.Looked(grid.Cut(c.Marks.Spans(), len(m), len(c.Text)-len(m)))
			c.Text = c.Text[len(m) : len(c.Text)-len(m)]
			c.Pos.Col += len(m)
			return
		}
	}
}
