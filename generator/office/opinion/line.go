package opinion

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/check"
	"ogi/generator/place"
	"ogi/generator/report"
)

// silent are guards that tell nothing to the one who wrote the draft.
var silent = []string{"missing-year", "broken-line"}

// lines are the findings on a draft as rows, by group and in the order of the
// file; what could not be checked is one row for each reason.
func lines(c *Case, year int) []Line {
	var out []Line
	var open []*check.Finding
	fs := check.InFileOrder(c.Judgement.Findings)
	seen, size := map[string]int{}, map[int]int{}
	for _, f := range fs {
		size[f.Group]++
	}
	add := func(l Line) {
		l.id = l.rule + "|" + l.id
		seen[l.id]++
		if n := seen[l.id]; n > 1 {
			l.id += fmt.Sprintf("#%d", n)
		}
		out = append(out, l)
	}
	for i := range fs {
		f := &fs[i]
		switch {
		case !f.Counts() || slices.Contains(silent, f.Rule.ID):
		case f.Status == check.Unknown:
			open = append(open, f)
		default:
			l := line(c.Entry.Report, f)
			if f.Group > 0 && f.Cause != nil {
				l.Ask += fmt.Sprintf("请先核对“%s”：若为%s，同类%d处均相符。", strings.Join(strings.Fields(f.Cause.Cell.Label), " "), f.Cause.Mended, size[f.Group])
			}
			add(l)
		}
	}
	for _, g := range check.Gaps(c.Entry.Report, open) {
		add(unmade(c.Entry.Report, g))
	}
	slices.SortStableFunc(out, func(a, b Line) int { return int(a.Group) - int(b.Group) })
	return out
}

// unmade is a reason for which checks could not be made, with the rules they
// are of.
func unmade(r *report.Report, g check.Gap) Line {
	f := g.Of[0]
	l := line(r, f)
	if g.N == 1 && f.Lacks == "" {
		return l
	}
	var names []string
	for _, x := range g.Of {
		if !slices.Contains(names, x.Rule.Title.ZH) {
			names = append(names, x.Rule.Title.ZH)
		}
		l.Severity = min(l.Severity, x.Severity)
	}
	of := strings.Join(names, "、")
	switch {
	case f.Lacks != "":
		return Line{
			Group: Undecided, Table: "与上年", rule: "lacks", id: f.Lacks,
			Ask: fmt.Sprintf("未提供%s，以下各项未核对：%s。", f.Lacks, of),
		}
	case g.Why.ZH == "":
		l.Remark = fmt.Sprintf("同类共%d处。", g.N) + l.Remark
		return l
	}
	told := g.Told().ZH
	l.Ask, l.Row, l.Column, l.Value, l.Formula, l.Basis = plain(told)+"。涉及："+of+"。", "", "", "", "", ""
	l.id = numbers.ReplaceAllString(told, "0")
	return l
}

func line(r *report.Report, f *check.Finding) Line {
	l := Line{
		Group: ToCheck, Severity: f.Severity, Ask: plain(f.Message.ZH), Basis: f.Rule.Basis.ZH, Formula: f.Formula, rule: f.Rule.ID,
		Remark: plain(f.MayBeWrong.ZH),
	}
	if l.Remark != "" {
		l.Remark = "可能误判：" + l.Remark
	}
	switch {
	case f.Identity():
		l.Group = ToRemove
	case f.Status == check.Unknown || f.Rule.Guard:
		l.Group = Undecided
	case f.Status == check.Hint:
		l.Group = ToNote
	}
	if key := f.Key(); key != "" {
		if s, ok := check.SpotOf(r.Form, key); ok {
			l.Table, l.Row, l.Column = s.Table, fmt.Sprintf("第%d行 %s", s.N, s.Row), s.Column
			for _, o := range f.Operands {
				if o.Key == key && o.File == "" {
					l.Value = o.Text
					break
				}
			}
			l.id = key
			return l
		}
	}
	l.Table, l.Row = "正文", part(r, f.Pos)
	if f.Pos.IsZero() {
		l.Table, l.Row = "全文", ""
	}
	for _, o := range f.Operands {
		if o.File == "" && o.Text != "" && !strings.Contains(l.Ask, "未见") {
			l.Value = short(o.Text, 60)
			break
		}
	}
	if l.Formula == l.Value {
		l.Formula = ""
	}
	l.id = numbers.ReplaceAllString(l.Ask, "0")
	return l
}

// numbers are what may change in a sentence that still says the same.
var numbers = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// part is the section that a place lies in.
func part(r *report.Report, p place.Pos) string {
	name := ""
	for _, s := range r.Sections {
		if check.ComparePlaces(s.Pos, p) > 0 {
			break
		}
		name = s.Title
		if s.Printed != "" {
			name = s.Printed + "、" + s.Title
		}
	}
	if name == "" && !p.IsZero() {
		return "标题和开头"
	}
	return name
}

func short(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n]) + "…"
}

// plain says of a draft what the rules say of a published report: there is no
// archive here, and last year's report was not handed over rather than not held.
func plain(s string) string { return words.Replace(s) }

var words = strings.NewReplacer(
	"未收录", "未提供", "本站收录的", "收到的", "本站所收文件", "收到的文件", "归档年份", "应报年度", "归档机关", "名册单位", "归档信息", "名册信息",
	"或本站的", "或", "（则错在本站）", "", "本站", "本程序",
)
