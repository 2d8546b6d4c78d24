package inspect

import (
	"fmt"
	"slices"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A doubt is a cell that is no plain number, with those beside it in its row of
// which the same is to be said.
type doubt struct {
	first, last form.Def
	cell        report.Cell
	state       string
	n           int
}

// doubts lists every cell that is no plain number and says why.
func (p *printer) doubts() {
	var list []doubt
	for i, d := range p.r.Form.Defs {
		c := p.r.Cells[i]
		if c.Plain() && !c.Dirty && c.Reading == report.ByProgram || !p.r.Table(d.Table).Found {
			continue
		}
		state := p.state(c)
		if n := len(list); n > 0 {
			l := &list[n-1]
			if l.last.Row == d.Row && l.state == state && l.cell.Raw == c.Raw && l.cell.Why.Equal(c.Why) {
				l.last = d
				l.n++
				continue
			}
		}
		list = append(list, doubt{d, d, c, state, 1})
	}
	if len(list) == 0 {
		return
	}
	p.head(p.say("不是普通数字的单元格", "cells that are no plain number"))
	for _, l := range list {
		p.line("  %s %s%s%s%s", pad(p.cellName(l), 48), pad(l.state, 10), quoted(l.cell.Raw), p.place(l.cell.Pos), dash(p.in(l.cell.Why.Text())))
	}
}

// cellName is what the form prints of the cell, or in English its key.
func (p *printer) cellName(l doubt) string {
	if p.english {
		if l.n > 1 {
			return fmt.Sprintf("%s…%s (%d)", l.first.Key, l.last.Column, l.n)
		}
		return l.first.Key
	}
	a, _ := check.SpotOf(p.r.Form, l.first.Key)
	b, _ := check.SpotOf(p.r.Form, l.last.Key)
	name := a.Table + " " + clip(a.Row, 26) + " " + a.Column
	if l.n > 1 {
		name += fmt.Sprintf("至%s（%d格）", b.Column, l.n)
	}
	return name
}

// state is the cell's state in a word.
func (p *printer) state(c report.Cell) string {
	switch {
	case c.Recovered:
		return p.say("推定", "recovered")
	case c.Reading != report.ByProgram:
		return p.say(c.Reading.String(), map[report.Reading]string{report.Entered: "entered", report.Reviewed: "reviewed"}[c.Reading])
	case c.Plain():
		return p.say("夹杂字符", "dirty")
	}
	return p.say(stateWords[c.State], c.State.String())
}

var stateWords = map[report.State]string{
	report.Blank: "空白", report.Dash: "符号", report.Missing: "未读出", report.Garbled: "不能确定",
}

// verdicts prints what each rule found, the gravest first, and the names of
// those that found nothing.
func (p *printer) verdicts(j *check.Judgement) {
	if len(j.Verdicts) == 0 {
		return
	}
	p.head(p.say("规则", "rules"))
	p.outcome(check.BadgeState(j))
	for _, status := range []check.Status{check.Fail, check.Hint, check.Unknown} {
		for _, v := range j.Verdicts {
			if v.Status == status && (status != check.Unknown || v.Rule.Guard) {
				p.found(v, j)
			}
		}
	}
	p.gaps(j)
	for _, status := range []check.Status{check.Pass, check.NA} {
		var names []string
		for _, v := range j.Verdicts {
			if v.Status != status {
				continue
			}
			name := p.say(v.Rule.Title.ZH, v.Rule.ID)
			if v.Note != "" {
				name += p.say("（"+v.Note+"）", " ("+v.Note+")")
			}
			names = append(names, name)
		}
		if len(names) > 0 {
			p.line("  %s %d", p.status(status), len(names))
			p.list(names)
		}
	}
}

// outcome is the state of the report with what it rests on.
func (p *printer) outcome(b check.Badge) {
	words := p.in(b.Word(nil))
	if beside := b.Beside(); beside.ZH != "" {
		words += " · " + p.in(beside)
	}
	p.line("  %s", words)
}

// gaps prints what could not be decided: a line for each reason, with its rules.
// A reason that only one finding has is printed in the words of the finding.
func (p *printer) gaps(j *check.Judgement) {
	fs := make([]*check.Finding, len(j.Findings))
	for i := range j.Findings {
		fs[i] = &j.Findings[i]
	}
	for _, g := range check.Gaps(p.r, fs) {
		var names []string
		for _, f := range g.Of {
			if n := p.say(f.Rule.Title.ZH+" ", "") + f.Rule.ID; !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
		f := g.Of[0]
		told := p.in(g.Told())
		at := ""
		if g.N == 1 || g.Why.ZH == "" {
			told, at = p.in(f.Message)+quoted(f.Formula), p.place(f.Pos)
		}
		p.line("  %s %s%s", pad(p.status(check.Unknown), 14), told, at)
		p.list(names)
	}
}

func (p *printer) status(s check.Status) string { return p.in(s.Word()) }

// found is a rule with its findings.
func (p *printer) found(v check.Verdict, j *check.Judgement) {
	note := ""
	if v.Note != "" {
		note = "  " + v.Note
	}
	p.line("  %s %s%s", pad(p.status(v.Status), 14), p.say(v.Rule.Name(v.Status).ZH+" ", "")+v.Rule.ID, note)
	for _, f := range j.Findings {
		if f.Rule != v.Rule || !f.Counts() {
			continue
		}
		p.line("    %s%s%s", p.in(f.Message), quoted(f.Formula), p.place(f.Pos))
	}
}

// list prints names, as many on a line as it bears.
func (p *printer) list(names []string) {
	const wide = 92
	mark := p.say("、", ", ")
	line := ""
	for i, n := range names {
		if i < len(names)-1 {
			n += mark
		}
		if line != "" && columns(line+n) > wide {
			p.line("    %s", strings.TrimRight(line, " "))
			line = ""
		}
		line += n
	}
	p.line("    %s", line)
}
