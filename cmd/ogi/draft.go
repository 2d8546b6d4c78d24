package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/office"
	"ogi/generator/office/opinion"
)

// A draftFlags is what check takes for drafts alone.
type draftFlags struct {
	draft                 bool
	previous, roster, out string
}

func (c *command) draftFlags(cmd *cobra.Command, d *draftFlags) {
	cmd.Flags().BoolVar(&d.draft, "draft", false, "PATH is a folder of drafts: no archive, no dates")
	cmd.Flags().StringVar(&d.previous, "previous", "", "`folder` of last year's reports, with --draft")
	cmd.Flags().StringVar(&d.roster, "roster", "", "`file` (CSV, Excel, Word) that lists the units, with --draft")
	cmd.Flags().StringVar(&d.out, "out", "", "`folder` for opinion sheets and overview, with --draft")
	_ = cmd.MarkFlagDirname("previous")
	_ = cmd.MarkFlagFilename("roster", rosterKinds...)
	_ = cmd.MarkFlagDirname("out")
}

// rosterKinds are the ends of names of lists of units.
var rosterKinds = []string{"csv", "txt", "xlsx", "docx"}

// drafts reads and judges a folder of drafts, and writes what --out asks for.
func (c *command) drafts(cmd *cobra.Command, paths []string, year int, d draftFlags) (js []generator.Judged, o *opinion.Overview, bad bool, err error) {
	if len(paths) != 1 {
		return nil, nil, false, usagef("--draft takes one folder of drafts")
	}
	bar := newBar(c.screen)
	read, ds, err := office.Read(cmd.Context(), office.Request{
		Dir: paths[0], Previous: d.previous, Roster: d.roster, Out: d.out, Year: year, Progress: bar.step,
	})
	bar.end()
	bad = c.tell(ds, level(false))
	if err != nil {
		return nil, nil, bad, err
	}
	for _, k := range read.Folder.Cases {
		bad = bad || len(k.Unreadable) > 0
		for _, why := range k.Unreadable {
			show(c.err, "%s: error: %s\n", filepath.ToSlash(filepath.Join(paths[0], k.File)), why)
		}
	}
	for _, s := range read.Folder.Strays {
		show(c.err, "%s: warning: %s\n", filepath.ToSlash(filepath.Join(paths[0], s.File)), s.Note)
	}
	if d.out == "" {
		return read.Judged, nil, bad, nil
	}
	view, err := opinion.Write(d.out, read.Folder)
	if err != nil {
		return nil, nil, bad, err
	}
	return read.Judged, &view, bad, nil
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
