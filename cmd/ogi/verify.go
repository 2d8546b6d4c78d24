package main

import (
	"github.com/spf13/cobra"

	"ogi/generator/publish"
)

func (c *command) verify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify DIR",
		Short: "Compare a site, or a copy of one, with its SHA256SUMS",
		Long: `verify reads every file of a built site, as of a copy that was downloaded or
carried on a stick, and compares it with SHA256SUMS there. It names what
differs, what is missing and what is there too many, and exits 1 if anything
is. It needs no archive.`,
		Example: `  ogi verify public`,
		Args:    oneArg("DIR"),
		RunE: func(_ *cobra.Command, args []string) error {
			v, err := publish.Verify(args[0])
			if err != nil {
				return err
			}
			for _, l := range []struct {
				what  string
				paths []string
			}{{"differs", v.Differ}, {"missing", v.Missing}, {"not listed", v.Surplus}} {
				for _, p := range l.paths {
					show(c.out, "%s: %s\n", p, l.what)
				}
			}
			show(c.err, "%s as listed, %d differ, %d missing, %d not listed\n", plural(v.Right, "file"), len(v.Differ), len(v.Missing), len(v.Surplus))
			if !v.Whole() {
				return errQuiet
			}
			return nil
		},
	}
}
