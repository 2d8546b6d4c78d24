package inspect

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/sign"
	"ogi/generator/tongue"
)

// Text writes a report for people: what it is, its sections, the three tables
// with the state and place of every cell, what was not understood, and what the
// rules say. Labels are as printed; english chooses the other words.
func Text(w io.Writer, file string, e *archive.Entry, j *check.Judgement, english bool) {
	p := &printer{Writer: bufio.NewWriter(w), e: e, r: e.Report, english: english}
	defer p.Flush()
	p.identity(file)
	p.sections()
	p.two()
	p.rows(form.Three, form.Columns)
	p.rows(form.Four, []string{"upheld", "corrected", "other", "pending", "total"})
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

// in is a text in the language asked for.
func (p *printer) in(t tongue.Text) string { return t.In(p.english) }

// line prints a line; whatever a report or a file name holds stays within it.
func (p *printer) line(format string, args ...any) {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = sign.Line(s)
		}
	}
	fmt.Fprintf(p, format+"\n", args...)
}

func (p *printer) head(title string) { p.line("\n%s", title) }

func (p *printer) identity(file string) {
	r := p.r
	none := p.say("未见", "not found")
	p.line("%s", file)
	row := func(name, value string, pos place.Pos) {
		if value == "" {
			value = none
		}
		p.line("  %s%s%s", pad(name, 14), value, p.place(pos))
	}
	row(p.say("标题", "title"), r.Title.Text, r.Title.Pos)
	row(p.say("机关", "agency"), p.e.Agency.Name, r.Agency.Pos)
	year := ""
	if p.e.Year > 0 {
		year = fmt.Sprint(p.e.Year)
	}
	row(p.say("年度", "year"), year, r.YearPos)
	row(p.say("落款日期", "signed"), date(r.Signed), r.Signed.Pos)
	published, at := p.e.Meta.Published, place.Pos{}
	if published == "" {
		published, at = date(r.Published), r.Published.Pos
	}
	row(p.say("公布日期", "published"), published, at)
	scope := p.e.Scope().String()
	row(p.say("口径", "scope"), p.say(scopeWords[scope], scope)+quoted(r.ScopeWords.Text), r.ScopeWords.Pos)
	row(p.say("格式", "form"), p.say(formWords[r.Form.Version], r.Form.Version), place.Pos{})
	fidelity := p.e.Fidelity().String()
	row(p.say("文件", "file"), strings.Join(nonEmpty(r.Layout, r.Encoding, p.say(fidelityWords[fidelity], fidelity)), p.say("，", ", ")), place.Pos{})
	row(p.say("读懂的比例", "coverage"), fmt.Sprintf("%.1f%%", math.Floor(r.Coverage*1000)/10), place.Pos{})
}

var (
	scopeWords    = map[string]string{"own": "本机关", "area": "全区域（含所属单位或下级）", "unclear": "未写明"}
	formWords     = map[string]string{"2021": "2021年格式", "2019": "2019年格式", "free": "没有法定表格"}
	fidelityWords = map[string]string{"original": "原件", "converted": "经转换的文本"}
)

func nonEmpty(ss ...string) []string {
	return slices.DeleteFunc(ss, func(s string) bool { return s == "" })
}

func (p *printer) sections() {
	p.head(p.say("章节", "sections"))
	for _, s := range p.r.Sections {
		n := "–"
		if s.N > 0 {
			n = fmt.Sprint(s.N)
		}
		p.line("  %s  %s%s", n, s.Title, p.place(s.Pos))
	}
	for i, it := range p.r.Items {
		if !it.Found {
			p.line("  1  %s: %s", report.ItemNames[i], p.say("未见", "not found"))
		}
	}
}

func (p *printer) spans(title string, spans []report.Span) {
	if len(spans) == 0 {
		return
	}
	p.head(title)
	for _, s := range spans {
		p.line("  %s%s", strings.TrimSpace(p.place(s.Pos)), quoted(clip(s.Text, 100)))
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
