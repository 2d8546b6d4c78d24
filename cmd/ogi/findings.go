package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/source"
)

// findings prints a line for each finding, a blank line between reports, and
// the counts. What guards say is about our own reading and counts apart, as in
// build.
func (c *command) findings(js []generator.Judged, o checkOptions, known int) {
	var n [4]int // by severity
	undecidable, notes, printed := 0, 0, false
	p := newPainter(c.data)
	for _, j := range js {
		var lines []string
		for _, f := range fold(check.InFileOrder(j.Judgement.Findings), o.all) {
			switch {
			case f.Status == check.Unknown:
				undecidable += f.more + 1
			case f.Rule.Guard:
				notes++
			default:
				n[f.Severity]++
			}
			if len(o.only) == 0 || slices.Contains(o.only, f.Status.String()) {
				lines = append(lines, line(p, j.File, j.Entry.Report.Form, f, o.lang == "en"))
			}
		}
		if len(lines) > 0 && printed {
			fmt.Fprintln(c.data)
		}
		for _, l := range lines {
			fmt.Fprintln(c.data, l)
			printed = true
		}
	}
	more := ""
	if notes > 0 {
		more = "; " + plural(notes, "note") + " on the reading"
	}
	if known > 0 {
		more += fmt.Sprintf("; %d known", known)
	}
	fmt.Fprintf(c.out, "%s; findings: %d S1, %d S2, %d S3; %d undecidable%s\n", plural(len(js), "report"), n[1], n[2], n[3], undecidable, more)
}

// A folded finding stands for itself and for more of its rule, or for all the
// rules that lack the same thing.
type folded struct {
	check.Finding
	more  int
	rules []string // of several rules that lack the same
}

// fold keeps, of what one rule could not decide, the gravest that comes first,
// and of what several could not decide for one cause, one; it leaves out what a
// reviewed note took back.
func fold(fs []check.Finding, all bool) []folded {
	var out []folded
	first := map[string]int{}
	for _, f := range fs {
		if !f.Counts() {
			continue
		}
		why := f.Rule.ID
		if f.Lacks != "" {
			why = "lacks " + f.Lacks
		}
		at, seen := first[why]
		if f.Status != check.Unknown || all || !seen {
			if f.Status == check.Unknown {
				first[why] = len(out)
			}
			out = append(out, folded{Finding: f, rules: []string{f.Rule.ID}})
			continue
		}
		if f.Severity < out[at].Severity {
			out[at].Finding = f
		}
		out[at].more++
		if !slices.Contains(out[at].rules, f.Rule.ID) {
			out[at].rules = append(out[at].rules, f.Rule.ID)
		}
	}
	// What a rule could not decide may be told by another finding than its first,
	// and what several lack is about the whole file.
	for i := range out {
		if f := &out[i]; len(f.rules) > 1 {
			f.Pos, f.Operands = source.Pos{}, nil
			f.Message = "未收录" + f.Lacks + "，无法核对。"
			f.MessageEN = "the report of the year before is not at hand."
		}
	}
	slices.SortStableFunc(out, func(a, b folded) int { return check.ComparePlaces(a.Pos, b.Pos) })
	return out
}

func line(p painter, file string, fm *form.Form, f folded, english bool) string {
	msg := f.Message
	if english && f.MessageEN != "" {
		msg = f.MessageEN
	}
	word := ""
	switch {
	case f.Status == check.Hint && english:
		word = "hint: "
	case f.Status == check.Hint:
		word = "提示："
	case f.Status == check.Unknown && len(f.rules) > 1 && english:
		word = fmt.Sprintf("cannot be determined (%d rules): ", len(f.rules))
	case f.Status == check.Unknown && len(f.rules) > 1:
		word = fmt.Sprintf("无法判断（%d条规则）：", len(f.rules))
	case f.Status == check.Unknown && english:
		word = "cannot be determined: "
	case f.Status == check.Unknown:
		word = "无法判断："
	}
	if f.Formula != "" && len(f.rules) < 2 {
		msg += " [" + f.Formula + "]"
	}
	switch {
	case len(f.rules) > 1 || f.more == 0:
	case english:
		msg += fmt.Sprintf(" and %d more", f.more)
	default:
		msg += fmt.Sprintf(" 等%d项", f.more+1)
	}
	if s, ok := check.SpotOf(fm, f.Key()); ok && !english && f.more == 0 {
		msg += " 见" + s.String()
	}
	color := map[check.Status]string{check.Fail: red, check.Hint: yellow}[f.Status]
	return p.paint(bold, fmt.Sprintf("%s:%s", file, at(f.Pos))) + ": " +
		p.paint(color, f.Severity.String()) + ": " + p.paint(color, word) + p.paint("", msg) +
		p.paint(faint, " ("+strings.Join(f.rules, ", ")+")")
}

// at is the place as editors know it; a finding about the whole file stands at
// its beginning.
func at(p source.Pos) string {
	if p.IsZero() {
		return "1:1"
	}
	return p.String()
}

// The colours of a terminal.
const (
	bold   = "1"
	faint  = "2"
	red    = "31"
	yellow = "33"
)

// A painter colours text for a terminal, and always takes the power out of the
// text's own control characters.
type painter struct{ colored bool }

// newPainter colours where w is a terminal whose owner has not asked for none
// (NO_COLOR).
func newPainter(w io.Writer) painter {
	f, ok := w.(*os.File)
	return painter{ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))}
}

func (p painter) paint(color, text string) string {
	text = tame(text)
	if !p.colored || color == "" || text == "" {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}
