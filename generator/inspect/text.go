package inspect

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"

	"golang.org/x/text/width"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/source"
)

// Text writes a report for people: what it is, its sections, the three tables
// with the state and place of every cell, what was not understood, and what the
// rules say. Labels are as printed; english chooses the other words.
func Text(w io.Writer, file string, e *archive.Entry, j *check.Judgement, english bool) {
	p := &printer{Writer: bufio.NewWriter(w), e: e, r: e.Report, english: english}
	defer p.Flush()
	p.identity(file)
	p.sections()
	p.short(form.Two)
	p.long()
	p.short(form.Four)
	p.doubts()
	p.spans(p.say("未能解释的文字", "text that was not understood"), p.r.Leftover)
	p.spans(p.say("转换与网页残留", "leftovers of converters and web pages"), p.r.Residue)
	p.notes()
	p.verdicts(j)
}

type printer struct {
	*bufio.Writer
	e       *archive.Entry
	r       *report.Report
	english bool
}

func (p *printer) say(zh, en string) string {
	if p.english {
		return en
	}
	return zh
}

func (p *printer) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

func (p *printer) head(title string) { p.line("\n%s", title) }

func (p *printer) identity(file string) {
	r := p.r
	none := p.say("未见", "not found")
	p.line("%s", file)
	row := func(name, value string, pos source.Pos) {
		if value == "" {
			value = none
		}
		p.line("  %s%s%s", pad(name, 14), value, place(pos))
	}
	row(p.say("标题", "title"), r.Title.Text, r.Title.Pos)
	row(p.say("机关", "agency"), p.e.Agency.Name, r.Agency.Pos)
	year := ""
	if p.e.Year > 0 {
		year = fmt.Sprint(p.e.Year)
	}
	row(p.say("年度", "year"), year, r.YearPos)
	row(p.say("落款日期", "signed"), date(r.Signed), r.Signed.Pos)
	published, at := p.e.Meta.Published, source.Pos{}
	if published == "" {
		published, at = date(r.Published), r.Published.Pos
	}
	row(p.say("公布日期", "published"), published, at)
	row(p.say("口径", "scope"), p.e.Scope().String()+quoted(r.ScopeWords.Text), r.ScopeWords.Pos)
	row(p.say("格式、版式", "form, layout"), fmt.Sprintf("%s, %s, %s, %s", r.Form.Version, r.Layout, r.Encoding, p.e.Fidelity()), source.Pos{})
	row(p.say("读懂的比例", "coverage"), fmt.Sprintf("%.3f", math.Floor(r.Coverage*1000)/1000), source.Pos{})
}

func (p *printer) sections() {
	p.head(p.say("章节", "sections"))
	for _, s := range p.r.Sections {
		n := "–"
		if s.N > 0 {
			n = fmt.Sprint(s.N)
		}
		p.line("  %s  %s%s", n, s.Title, place(s.Pos))
	}
	for i, it := range p.r.Items {
		if !it.Found {
			p.line("  1  %s: %s", report.ItemNames[i], p.say("未见", "not found"))
		}
	}
}

// short prints a table with a line a cell.
func (p *printer) short(t form.Table) {
	if !p.table(t) {
		return
	}
	for i, d := range p.r.Form.Defs {
		if d.Table == t {
			c := p.r.Cells[i]
			p.line("  %s %s%s", pad(d.Label, 40), mark(c), place(c.Pos))
		}
	}
}

// long prints table three with a line a row and the place of its cells.
func (p *printer) long() {
	if !p.table(form.Three) {
		return
	}
	head := pad("", 40)
	for _, c := range form.Columns {
		head += left(short[c], 9)
	}
	p.line("  %s", head)
	for _, row := range p.r.Form.Rows(form.Three) {
		line := pad(clip(p.r.Form.RowLabel(row), 38), 40)
		var from, to source.Pos
		for _, c := range form.Columns {
			cell := p.r.Cell(row + "." + c)
			line += left(mark(cell), 9)
			if !cell.Pos.IsZero() {
				if from.IsZero() {
					from = cell.Pos
				}
				to = cell.Pos
			}
		}
		at := place(from)
		if from != to {
			at += " –" + place(to)
		}
		p.line("  %s%s", line, at)
	}
}

