// Package prose gives the lines of a report that are no table to its sections, finds the
// items of its overview in them, and the sentence that tells whose figures the tables
// hold. What pages and converters leave is no prose.
package prose

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/decode/head"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

type reader struct{ *unit.Reader }

// Read reads the sections of a report, what its overview has, and whose figures
// its tables hold.
func Read(r *unit.Reader) {
	c := reader{r}
	c.sections()
	c.items()
	c.scope()
	c.scopeByCount()
}

// sections gives the prose to the preamble and the sections, repaired for
// display: page numbers gone, lines broken by a page end joined.
func (c reader) sections() {
	r := c.Report
	var last paragraph
	r.Sections = make([]report.Section, len(c.Heads))
	for i, h := range c.Heads {
		r.Sections[i] = report.Section{N: h.N, Printed: h.Printed, Title: h.Title, Pos: h.Pos}
	}
	now, again := -1, c.secondTelling()
	for i := range c.Units {
		u := &c.Units[i]
		if u.Veiled {
			c.opened(i)
		}
		if i >= again {
			if !u.IsRow() && u.Role == unit.NoRole && u.Table == 0 && !u.Aside {
				c.Leave(u)
			}
			continue
		}
		if u.Section >= 0 {
			last.end()
			last = paragraph{}
			now = u.Section
			if h := c.Heads[now]; h.Rest > 0 && !u.IsRow() {
				rest := strings.TrimLeft(u.Line.Text[h.Rest:], "。：:；; ")
				r.Sections[now].Paras = append(r.Sections[now].Paras, report.Text{Text: rest, Pos: u.Line.Pos.Shift(u.Line.Text, len(u.Line.Text)-len(rest))})
			}
			continue
		}
		if u.IsRow() || u.Role != unit.NoRole || u.Table != 0 || u.Aside {
			continue
		}
		if unit.IsResidue(u.Line.Text) || c.SignedAt >= 0 && i > c.SignedAt && c.behindSignature(u.Line.Text) {
			c.Leave(u)
			continue
		}
		if now >= 0 && c.lostTable(c.Heads[now].N, u.Line.Text) {
			continue
		}
		u.SetRole(unit.ProseRole)
		to := &r.Preamble
		if now >= 0 {
			to = &r.Sections[now].Paras
		}
		t := report.Text{Text: u.Line.Text, Pos: u.Line.Pos}
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
func (c reader) lostTable(section int, s string) bool {
	if section < 2 || section > 4 || c.Report.Tables[section-2].Found || c.Report.Form == form.Free || strings.ContainsAny(s, "。；") {
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
	if letters >= 2 && form.IsPiece(s) {
		return true
	}
	label := strings.TrimRight(s, "0123456789 ,，\t|│")
	return len(label) < len(s) && form.Match(label).Known()
}

// behindSignature reports whether a line after the sign-off is no part of the
// report: pages and converters add theirs,
// and attachments are named there (attachment-named-behind-the-signature).
func (c reader) behindSignature(s string) bool {
	return c.Report.Fidelity == report.Original || strings.HasPrefix(s, "附件") || unit.IsFurniture(s)
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
		p, _ := head.Number(next)
		return p == ""
	}
	return true
}

// opened keeps where text was read that is not shown.
func (c reader) opened(i int) {
	span := report.Range{From: c.Units[i].Pos()}
	for k := i + 1; k < len(c.Units) && span.To.IsZero(); k++ {
		span.To = c.Units[k].Pos()
	}
	if n := len(c.Report.Opened); n > 0 && c.Report.Opened[n-1].To == span.From {
		c.Report.Opened[n-1].To = span.To
		return
	}
	c.Report.Opened = append(c.Report.Opened, span)
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

// secondTelling is the unit where the report is told again, its title line
// included; len(c.units) if it is told once.
func (c reader) secondTelling() int {
	at := c.Again
	if at == 0 {
		return len(c.Units)
	}
	for i := at - 1; i > 0 && i >= at-3; i-- {
		if text, _, ok := c.Units[i].Only(); ok && form.Norm(text) == form.Norm(c.Report.Title.Text) {
			at = i
		}
	}
	return at
}
