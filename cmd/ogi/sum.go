package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ogi/generator/disk"
	"ogi/generator/office/sum"
)

func (c *command) sum() *cobra.Command {
	var q sum.Request
	var out string
	var yes bool
	cmd := &cobra.Command{
		Use:   "sum [PATH…] --out FILE.xlsx",
		Short: "Draft an area's three tables from its units' reports",
		Long: `sum adds up the reports of an area's units, as a draft of the area's own three
tables: an Excel file with 表二, 表三, 表四, 明细 (every unit's cells) and 存疑
(what a person should look at first).

Only figures of a unit itself are added. A report of an area, and a
government's that does not say whose figures it has, is left out and listed.
Blanks count as zero. What could not be read is not counted and is listed with
its place; the sums it touches are marked. The sums are cross-footed.

A PATH is a folder of reports, a report, an archive or a part of one; without
PATH it is the archive of --dir.`,
		Example: `  ogi sum drafts --roster units.csv --out sum.xlsx
  ogi sum --year 2024 --out sum.xlsx`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if filepath.Ext(out) != ".xlsx" {
				return usagef("name the Excel file to write: --out FILE.xlsx")
			}
			if _, err := os.Stat(out); err == nil && !yes {
				ask := c.asker(cmd.Context(), false)
				if ask == nil {
					return c.fail("%s 已经有了，也许有人改过：要覆盖请写 --yes，或用 --out 另取一个名字", "%s is there already, perhaps edited: --yes writes over it, or name another with --out", out)
				}
				if !ask.yes(fmt.Sprintf(c.t("%s 已经有了。覆盖吗？[y/N]", "%s is there already. Write over it? [y/N]"), out)) {
					return c.fail("没有写入任何文件", "nothing was written")
				}
			}
			for _, p := range args {
				if err := c.offline(p); err != nil {
					return err
				}
			}
			q.Paths = c.paths(args)
			bar := newBar(c.screen)
			q.Progress = bar.step
			s, ds, err := sum.Read(cmd.Context(), q)
			bar.end()
			bad := c.tell(ds, level(false))
			if err != nil {
				return err
			}
			b, err := s.XLSX()
			if err != nil {
				return err
			}
			if err := disk.Replace(out, b); err != nil {
				return err
			}
			show(c.out, "%d年：%s\n", s.Year, s.Summary())
			if bad {
				return errQuiet
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "Excel `file` to write")
	cmd.Flags().BoolVarP(&yes, "yes", "y", false, c.t("已有的文件直接覆盖", "write over a file that is there"))
	cmd.Flags().StringVar(&q.Roster, "roster", "", "`file` (CSV, Excel, Word) that lists the units that count")
	cmd.Flags().Var((*yearFlag)(&q.Year), "year", "report `year`; else the one most reports are about")
	_ = cmd.MarkFlagFilename("out", "xlsx")
	_ = cmd.MarkFlagFilename("roster", rosterKinds...)
	return cmd
}
