package main

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/diag"
	"ogi/generator/office"
	"ogi/generator/office/opinion"
)

// A draftFlags is what check takes for drafts alone.
type draftFlags struct {
	draft                 bool
	previous, roster, out string
	sender, deadline      string
	pick                  generator.Pick
	offs                  []opinion.Off
}

func (c *command) draftFlags(cmd *cobra.Command, d *draftFlags) {
	cmd.Flags().BoolVar(&d.draft, "draft", false, "PATH is a folder of drafts: no archive, no dates")
	cmd.Flags().StringVar(&d.previous, "previous", "", "`folder` of last year's reports, with --draft")
	cmd.Flags().StringVar(&d.roster, "roster", "", "`file` (CSV, Excel, Word) that lists the units, with --draft")
	cmd.Flags().StringVar(&d.out, "out", "", "`folder` for opinion sheets and overview, with --draft")
	cmd.Flags().StringVar(&d.sender, "sender", "", c.t("意见表上写的发出单位 `name`，与 --draft 同用", "`name` of who sends the sheets, with --draft"))
	cmd.Flags().StringVar(&d.deadline, "deadline", "", c.t("意见表上写的反馈期限 `date`，如 2026-01-20，与 --draft 同用", "`date` by which the units are to answer, as 2026-01-20, with --draft"))
	_ = cmd.MarkFlagDirname("previous")
	_ = cmd.MarkFlagFilename("roster", rosterKinds...)
	_ = cmd.MarkFlagDirname("out")
}

// rosterKinds are the ends of names of lists of units.
var rosterKinds = []string{"csv", "txt", "xlsx", "docx"}

// drafts reads and judges a folder of drafts, and writes what --out asks for.
func (c *command) drafts(cmd *cobra.Command, paths []string, year int, d draftFlags) (js []generator.Judged, o *opinion.Overview, problems []diag.Diagnostic, bad bool, err error) {
	if len(paths) != 1 {
		return nil, nil, nil, false, c.usage("--draft 要一个初稿文件夹（或一个压缩包、一个文件）", "--draft takes one folder of drafts, or one zip or file")
	}
	if err := c.offline(paths[0]); err != nil {
		return nil, nil, nil, false, err
	}
	due, err := c.dueDay(d.deadline)
	if err != nil {
		return nil, nil, nil, false, err
	}
	bar := newBar(c.screen)
	read, ds, err := office.Read(cmd.Context(), office.Request{
		Dir: paths[0], Previous: d.previous, Roster: d.roster, Out: d.out, Year: year, Progress: bar.step,
	})
	bar.end()
	bad = c.tell(ds, level(false))
	if err != nil {
		return nil, nil, nil, bad, err
	}
	read.Folder.Sender, read.Folder.Deadline, read.Folder.Off = d.sender, due, d.offs
	for i := range read.Folder.Cases {
		read.Folder.Cases[i].Judgement = d.pick.Of(read.Folder.Cases[i].Judgement)
	}
	problems = masks(ds)
	add := func(level diag.Level, file, code, text string) {
		problems = append(problems, masks([]diag.Diagnostic{{Level: level, File: filepath.ToSlash(filepath.Join(read.Dir, file)), Code: code, Message: text}})...)
	}
	for _, k := range read.Folder.Cases {
		bad = bad || len(k.Unreadable) > 0
		for _, why := range k.Unreadable {
			add(diag.Error, k.File, "unreadable-file", why)
			show(c.err, "%s: error: %s\n", filepath.ToSlash(filepath.Join(read.Dir, k.File)), why)
		}
	}
	for _, s := range read.Folder.Strays {
		add(diag.Warning, s.File, "no-unit", s.Note)
		show(c.err, "%s: warning: %s\n", filepath.ToSlash(filepath.Join(read.Dir, s.File)), s.Note)
	}
	if d.out == "" {
		return read.Judged, nil, problems, bad, nil
	}
	view, err := opinion.Write(d.out, read.Folder)
	if err != nil {
		return nil, nil, problems, bad, err
	}
	return read.Judged, &view, problems, bad, nil
}

// dueDay is a deadline as sheets print it.
func (c *command) dueDay(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return "", c.usage("--deadline 不能是 %q：日期，如 2026-01-20", "--deadline cannot be %q: a date as 2026-01-20", s)
	}
	return d.Format("2006年1月2日"), nil
}

// overview prints a line for each unit that needs a look, and the sum.
func (c *command) overview(o *opinion.Overview, out string) {
	for _, s := range o.Sheets {
		if s.Entry == nil {
			show(c.out, "%03d %s：%s\n", s.N, s.Unit.Name, s.State())
		} else if s.Wants() || s.Count(opinion.ToNote) > 0 || o.Round > 1 {
			show(c.out, "%03d %s：%s\n", s.N, s.Unit.Name, s.Summary())
		}
	}
	show(c.out, "%s\n", o.Summary())
	show(c.err, "%s\n", filepath.ToSlash(filepath.Join(out, fmt.Sprintf("第%d轮", o.Round))))
}