var short = map[string]string{
	"natural_person": "自然人", "enterprise": "企业", "research": "科研", "public_welfare": "公益",
	"legal_service": "法律", "other": "其他", "total": "总计",
}

func (p *printer) table(t form.Table) bool {
	if len(p.r.Form.Rows(t)) == 0 {
		return false
	}
	info := p.r.Table(t)
	name := map[form.Table]string{form.Two: "表二 主动公开", form.Three: "表三 申请", form.Four: "表四 复议、诉讼"}[t]
	if !info.Found {
		p.head(name + ": " + p.say("未找到", "not found"))
		return false
	}
	p.head(name + place(info.Pos))
	for _, x := range info.Problems {
		p.line("  ! %s%s", x.Text, place(x.Pos))
	}
	return true
}

// doubts lists every cell that is no plain number and says why.
func (p *printer) doubts() {
	titled := false
	for i, d := range p.r.Form.Defs {
		c := p.r.Cells[i]
		if c.Plain() && !c.Dirty && c.Reading == report.ByProgram || !p.r.Table(d.Table).Found {
			continue
		}
		if !titled {
			p.head(p.say("不是普通数字的单元格", "cells that are no plain number"))
			titled = true
		}
		state := c.State.String()
		if c.Recovered {
			state = "recovered"
		} else if c.Reading != report.ByProgram {
			state = p.say(c.Reading.String(), map[report.Reading]string{report.Entered: "entered", report.Reviewed: "reviewed"}[c.Reading])
		} else if c.Plain() {
			state = "dirty"
		}
		p.line("  %s %s%s%s%s", pad(d.Key, 50), pad(state, 10), quoted(c.Raw), place(c.Pos), dash(c.Why))
	}
}

func (p *printer) spans(title string, spans []report.Span) {
	if len(spans) == 0 {
		return
	}
	p.head(title)
	for _, s := range spans {
		p.line("  %s%s", strings.TrimSpace(place(s.Pos)), quoted(clip(s.Text, 100)))
	}
}

func (p *printer) notes() {
	if len(p.r.Readings) == 0 {
		return
	}
	p.head(p.say("读取说明", "how it was read"))
	for _, s := range p.r.Readings {
		p.line("  %s", s)
	}
}

func (p *printer) verdicts(j *check.Judgement) {
	if len(j.Verdicts) == 0 {
		return
	}
	p.head(p.say("规则", "rules"))
	for _, v := range j.Verdicts {
		p.line("  %s %s%s", pad(v.Rule.ID, 28), pad(v.Status.String(), 8), v.Note)
		for _, f := range j.Findings {
			if f.Rule != v.Rule || !f.Counts() {
				continue
			}
			msg := f.Message
			if p.english && f.MessageEN != "" {
				msg = f.MessageEN
			}
			p.line("    %s%s%s", msg, quoted(f.Formula), place(f.Pos))
		}
	}
}

// mark is a cell as the tables show it: the number, ~ before one that was
// inferred, 空 for a blank, what the agency wrote for a dash, 缺 for a missing
// one, ? for what is no number.
func mark(c report.Cell) string {
	switch c.State {
	case report.Number:
		s := c.Value.String() + c.Unit
		if c.Recovered {
			s = "~" + s
		}
		return s
	case report.Blank:
		return "空"
	case report.Dash:
		return clip(c.Raw, 8)
	case report.Garbled:
		return "?" + clip(strings.Join(strings.Fields(c.Raw), " "), 7)
	}
	return "缺"
}

func place(p source.Pos) string {
	if p.IsZero() {
		return ""
	}
	return "  " + p.String()
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "  「" + strings.Join(strings.Fields(s), " ") + "」"
}

func dash(s string) string {
	if s == "" {
		return ""
	}
	return "  — " + s
}

// columns is how many columns of a terminal s takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

func pad(s string, n int) string  { return s + strings.Repeat(" ", max(n-columns(s), 1)) }
func left(s string, n int) string { return strings.Repeat(" ", max(n-columns(s), 1)) + s }

// clip shortens s to n columns.
func clip(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	for columns(s) > n-1 {
		r := []rune(s)
		s = string(r[:len(r)-1])
	}
	return s + "…"
}
