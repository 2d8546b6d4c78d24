package main

import (
	"github.com/spf13/cobra"
)

func (c *command) merge() *cobra.Command {
	var out string
	var verbose, sizes, atomic, strict bool
	cmd := &cobra.Command{
		Use:   "merge DIR...",
		Short: "Put together the parts of a site",
		Long: `merge takes the folders that ogi build --shard wrote, all parts of one build, and
writes the site, the same byte for byte as ogi build writes. It needs the archive
folder as it was when the parts were made, and the same version of ogi. It reads
no report. What the builds of the parts could not use is told here, and the exit
code is then 1.`,
		Example: `  ogi build --shard 1/2 --to part1
  ogi build --shard 2/2 --to part2
  ogi merge part1 part2`,
		Args: someArgs("DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o := c.options()
			o.Out, o.Whole, o.Parts = out, atomic, args
			return c.runBuild(cmd, o, verbose, sizes, strict)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "the `folder` to write (default: public in the archive)")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "also print what was doubted in reading")
	cmd.Flags().BoolVar(&sizes, "sizes", false, "also say where the bytes and files of the site are")
	cmd.Flags().BoolVar(&strict, "strict", false, "name reports that no program reads, and exit 1 for them")
	cmd.Flags().BoolVar(&atomic, "atomic", false, "change the site in one step, also where little changes")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}
