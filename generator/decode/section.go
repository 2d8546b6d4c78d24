package decode

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/form"
	"ogi/generator/report"
)

// sections gives the prose to the preamble and the sections, repaired for
// display: page numbers gone, lines broken by a page end joined.
func (c *reader) sections() {
	r := c.r
	var last paragraph
	r.Sections = make([]report.Section, len(c.heads))
	for i, h := range c.heads {
		r.Sections[i] = report.Section{N: h.n, Printed: h.printed, Title: h.title, Pos: h.pos}
	}
	now, again := -1, c.secondTelling()
	for i := range c.units {
		u := &c.units[i]
		if u.veiled {
			c.opened(i)
		}
		if i >= again {
			if !u.isRow() && u.role == noRole && u.table == 0 && !u.aside {
				c.residue(u)
			}
			continue
		}
		if u.section >= 0 {
			last.end()
			last = paragraph{}
			now = u.section
			if h := c.heads[now]; h.rest > 0 && !u.isRow() {
				rest := strings.TrimLeft(u.line.Text[h.rest:], "。：:；; ")
				r.Sections[now].Paras = append(r.Sections[now].Paras, report.Text{Text: rest, Pos: u.line.Pos.Shift(u.line.Text, len(u.line.Text)-len(rest))})
			}
			continue
		}
		if u.isRow() || u.role != noRole || u.table != 0 || u.aside {
			continue
		}
		if isResidue(u.line.Text) || c.signedAt >= 0 && i > c.signedAt && c.behindSignature(u.line.Text) {
			c.residue(u)
			continue
		}
		if now >= 0 && c.lostTable(c.heads[now].n, u.line.Text) {
			continue
		}
		u.setRole(proseRole)
		to := &r.Preamble
		if now >= 0 {
			to = &r.Sections[now].Paras
		}
		t := report.Text{Text: u.line.Text, Pos: u.line.Pos}
		n := len(*to)
		if n > 0 && last.of != &(*to)[n-1] {
			last.end()
			last = paragraph{of: &(*to)[n-1]}
		}
		if n > 0 && wrapped(last.tail(), t.Text) {
			last.add(t.Text)
			continue
		}
		last.end()
		last = paragraph{}
		*to = append(*to, t)
	}
	last.end()
}

// A paragraph is one that lines are being added to. Its text is put together
// when it ends: to make it anew for each line would take the square of its length.
type paragraph struct {
	of   *report.Text
	more []byte // what was added, with what it began with; nil if nothing was
}

func (p *paragraph) add(line string) {
	if p.more == nil {
		p.more = append(p.more, p.of.Text...)
	}
	p.more = append(p.more, line...)
}

// tail is as much of the end of its text as tells whether a line goes on with it.
func (p *paragraph) tail() string {
	const most = 200
	if p.more == nil {
		return lastBytes(p.of.Text, most)
	}
	return string(lastBytes(p.more, most))
}

func (p *paragraph) end() {
	if p.more != nil {
		p.of.Text = string(p.more)
	}
}

// lastBytes is the end of a text, from a whole letter on.
func lastBytes[T string | []byte](s T, most int) T {
	from := max(0, len(s)-most)
	for from > 0 && from < len(s) && !utf8.RuneStart(s[from]) {
		from--
	}
	return s[from:]
}

// lostTable reports whether a line is text of a statutory table that was not
// recognised as one: it is no prose and must count against coverage. Two characters are
// a label (labels-too-few-for-a-table).
func (c *reader) lostTable(section int, s string) bool {
	if section < 2 || section > 4 || c.r.Tables[section-2].Found || c.r.Form == form.Free || strings.ContainsAny(s, "。；") {
		return false
	}
	digits, letters := 0, 0
	for _, u := range s {
		switch {
		case u >= '0' && u <= '9':
			digits++
		case u >= 0x4E00:
			letters++
		}
	}
	if letters == 0 {
		return digits > 0
	}
	if letters >= 2 && letters <= 45 && form.IsPiece(s) {
		return true
	}
	label := strings.TrimRight(s, "0123456789 ,，\t|│")
	return len(label) < len(s) && letters <= 45 && form.Match(label).Known()
}

// behindSignature reports whether a line after the sign-off is no part of the
// report: pages and converters add theirs,
// and attachments are named there (attachment-named-behind-the-signature).
func (c *reader) behindSignature(s string) bool {
	return c.r.Fidelity == report.Original || strings.HasPrefix(s, "附件") || isFurniture(s)
}

// isResidue knows what converters and pages leave in the text.
func isResidue(s string) bool {
	if len(s) > 90 {
		return false
	}
	t := strings.Trim(s, "-—–－_ \t·.")
	if t == "" {
		return true
	}
	digits := true
	for _, u := range t {
		if char.Digit(u) < 0 || u >= utf8.RuneSelf && u < '０' {
			digits = false
		}
	}
	if digits && len(t) <= 4 {
		return true
	}
	for _, p := range []string{"[bookmark:", "附件下载", "文件下载", "打印本页", "关闭窗口", "扫一扫", "上一篇", "下一篇"} {
		if strings.HasPrefix(t, p) {
			return true
		}
	}
	return false
}

// wrapped reports whether next goes on the sentence of the line before it. A line of
// fewer than twenty characters was not broken by the edge of a page
// (pdf-text-head-repeated-on-each-page).
func wrapped(line, next string) bool {
	u, _ := utf8.DecodeLastRuneInString(line)
	v, size := utf8.DecodeRuneInString(next)
	switch {
	case report.IsSubheading(line):
		return false
	case strings.ContainsRune("，、；。》）)〕", v): // no line begins with one of its own
		return true
	case strings.ContainsRune("。！？!?：:；;…”", u):
		return false
	case unclosed(line):
		return true
	case utf8.RuneCountInString(line) < 20 || u == '）' || u == ')':
		return false
	case v == '（' || v == '(': // a number (一), or a document's (国办函…)
		w, _ := utf8.DecodeRuneInString(next[size:])
		return char.Digit(w) < 0 && !strings.ContainsRune("一二三四五六七八九十", w)
	case strings.ContainsRune("1234567890一二三四五六七八九十", v):
		p, _ := number(next)
		return p == ""
	}
	return true
}

// opened keeps where text was read that is not shown.
func (c *reader) opened(i int) {
	span := report.Range{From: c.units[i].pos()}
	for k := i + 1; k < len(c.units) && span.To.IsZero(); k++ {
		span.To = c.units[k].pos()
	}
	if n := len(c.r.Opened); n > 0 && c.r.Opened[n-1].To == span.From {
		c.r.Opened[n-1].To = span.To
		return
	}
	c.r.Opened = append(c.r.Opened, span)
}

// unclosed reports whether the last bracket or title of a line is still open, so
// that the next line goes on with it (line-broken-inside-a-title).
func unclosed(line string) bool {
	for _, b := range [...][2]string{{"《", "》"}, {"〔", "〕"}, {"（", "）"}} {
		if i := strings.LastIndex(line, b[0]); i >= 0 && !strings.Contains(line[i:], b[1]) && len(line)-i < 120 {
			return true
		}
	}
	return false
}
