package main

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"ogi/generator/check"
	"ogi/generator/desk"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// print says what was understood of a file and what is in doubt.
func (c *command) print(it *desk.Item, j *check.Judgement) {
	say := func(zh, en, format string, args ...any) {
		name := c.t(zh, en)
		show(c.out, "  %s%s %s\n", name, strings.Repeat(" ", max(9-wideOf(name), 0)), fmt.Sprintf(format, args...))
	}
	show(c.out, "%s\n", it.File.Name)
	if name := it.Name(); name != "" {
		switch {
		case it.Agency != nil:
			say("机关", "agency", "%s (%s)", name, it.Agency.Slug)
		default:
			say("机关", "agency", c.t("%s（%s），新的，区划 %s", "%s (%s), new, region %s"), name, cmp.Or(it.New.Slug, "?"), cmp.Or(it.New.Region, "?"))
		}
	}
	if it.Year != 0 {
		say("年度", "year", "%d", it.Year)
	}
	if r := it.Report; r != nil {
		c.printRead(r, say)
	} else if len(it.Doubts) == 0 || it.Doubts[0].Flag != "" {
		for _, d := range it.Found {
			say("读取", "read", "%s: %s", it.Kind, d.Message)
			if d.Remedy != "" {
				say("", "", "%s", d.Remedy)
			}
		}
	}
	if j != nil {
		t := tally{}
		t.add(fold(it.Report, j.Findings, true), nil)
		say("核对", "findings", "%s", t.counts(c.english))
	}
	for _, n := range it.Notes {
		say("注意", "note", "%s", n.In(c.english))
	}
	switch {
	case it.Same != "":
		say("已有", "held", c.t("%s 完全相同，不用做什么", "%s has these very bytes: nothing to do"), it.Same)
	case len(it.Doubts) == 0:
		say("放到", "to", "%s", it.To())
	}
	for _, d := range it.Doubts {
		say("?", "?", "%s", d.Message.In(c.english))
		if d.Remedy != (tongue.Text{}) {
			say("", "", "%s", d.Remedy.In(c.english))
		}
	}
}

// printRead says how much of a report was read and what was doubted.
func (c *command) printRead(r *report.Report, say func(zh, en, format string, args ...any)) {
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
	say("读取", "read", c.t("%s，%s 版表格，3 张表读到 %d 张，文字的 %.1f %%", "%s, %s form, %d of 3 tables, %.1f %% of the text"), r.Layout, r.Form.Version, tables, math.Floor(1000*r.Coverage)/10)
	say("单元格", "cells", c.t("读出 %d，推定 %d，没读出 %d", "%d read, %d inferred, %d not read"), read, inferred, unread)
	if d := date(r.Published); d != "" {
		say("公布", "published", c.t("%s，文件写明", "%s, says the file"), d)
	}
	if d := date(r.Signed); d != "" {
		say("落款", "signed", "%s", d)
	}
	if r.Source != "" {
		say("来源", "source", c.t("%s，文件写明", "%s, says the file"), r.Source)
	}
}

func date(d report.Date) string {
	if d.Year == 0 || d.Month == 0 || d.Day == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
