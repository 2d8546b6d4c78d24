package main

import (
	"fmt"
	"slices"
	"strings"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/sign"
	"ogi/generator/tongue"
)

// findings prints what was found, report by report with a blank line between,
// and the counts: on a terminal for reading, elsewhere a line for each finding.
func (c *command) findings(js []generator.Judged, o checkOptions, known int) {
	t := tally{reports: len(js), known: known}
	sheet := screen{c.colour, c.wide, o.lang == "en"}
	printed := false
	for _, j := range js {
		fs := t.add(fold(j.Entry.Report, check.InFileOrder(j.Judgement.Findings), o.all), o.only)
		if len(fs) == 0 {
			continue
		}
		if printed {
			show(c.data, "\n")
		}
		printed = true
		if sheet.wide > 0 {
			sheet.report(c.data, j, fs)
			continue
		}
		for _, f := range fs {
			show(c.data, "%s\n", line(j.File, j.Entry.Report.Form, f, sheet.english))
		}
	}
	switch {
	case sheet.wide > 0 && printed:
		show(c.out, "\n%s\n", t.words(sheet.english))
	case sheet.wide > 0:
		show(c.out, "%s\n", t.words(sheet.english))
	default:
		show(c.out, "%s\n", t.words(true))
	}
}

// A tally counts findings. What guards say is about our own reading and counts
// apart, as in build.
type tally struct {
	reports, undecidable, notes, known int
	bySeverity                         [4]int
}

// add counts findings and gives those of a status that is asked for.
func (t *tally) add(fs []folded, only []string) []folded {
	for _, f := range fs {
		switch {
		case f.Status == check.Unknown:
			t.undecidable += f.more + 1
		case f.Rule.Guard:
			t.notes++
		default:
			t.bySeverity[f.Severity]++
		}
	}
	if len(only) == 0 {
		return fs
	}
	return slices.DeleteFunc(fs, func(f folded) bool { return !slices.Contains(only, f.Status.String()) })
}

func (t tally) words(english bool) string {
	n := t.bySeverity
	if !english {
		s := fmt.Sprintf("%d份年报：S1（严重）%d处，S2（一般）%d处，S3（提示）%d处；无法判断%d项", t.reports, n[1], n[2], n[3], t.undecidable)
		if t.notes > 0 {
			s += fmt.Sprintf("；关于读取的说明%d条", t.notes)
		}
		if t.known > 0 {
			s += fmt.Sprintf("；已知的%d处未列出", t.known)
		}
		return s + "。"
	}
	s := plural(t.reports, "report") + "; findings: " + t.counts(true)
	if t.known > 0 {
		s += fmt.Sprintf("; %d known", t.known)
	}
	return s
}

// counts are the counts alone.
func (t tally) counts(english bool) string {
	n := t.bySeverity
	if !english {
		s := fmt.Sprintf("S1 %d处，S2 %d处，S3 %d处；无法判断%d项", n[1], n[2], n[3], t.undecidable)
		if t.notes > 0 {
			s += fmt.Sprintf("；关于读取的说明%d条", t.notes)
		}
		return s
	}
	s := fmt.Sprintf("%d S1, %d S2, %d S3; %d undecidable", n[1], n[2], n[3], t.undecidable)
	if t.notes > 0 {
		s += "; " + plural(t.notes, "note") + " on the reading"
	}
	return s
}

// A folded finding is printed for itself and for more that could not be decided
// for the same reason; told is that reason, empty where they share none.
type folded struct {
	check.Finding
	more  int
	rules []string
	told  tongue.Text
}

// fold puts what could not be decided together by reason; with all, every
// finding stays by itself. What a reviewed note took back is left out.
func fold(r *report.Report, fs []check.Finding, all bool) []folded {
	var out []folded
	var open []*check.Finding
	guards := map[string]int{}
	for i := range fs {
		f := &fs[i]
		switch {
		case !f.Counts():
		case f.Status != check.Unknown || all:
			out = append(out, folded{Finding: *f, rules: []string{f.Rule.ID}})
		case !f.Rule.Guard:
			open = append(open, f)
		default:
			if at, seen := guards[f.Rule.ID]; seen {
				out[at].more++
				continue
			}
			guards[f.Rule.ID] = len(out)
			out = append(out, folded{Finding: *f, rules: []string{f.Rule.ID}})
		}
	}
	for _, g := range check.Gaps(r, open) {
		out = append(out, unmade(g))
	}
	slices.SortStableFunc(out, func(a, b folded) int { return check.ComparePlaces(a.Pos, b.Pos) })
	return out
}

// unmade is a gap as one finding: the gravest that comes first, for all.
func unmade(g check.Gap) folded {
	f := folded{Finding: *g.Of[0], more: g.N - 1}
	for _, x := range g.Of {
		if x.Severity < f.Severity {
			f.Finding = *x
		}
		if !slices.Contains(f.rules, x.Rule.ID) {
			f.rules = append(f.rules, x.Rule.ID)
		}
	}
	if f.more == 0 || g.Why.ZH == "" {
		return f
	}
	f.told = g.Told().Plus("。", ".")
	if len(f.rules) > 1 { // it is about no place of one of them
		f.Pos, f.Operands = place.Pos{}, nil
	}
	return f
}

// line is a finding as compilers print theirs, for editors and other programs.
func line(file string, fm *form.Form, f folded, english bool) string {
	msg := f.message(english)
	if f.Formula != "" && f.told.ZH == "" {
		msg += " [" + f.Formula + "]"
	}
	switch {
	case f.told.ZH != "" || f.more == 0:
	case english:
		msg += fmt.Sprintf(" and %d more", f.more)
	default:
		msg += fmt.Sprintf(" 等%d项", f.more+1)
	}
	if s, ok := check.SpotOf(fm, f.Key()); ok && !english && f.more == 0 {
		msg += " 见" + s.String()
	}
	return sign.Line(fmt.Sprintf("%s:%s: %s: %s%s (%s)", file, at(f.Pos), f.Severity, f.status(english), msg, strings.Join(f.rules, ", ")))
}

func (f folded) message(english bool) string {
	if f.told.ZH != "" {
		return f.told.In(english)
	}
	return f.Message.In(english)
}

// status is what a line says before its message where it is no fail.
func (f folded) status(english bool) string {
	switch {
	case f.Status == check.Fail:
		return ""
	case english:
		return f.word(true) + ": "
	}
	return f.word(false) + "："
}

// word is the status in a word; that a fail is to be checked, all around it says.
func (f folded) word(english bool) string {
	switch {
	case f.Status == check.Fail && english:
		return "discrepancy"
	case f.Status == check.Fail:
		return "不符"
	}
	return f.Status.Word().In(english)
}

// at is the place as editors know it; a finding about the whole file is at
// its beginning.
func at(p place.Pos) string {
	if p.IsZero() {
		return "1:1"
	}
	return p.String()
}
