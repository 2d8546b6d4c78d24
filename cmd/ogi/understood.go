package main

import (
	"fmt"
	"math"

	"ogi/generator/check"
	"ogi/generator/desk"
	"ogi/generator/form"
	"ogi/generator/report"
)

// print says what was understood of a file and what is in doubt.
func (c *command) print(it *desk.Item, j *check.Judgement) {
	say := func(name, format string, args ...any) {
		show(c.out, "  %-9s %s\n", name, fmt.Sprintf(format, args...))
	}
	show(c.out, "%s\n", it.File.Name)
	if name := it.Name(); name != "" {
		switch {
		case it.Agency != nil:
			say("agency", "%s (%s)", name, it.Agency.Slug)
		default:
			say("agency", "%s (%s), new, region %s", name, or(it.New.Slug, "?"), or(it.New.Region, "?"))
		}
	}
	if it.Year != 0 {
		say("year", "%d", it.Year)
	}
	if r := it.Report; r != nil {
		c.printRead(r, say)
	} else if len(it.Doubts) == 0 || it.Doubts[0].Flag != "" {
		for _, d := range it.Found {
			say("read", "%s: %s", it.Kind, d.Message)
			if d.Remedy != "" {
				say("", "%s", d.Remedy)
			}
		}
	}
	if j != nil {
		t := tally{}
		t.add(fold(it.Report, j.Findings, true), nil)
		say("findings", "%s", t.counts())
	}
	for _, n := range it.Notes {
		say("note", "%s", n)
	}
	switch {
	case it.Same != "":
		say("held", "%s has these very bytes: nothing to do", it.Same)
	case len(it.Doubts) == 0:
		say("to", "%s", it.To())
	}
	for _, d := range it.Doubts {
		say("?", "%s", d.Message)
		if d.Remedy != "" {
			say("", "%s", d.Remedy)
		}
	}
}

// printRead says how much of a report was read and what was doubted.
func (c *command) printRead(r *report.Report, say func(name, format string, args ...any)) {
	var read, inferred, unread int
	tables := 0
	for i, d := range r.Form.Defs {
		if !r.Table(d.Table).Found {
			continue
		}
		switch cell := r.Cells[i]; {
		case cell.Recovered:
			inferred++
		case cell.State == report.Missing, cell.State == report.Garbled:
			unread++
		default:
			read++
		}
	}
	for t := form.Two; t <= form.Four; t++ {
		if r.Table(t).Found {
			tables++
		}
	}
	say("read", "%s, %s form, %d of 3 tables, %.1f %% of the text", r.Layout, r.Form.Version, tables, math.Floor(1000*r.Coverage)/10)
	say("cells", "%d read, %d inferred, %d not read", read, inferred, unread)
	if d := date(r.Published); d != "" {
		say("published", "%s, says the file", d)
	}
	if d := date(r.Signed); d != "" {
		say("signed", "%s", d)
	}
	if r.Source != "" {
		say("source", "%s, says the file", r.Source)
	}
}

func date(d report.Date) string {
	if d.Year == 0 || d.Month == 0 || d.Day == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
